/** How long each step takes, in days: the reader's own work, what others then take, and the least. Each has its source, or is "our own default". */
import type { Takes } from '../matter.ts';

interface StepTime extends Takes {
  readonly source: string;
}

const OURS = 'our own default';

/** Our default until the applicant enters the wait at the consulate: long enough for most. */
export const WAIT_UNKNOWN_DAYS = 90;

export const TAKES = {
  G6: takes([21, 0, 1], `${OURS}: three weeks to read rules and ask former rotators`),
  // Asking may show that an agreement exists: unknown is not "none".
  affiliation: takes(
    [14, 70, 1],
    'University of Florida: a new agreement takes 8 to 10 weeks; the asking is ours',
  ),
  apply: takes([21, 0, 2], `${OURS}: three weeks for transcript, school letter, and forms`),
  'host-answer': takes(
    [0, 70, 0],
    'UCSF 2025: applications from February 10, offers about April 21',
  ),
  payment: takes([1, 0, 0], `${OURS}: a day`),
  accept: takes([0, 0, 0], `${OURS}: no time beyond the answer`),
  G14b: takes([21, 0, 7], `${OURS}: three weeks for blood tests and school signatures`),
  // The consulate's wait as the applicant read it is added where it is known.
  G13: takes(
    [14, 0, 1],
    `the consulate’s wait, as entered; two weeks for form and fee are ${OURS}`,
  ),
  visa: takes([1, 20, 1], `${OURS}: up to three weeks until the passport is back`),
  esta: takes(
    [1, 3, 1],
    'CBP wants the application at least 72 hours before the flight (resources.envoyglobal.com, 2023); a day to fill it in is ours',
  ),
  housing: takes([21, 0, 2], `${OURS}: three weeks`),
  flight: takes([7, 0, 1], `${OURS}: a week to book and fly`),
};

function takes(
  [workDays, waitDays, leastDays]: readonly [work: number, wait: number, least: number],
  source: string,
): StepTime {
  return { workDays, waitDays, leastDays, source };
}
