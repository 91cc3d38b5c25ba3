/** How long each step takes: the reader's own work, what others then take, and the least. Each has its source, or is "our own default". */
import type { Takes } from '../matter.ts';

interface StepTime extends Takes {
  readonly source: string;
}

const OURS = 'our own default';

/** Our default until the applicant enters the wait at the consulate: long enough for most. */
export const WAIT_UNKNOWN_DAYS = 90;

export const TAKES = {
  G6: {
    workDays: 21,
    waitDays: 0,
    leastDays: 1,
    source: `${OURS}: three weeks to read rules and ask former rotators`,
  },
  affiliation: {
    workDays: 14,
    waitDays: 70,
    // Asking may show that an agreement exists: unknown is not "none".
    leastDays: 1,
    source: 'University of Florida: a new agreement takes 8 to 10 weeks; the asking is ours',
  },
  apply: {
    workDays: 21,
    waitDays: 0,
    leastDays: 2,
    source: `${OURS}: three weeks for transcript, school letter, and forms`,
  },
  'host-answer': {
    workDays: 0,
    waitDays: 70,
    leastDays: 0,
    source: 'UCSF 2025: applications from February 10, offers about April 21',
  },
  payment: { workDays: 1, waitDays: 0, leastDays: 0, source: `${OURS}: a day` },
  accept: { workDays: 0, waitDays: 0, leastDays: 0, source: `${OURS}: no time beyond the answer` },
  G14b: {
    workDays: 21,
    waitDays: 0,
    leastDays: 7,
    source: `${OURS}: three weeks for blood tests and school signatures`,
  },
  G13: {
    workDays: 14,
    // The consulate's wait as the applicant read it is added where it is known.
    waitDays: 0,
    leastDays: 1,
    source: `the consulate’s wait, as entered; two weeks for form and fee are ${OURS}`,
  },
  visa: {
    workDays: 1,
    waitDays: 20,
    leastDays: 1,
    source: `${OURS}: up to three weeks until the passport is back`,
  },
  esta: {
    workDays: 1,
    waitDays: 3,
    leastDays: 1,
    source:
      'CBP wants the application at least 72 hours before the flight (resources.envoyglobal.com, 2023); a day to fill it in is ours',
  },
  housing: { workDays: 21, waitDays: 0, leastDays: 2, source: `${OURS}: three weeks` },
  flight: { workDays: 7, waitDays: 0, leastDays: 1, source: `${OURS}: a week to book and fly` },
} as const satisfies Readonly<Record<string, StepTime>>;
