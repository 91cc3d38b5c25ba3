/** When a person is tried again whose visit failed. */
import { type Instant, plusMs } from '#shared/base/time/instant.ts';

/** A failing person is tried again after an hour, then two, four … a day at most. */
export const BACK_OFF_MS = 3_600_000;
export const BACK_OFF_MAX_MS = 86_400_000;

/** An hour, two, four … a day at most, so that one person never blocks the others. */
export function backOff<Failed extends { failures: number; dueAt: Instant }>(
  person: Failed,
  now: Instant,
): Failed {
  const waitMs = Math.min(BACK_OFF_MS * 2 ** Math.min(person.failures, 10), BACK_OFF_MAX_MS);
  return { ...person, failures: person.failures + 1, dueAt: plusMs(now, waitMs) };
}
