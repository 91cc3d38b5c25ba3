/** How long a writer who lost a race lets others go first. */

/** The first pause is up to twice this, about as long as a table takes to be read and written. */
const CONFLICT_PAUSE_MS_MIN = 20;
/** All pauses together stay well within the time of a request. */
export const CONFLICT_PAUSE_MS_MAX = 1000;

/** Up to twice as long after each lost race; by chance, so that those who met once do not meet again. */
export function pauseMs(lost: number, random: number): number {
  return random * Math.min(CONFLICT_PAUSE_MS_MAX, CONFLICT_PAUSE_MS_MIN * 2 ** lost);
}
