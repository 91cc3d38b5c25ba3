/** The hours at which a deployment sweeps, for a clock that jumps over them. */
import { HOUR_MS, type Instant, instantOfMs, msOf } from '#shared/base/time/instant.ts';

/** Every full hour after `from`, up to `to`. */
export function* fullHours(from: Instant, to: Instant): Generator<Instant> {
  const first = (Math.floor(msOf(from) / HOUR_MS) + 1) * HOUR_MS;
  for (let hour = first; hour <= msOf(to); hour += HOUR_MS) yield instantOfMs(hour);
}
