/** How long a writer who lost a race lets others go first. */
import { CONFLICT_PAUSE_MS_MAX, CONFLICT_PAUSE_MS_MIN } from '#shared/base/limits.ts';

/** Up to twice as long after each lost race; by chance, so that those who met once do not meet again. */
export function pauseMs(lost: number, random: number): number {
  return random * Math.min(CONFLICT_PAUSE_MS_MAX, CONFLICT_PAUSE_MS_MIN * 2 ** lost);
}
