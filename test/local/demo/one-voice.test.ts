/** The plan page, `npm run plan`, and the next email of everybody in the demo, side by side on three days if nobody acts. */

import { describe, expect, test } from 'vitest';
import { sweep } from '#functions/sweep.ts';
import { DEMO_COHORT } from '#infra/local/demo/cast.ts';
import { fullHours } from '#infra/local/jump.ts';
import { nudgeDeps } from '#infra/local/parts.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { expectOneFirst, expectSameInEmail } from '../../cases/voices.ts';
import { seededDemo } from '../seeded-demo.ts';

const DAYS: readonly Instant[] = [
  '2026-11-23T15:00:00.000Z',
  '2026-12-01T15:00:00.000Z',
  '2027-01-12T15:00:00.000Z',
];
const [FIRST] = DAYS as [Instant];

/** Everybody on each of the days, after the emails of the days before. */
const everybody: [day: Instant, person: Applicant][] = [];
const parts = await seededDemo(FIRST);
let now = FIRST;
const deps = nudgeDeps({ ...parts, clock: { now: () => now } });
for (const day of DAYS) {
  for (const hour of fullHours(now, day)) {
    if ((await parts.store.due(hour, 1)).rows.length === 0) continue;
    now = hour;
    await sweep(deps);
  }
  now = day;
  for (const { id } of (await parts.store.cohort(DEMO_COHORT, 50)).rows) {
    const person = await parts.store.read('applicant', id);
    if (person) everybody.push([day, person]);
  }
}

const made = new Set<string>();

test('a dozen people are compared on three days', () => {
  expect(everybody.length).toBe(36);
});

describe.each(everybody)('on %s', (day, person) => {
  test(`the page and the command name the same first step, day, and standing: ${person.id}`, () => {
    expectOneFirst(day, person, made);
  });

  test(`the next email says of each thing what the page says on that morning: ${person.id}`, () => {
    expectSameInEmail(day, person, made);
  });
});

test('every comparison was made', () => {
  expect([...made].toSorted()).toEqual([
    'a day in an email',
    'late',
    'no email',
    'the first leads the email',
    'the state names the first',
  ]);
});
