/** Waits as long as somebody who lost a race should. */
import { setTimeout } from 'node:timers/promises';
import { pauseMs } from '#shared/store/pause.ts';

export async function pause(lost: number): Promise<void> {
  await setTimeout(pauseMs(lost, Math.random()));
}
