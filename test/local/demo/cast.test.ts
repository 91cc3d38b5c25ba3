import { describe, expect, test } from 'vitest';
import { DEMO_COHORT } from '#infra/local/demo/cast.ts';
import { castAt } from '#infra/local/demo/seed.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { seededDemo } from '../seeded-demo.ts';

/** The same on any day on which the demo starts. */
const STATUSES: Readonly<Record<string, readonly string[]>> = {
  alice: ['uab collecting', 'yale submitted'],
  bob: ['jefferson shortlisted', 'northwestern shortlisted'],
  carol: ['miami submitted', 'bidmc shortlisted'],
  deepa: ['weill-cornell collecting'],
  emeka: ['johns-hopkins collecting'],
  farah: ['florida waiting'],
  george: ['vanderbilt closed'],
  hana: ['mayo waitlisted'],
  ivan: ['pitt offered'],
  julia: ['wake-forest underway'],
  kenji: ['stanford underway'],
  lucia: ['loyola to-assign'],
};

describe.each<Instant>([
  '2026-11-23T21:30:00.000Z',
  '2027-02-28T04:00:00.000Z',
  '2027-06-15T12:00:00.000Z',
  '2027-09-20T23:59:59.000Z',
])('a demo that starts at %s', (startAt) => {
  test('has a dozen people, each with the statuses of their story', async () => {
    const { store } = await seededDemo(startAt);
    const statuses: Record<string, string[]> = {};
    for (const { id } of (await store.cohort(DEMO_COHORT, 50)).rows) {
      const person = await store.read('applicant', id);
      statuses[id] = person?.facts.rotations.map((each) => `${each.id} ${each.status}`) ?? [];
      expect(person?.facts.profile.address).toBe(`${id}@example.org`);
      expect(person?.mails.filter(({ status }) => status !== 'sent')).toEqual([]);
    }
    expect(statuses).toEqual(STATUSES);
  });
});

test('the outbox has the emails of the weeks before the start, and none after it', async () => {
  const startAt = '2026-11-23T21:30:00.000Z';
  const { store } = await seededDemo(startAt);
  const { rows } = store.outbox.list(100);
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.every(({ at }) => at <= startAt)).toBe(true);
});

test('two starts a second apart have the same stories', () => {
  expect(castAt('2026-11-23T21:30:00.000Z')).toEqual(castAt('2026-11-23T21:30:01.000Z'));
});
