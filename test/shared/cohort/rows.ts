/** Rows of the cohort index for stories: a person with nothing at risk, and what differs. */

import type { Day } from '#shared/base/time/day.ts';
import { type Instant, instantAt } from '#shared/base/time/instant.ts';
import type { Finding } from '#shared/cohort/risk/finding.ts';
import { riskViewOf } from '#shared/cohort/risk/finding.ts';
import { risksOf } from '#shared/cohort/risk/risks-of.ts';
import { DEFAULT_THRESHOLDS } from '#shared/cohort/risk/thresholds.ts';
import type { Summary, SummaryLetter, SummaryRotation } from '#shared/people/outlook/summary.ts';
import type { OutlookDue } from '#shared/people/person/outlook.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
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
    outlook: { at: MONDAY, due: [], followed: {} },
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

/** What is found of a row at noon of a day, in New York. */
export function risksOn(day: Day, of: Summary, thresholds = DEFAULT_THRESHOLDS): Finding[] {
  return risksOf(riskViewOf(of, PUBLISHED_WORLD.season(of.matchYear), thresholds, noonOf(day)));
}

/** Noon in New York. */
export function noonOf(day: Day): Instant {
  return instantAt(day, '12:00', 'America/New_York');
}
