/** Rows of the cohort index for stories: a person with nothing at risk, and what differs. */

import type { Day } from '#shared/base/time/day.ts';
import { type Instant, instantAt } from '#shared/base/time/instant.ts';
import type { Finding } from '#shared/cohort/risk/finding.ts';
import { risksOf } from '#shared/cohort/risk/risks-of.ts';
import type { Summary, SummaryLetter, SummaryRotation } from '#shared/people/outlook/summary.ts';
import type { OutlookDue, OutlookFinding } from '#shared/people/person/outlook.ts';
import { MONDAY } from '../../cast.ts';

/** On track for the 2028 Match: IR confirmed in spring, three letters asked for, one of them in ERAS. */
export function row(overrides: Partial<Summary> = {}): Summary {
  return {
    id: 'alice',
    cohortId: 'c2028',
    name: 'Alice Mathew',
    zone: 'Asia/Kolkata',
    matchYear: 2028,
    enrollment: 'enrolled',
    pathway: 'integrated-ir',
    reach: 'ok',
    dueAt: MONDAY,
    enrolledOn: '2026-11-23',
    activeOn: '2026-11-23',
    rotations: [rotation({ letters: [letter({ status: 'assigned' }), letter(), letter()] })],
    outlook: { at: MONDAY, state: 'on-track', findings: [], due: [], followed: {} },
    ...overrides,
  };
}

export function rotation(overrides: Partial<SummaryRotation> = {}): SummaryRotation {
  return {
    id: 'r1',
    host: 'Brown',
    specialty: 'ir',
    mode: 'hands-on',
    inUs: true,
    stage: 'letter-received',
    status: 'to-assign',
    since: '2026-11-23',
    start: '2027-04-05',
    end: '2027-04-30',
    letters: [],
    ...overrides,
  };
}

export function letter(overrides: Partial<SummaryLetter> = {}): SummaryLetter {
  return {
    id: 'l1',
    writer: 'Prof. Wren',
    specialty: 'ir',
    status: 'requested',
    since: '2026-11-23',
    ...overrides,
  };
}

export function due(day: Day, overrides: Partial<OutlookDue> = {}): OutlookDue {
  return {
    rule: 'apply',
    rotationId: 'r1',
    title: 'apply for the Brown IR rotation',
    day,
    hard: true,
    certainty: 'official',
    source: 'host page',
    ...overrides,
  };
}

/** A matter that the agenda colors. */
export function finding(overrides: Partial<OutlookFinding> = {}): OutlookFinding {
  return {
    rule: 'apply',
    rotationId: 'r1',
    title: 'apply for the Brown IR rotation',
    standing: 'late',
    color: 'amber',
    since: '2027-02-09',
    party: 'applicant',
    day: '2027-02-08',
    isStart: true,
    lastDay: '2027-03-01',
    certainty: 'official',
    source: 'host page',
    ...overrides,
  };
}

/** What is found of a row on a day. */
export function risksOn(day: Day, of: Summary): Finding[] {
  return risksOf(of, day);
}

/** Noon in New York. */
export function noonOf(day: Day): Instant {
  return instantAt(day, '12:00', 'America/New_York');
}
