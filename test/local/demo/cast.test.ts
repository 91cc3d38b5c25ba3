import { describe, expect, test } from 'vitest';
import { newId } from '#functions/adapters/ids.ts';
import { mimeFrom } from '#functions/adapters/mime.ts';
import { outboxMailer } from '#functions/adapters/outbox-mailer.ts';
import { openSqliteStore } from '#functions/adapters/sqlite-store.ts';
import { DEMO_COHORT } from '#infra/local/demo/cast.ts';
import { castAt, seedDemo } from '#infra/local/demo/seed.ts';
import type { Parts } from '#infra/local/parts.ts';
import { secretsOf } from '#infra/local/secrets.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { BASE_URL } from '../small-demo.ts';

/** As told, whatever day it is told on. */
const STANDING: Readonly<Record<string, readonly string[]>> = {
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
])('a demo that begins at %s', (startAt) => {
  test('has a dozen people, each where the cast says', async () => {
    const store = await seeded(startAt);
    const standing: Record<string, string[]> = {};
    for (const { id } of (await store.cohort(DEMO_COHORT, 50)).rows) {
      const person = await store.read('applicant', id);
      standing[id] = person?.facts.rotations.map((each) => `${each.id} ${each.status}`) ?? [];
      expect(person?.facts.profile.address).toBe(`${id}@example.org`);
      expect(person?.mails.filter(({ status }) => status !== 'sent')).toEqual([]);
    }
    expect(standing).toEqual(STANDING);
  });
});

test('what was emailed before the demo began lies in the outbox, none of it later than the start', async () => {
  const startAt = '2026-11-23T21:30:00.000Z';
  const { rows } = (await seeded(startAt)).outbox.list(100);
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.every(({ at }) => at <= startAt)).toBe(true);
});

test('two starts a second apart tell the same stories', () => {
  expect(castAt('2026-11-23T21:30:00.000Z')).toEqual(castAt('2026-11-23T21:30:01.000Z'));
});

async function seeded(startAt: Instant) {
  const store = openSqliteStore(':memory:');
  const parts: Parts = {
    store,
    clock: { now: () => startAt },
    secrets: secretsOf(store),
    baseUrl: BASE_URL,
    mailer: outboxMailer(mimeFrom('plan@example.org')),
    newId,
    log: () => undefined,
  };
  await seedDemo(parts, startAt);
  return store;
}
