/** Lets other work run: on one machine the store answers at once, so a long task would otherwise block it. */
import { setTimeout } from 'node:timers/promises';
import { pauseMs } from '#shared/store/store.ts';

export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

export async function pause(lost: number): Promise<void> {
  await setTimeout(pauseMs(lost, Math.random()));
}

/** Longer than any answer about a known person takes. */
const EVEN_ANSWER_MS = 400;

export async function evenly(): Promise<void> {
  await setTimeout(EVEN_ANSWER_MS);
}
