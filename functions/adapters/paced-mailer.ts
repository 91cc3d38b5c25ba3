/** Spaces emails out, so that all processes together stay under the account's rate. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Mailer } from '#shared/store/mailer.ts';

/**
 * @param intervalMs the least time between two emails of this process: 1000 × processes at once ÷ emails a second
 * @param sleep waits for this many milliseconds
 * @param elapsed milliseconds on a clock that never goes back
 */
export function pacedMailer(
  mailer: Mailer,
  intervalMs: number,
  sleep: (ms: number) => Promise<unknown> = wait,
  elapsed: () => number = () => performance.now(),
): Mailer {
  let freeAt = Number.NEGATIVE_INFINITY;
  return {
    evidenceMs: mailer.evidenceMs,
    async deliver(email, tag, now) {
      const waitMs = freeAt - elapsed();
      if (waitMs > 0) await sleep(waitMs);
      freeAt = elapsed() + intervalMs;
      return mailer.deliver(email, tag, now);
    },
  };
}
