/** Repeats work: one pause after the last run ended, whether or not it failed. */
import { setTimeout as wait } from 'node:timers/promises';

interface Timer {
  stop(): void;
}

/** @param tick awaited before the next pause, so that two never run at once */
export function every(
  pauseMs: number,
  tick: () => Promise<unknown>,
  failed: (error: unknown) => void,
): Timer {
  const stopped = new AbortController();
  void run();
  return { stop: () => stopped.abort() };

  async function run(): Promise<void> {
    while (!stopped.signal.aborted) {
      try {
        await tick();
      } catch (error) {
        failed(error);
      }
      // The pause throws only when the timer is stopped.
      await wait(pauseMs, undefined, { signal: stopped.signal, ref: false }).catch(() => undefined);
    }
  }
}
