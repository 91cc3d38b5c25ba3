/** Long work lets others have their turn: the store of one machine answers without waiting, so nobody else would. */
import { setTimeout } from 'node:timers/promises';
import { pauseMs } from '#shared/store/store.ts';

export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

export async function pause(lost: number): Promise<void> {
  await setTimeout(pauseMs(lost, Math.random()));
}
