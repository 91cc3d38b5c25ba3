import { describe, expect, test } from 'vitest';
import { DEMO_COHORT } from '#infra/local/demo/cast.ts';
import { castAt } from '#infra/local/demo/seed.ts';
import { gatesOfRotation } from '#shared/agenda/gates/gates-of-rotation.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { seededDemo } from '../seeded-demo.ts';

/** The same on any day the demo starts. */
const STATUSES: Readonly<Record<string, readonly string[]>> = {
  alice: ['uab collecting', 'yale submitted'],
  bob: ['upmc shortlisted', 'stanford shortlisted'],
  carol: ['miami submitted', 'usf shortlisted'],
  deepa: ['uab collecting'],
  emeka: ['rutgers collecting'],
  farah: ['uab waiting'],
  george: ['upmc closed'],
  hana: ['mayo waitlisted'],
  ivan: ['pitt offered'],
  julia: ['wake-forest underway'],
  kenji: ['stanford underway'],
  lucia: ['weill-cornell to-assign'],
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
      expect(person?.emails.filter(({ status }) => status !== 'sent')).toEqual([]);
    }
    expect(statuses).toEqual(STATUSES);
  });

  test('has nobody at a host whose page says no to them', async () => {
    const people = (await everybody(startAt)).map(({ facts }) => facts);
    expect(people.some(({ profile }) => profile.enrollment === 'graduate')).toBe(true);
    expect(people.some(({ profile: { entry, school } }) => entry === 'citizen' && school)).toBe(
      true,
    );
    expect(people.some(({ profile }) => profile.schoolInVslo)).toBe(true);
    const refused = people.flatMap((facts) =>
      facts.rotations.flatMap((rotation) =>
        gatesOfRotation(rotation, facts, PUBLISHED_WORLD)
          .filter(({ state }) => state === 'not-met')
          .map(({ id }) => `${facts.profile.name} at ${rotation.host.name}: ${id}`),
      ),
    );
    expect(refused).toEqual([]);
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

async function everybody(startAt: Instant): Promise<Applicant[]> {
  const { store } = await seededDemo(startAt);
  const { rows } = await store.cohort(DEMO_COHORT, 50);
  const people = await Promise.all(rows.map(({ id }) => store.read('applicant', id)));
  return people.filter((person) => person !== undefined);
}
