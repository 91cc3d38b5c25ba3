/**
 * The steps before a rotation's first day, each short enough to be done in two or three weeks, and how long others then
 * take. Every duration is data with its source; "our own default" where no source gives one.
 */
import type { Certainty } from '#shared/world/provenance.ts';

export const STEP_IDS = [
  'choose',
  'affiliation',
  'apply',
  'answer',
  'documents',
  'visa-appointment',
  'visa',
  'esta',
  'housing',
  'flight',
] as const;
export type StepId = (typeof STEP_IDS)[number];

export interface StepFacts {
  readonly title: string;
  /** One sentence: what to do. */
  readonly next: string;
  /** The applicant's own part, in days, done at an easy pace. */
  readonly workDays: number;
  /** What others take after it; `entered` is the consulate's wait as the applicant read it. */
  readonly waitDays: number | 'entered';
  /** The least that both together take in a hurry; the entered wait comes on top. */
  readonly leastDays: number;
  readonly waitsFor: readonly StepId[];
  readonly durationSource: string;
  readonly certainty: Certainty;
}

const OURS = 'our own default';

export const STEP_FACTS: Readonly<Record<StepId, StepFacts>> = {
  choose: {
    title: 'choose host and dates',
    next: 'Read the host’s visiting rules, and decide on host, route and dates.',
    workDays: 21,
    waitDays: 0,
    leastDays: 1,
    waitsFor: [],
    durationSource: `${OURS}: three weeks to read rules and ask former rotators`,
    certainty: 'estimated',
  },
  affiliation: {
    title: 'agreement between school and host',
    next: 'Ask your dean’s office and the host whether your schools have an agreement, and start one if not.',
    workDays: 14,
    waitDays: 70,
    // Asking may show that the agreement exists: unknown is not "none".
    leastDays: 1,
    waitsFor: ['choose'],
    durationSource:
      'University of Florida: a new agreement takes 8 to 10 weeks; the asking is ours',
    certainty: 'estimated',
  },
  apply: {
    title: 'application to the host',
    next: 'Put the application together and send it.',
    workDays: 21,
    waitDays: 0,
    leastDays: 2,
    waitsFor: ['choose', 'affiliation'],
    durationSource: `${OURS}: three weeks for transcript, school letter and forms`,
    certainty: 'estimated',
  },
  answer: {
    title: 'the host’s answer, and the acceptance',
    next: 'Wait for the offer, and accept it before it expires.',
    workDays: 0,
    waitDays: 70,
    leastDays: 7,
    waitsFor: ['apply'],
    durationSource:
      'UCSF 2025: applications from 10 February, offers about 21 April; the least is ours',
    certainty: 'estimated',
  },
  documents: {
    title: 'titers and documents',
    next: 'Get titers, TB test and the host’s other papers, each valid to the last day, and send them.',
    workDays: 21,
    waitDays: 0,
    leastDays: 7,
    waitsFor: ['choose'],
    durationSource: `${OURS}: three weeks for blood tests and school signatures`,
    certainty: 'estimated',
  },
  'visa-appointment': {
    title: 'visa appointment',
    next: 'Fill in form DS-160, pay the fee and book the appointment; the acceptance letter must be there on its day.',
    workDays: 14,
    waitDays: 'entered',
    leastDays: 1,
    // Slots are booked on a form and a fee: it need not wait for the offer.
    waitsFor: ['choose'],
    durationSource: `the consulate’s wait, as entered; two weeks for form and fee are ${OURS}`,
    certainty: 'entered',
  },
  visa: {
    title: 'visa in the passport',
    next: 'Go to the interview with the acceptance letter, and wait for the passport.',
    workDays: 1,
    waitDays: 20,
    leastDays: 3,
    waitsFor: ['visa-appointment', 'answer'],
    durationSource: `${OURS}: up to three weeks until the passport is back`,
    certainty: 'estimated',
  },
  esta: {
    title: 'ESTA (visa waiver)',
    next: 'Apply for the ESTA on its official website, and ask at the border to enter for business (WB).',
    workDays: 1,
    waitDays: 3,
    leastDays: 3,
    waitsFor: ['answer'],
    durationSource:
      'CBP wants the application at least 72 hours before the flight (resources.envoyglobal.com, 2023); a day to fill it in is ours',
    certainty: 'secondary',
  },
  housing: {
    title: 'housing',
    next: 'Find a room near the hospital for the whole stay.',
    workDays: 21,
    waitDays: 0,
    leastDays: 2,
    waitsFor: ['answer'],
    durationSource: `${OURS}: three weeks`,
    certainty: 'estimated',
  },
  flight: {
    title: 'flight and arrival',
    next: 'Book the flight once you may enter, and arrive three days early.',
    workDays: 7,
    waitDays: 0,
    leastDays: 1,
    waitsFor: ['visa', 'esta', 'answer'],
    durationSource: `${OURS}: a week to book and fly`,
    certainty: 'estimated',
  },
};

/** Arriving later than this is not safe, and later than the day before the start is too late. Ours. */
export const ARRIVE_DAYS_BEFORE = 3;
export const ARRIVE_LEAST_DAYS_BEFORE = 1;
/** A room found later costs more than it should. Ours. */
export const HOUSING_DAYS_BEFORE = 14;
/** Where the host states none: Yale, FIU, Penn and UT Southwestern want four months (facts of 2026-11-23). */
export const APPLY_DAYS_BEFORE = 123;
/** Where the host states none: sampled hosts want documents 2 to 8 weeks before the start; four is the middle. */
export const DOCUMENTS_DAYS_BEFORE = 28;
/** The guide's latest planning day (G6). */
export const CHOOSE_MONTHS_BEFORE = 9;
