/** When a person is tried again whose visit failed. */
import { BACK_OFF_MAX_MS, BACK_OFF_MS } from '#shared/base/limits.ts';
import { type Instant, plusMs } from '#shared/base/time/instant.ts';

/** An hour, two, four … a day at most, so that one person never blocks the others. */
export function backOff<Failed extends { failures: number; dueAt: Instant }>(
  person: Failed,
  now: Instant,
): Failed {
  const waitMs = Math.min(BACK_OFF_MS * 2 ** Math.min(person.failures, 10), BACK_OFF_MAX_MS);
  return { ...person, failures: person.failures + 1, dueAt: plusMs(now, waitMs) };
}
