/** Gives way to other work: the store of one machine answers without waiting, so nothing else would run. */
import { setTimeout } from 'node:timers/promises';
import { pauseMs } from '#shared/store/store.ts';

export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

export async function pause(lost: number): Promise<void> {
  await setTimeout(pauseMs(lost, Math.random()));
}
