import { describe, expect, test } from 'vitest';
import { sendingOf, setSending } from '#functions/store/switches.ts';
import {
  complaintsOf,
  countMissing,
  countSent,
  heedComplaint,
  isDomainAtFault,
  isTooMany,
} from '#functions/store/tally.ts';
import { DAY_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { EXPIRING_KINDS } from '#shared/store/items.ts';
import type { Store } from '#shared/store/store.ts';
import { MONDAY } from '../../cast.ts';
import { memoryStore } from '../../season/memory-store.ts';

const at = (store: Store, now: Instant = MONDAY) => ({
  store,
  clock: { now: () => now },
  pepper: 'pepper',
});

describe('complaints', () => {
  test('of three people are too many where they are more than 0.08 % of the emails', () => {
    expect(isTooMany({ sent: 10_000, people: 8 })).toBe(false);
    expect(isTooMany({ sent: 10_000, people: 9 })).toBe(true);
    expect(isTooMany({ sent: 100, people: 3 })).toBe(true);
  });

  test('of one or two people never are, however few emails left', () => {
    expect(isTooMany({ sent: 0, people: 0 })).toBe(false);
    expect(isTooMany({ sent: 1, people: 1 })).toBe(false);
    expect(isTooMany({ sent: 1, people: 2 })).toBe(false);
  });

  test('of a third person hold all but critical email', async () => {
    const store = memoryStore();
    for (let email = 0; email < 20; email += 1) await countSent(at(store), false);
    expect(await heedComplaint(at(store), 'ana@example.org', false)).toBe(false);
    expect(await heedComplaint(at(store), 'ben@example.org', false)).toBe(false);
    expect(await sendingOf(store)).toBe('on');
    expect(await heedComplaint(at(store), 'cleo@example.org', false)).toBe(true);
    expect(await store.read('switches', 'sending')).toMatchObject({
      sending: 'critical',
      by: 'complaints',
    });
  });

  test('of one person on many days are one person’s', async () => {
    const store = memoryStore();
    for (let day = 0; day < 20; day += 1) {
      const later = at(store, plusMs(MONDAY, day * DAY_MS));
      expect(await heedComplaint(later, ' Ana@example.org', false)).toBe(false);
      expect(await heedComplaint(later, 'ana@example.org', false)).toBe(false);
    }
    expect(await complaintsOf(store, plusMs(MONDAY, 19 * DAY_MS))).toMatchObject({ people: 1 });
    expect(await sendingOf(store)).toBe('on');
  });

  test('of one person under three tags of an address are one person’s', async () => {
    const store = memoryStore();
    for (const address of ['ana+1@example.org', 'ana+2@example.org', 'Ana+x+y@Example.org']) {
      expect(await heedComplaint(at(store), address, false)).toBe(false);
    }
    expect(await complaintsOf(store, MONDAY)).toMatchObject({ people: 1 });
    expect(await sendingOf(store)).toBe('on');
  });

  test('of people who had not written to us are counted apart, and hold nothing', async () => {
    const store = memoryStore();
    for (let n = 0; n < 50; n += 1) {
      await countSent(at(store), true);
      expect(await heedComplaint(at(store), `stranger${n}@example.org`, true)).toBe(false);
    }
    expect(await complaintsOf(store, MONDAY)).toEqual({
      sent: 0,
      complained: 0,
      people: 0,
      firstContacts: { sent: 50, complained: 50 },
    });
    expect(await sendingOf(store)).toBe('on');
  });

  test('are counted over thirty days', async () => {
    const store = memoryStore();
    await heedComplaint(at(store, plusMs(MONDAY, -29 * DAY_MS)), 'ana@example.org', false);
    await heedComplaint(at(store, plusMs(MONDAY, -30 * DAY_MS)), 'ben@example.org', false);
    expect(await complaintsOf(store, MONDAY)).toMatchObject({ sent: 0, complained: 1, people: 1 });
  });

  test('that an operator looked into are not counted again, and new ones are', async () => {
    const store = memoryStore();
    const three = async (now: Instant) => {
      for (const name of ['ana', 'ben', 'cleo']) {
        await heedComplaint(at(store, now), `${name}@example.org`, false);
      }
    };
    await three(MONDAY);
    await setSending(at(store), 'on', 'operator', MONDAY);
    const next = plusMs(MONDAY, DAY_MS);
    expect(await complaintsOf(store, next)).toMatchObject({ sent: 0, complained: 0, people: 0 });
    await three(next);
    expect(await sendingOf(store)).toBe('critical');
  });

  test('of fifty people at once are all counted', async () => {
    const store = memoryStore();
    const people = Array.from({ length: 50 }, (_, n) => `p${n}@example.org`);
    await Promise.all(people.map((address) => heedComplaint(at(store), address, false)));
    expect(await complaintsOf(store, MONDAY)).toMatchObject({ complained: 50, people: 50 });
  });

  test('are forgotten a day after they last counted', async () => {
    const store = memoryStore();
    await heedComplaint(at(store), 'ana@example.org', false);
    const kept = await store.read('email-tally', '2026-11-23');
    expect(kept?.expiresAt).toBe('2026-12-24T00:00:00.000Z');
    expect(EXPIRING_KINDS).toContain('email-tally');
    const last = plusMs(MONDAY, 29 * DAY_MS);
    expect(await complaintsOf(store, last)).toMatchObject({ people: 1 });
  });

  test('leave no address in the store', async () => {
    const store = memoryStore();
    await heedComplaint(at(store), 'ana@example.org', false);
    await countMissing(at(store), 'ana@example.org');
    expect(JSON.stringify(await store.read('email-tally', '2026-11-23'))).not.toMatch(
      /ana|example/,
    );
  });
});

describe('a domain', () => {
  const missing = async (count: number, domainOf: (n: number) => string) => {
    const store = memoryStore();
    for (let n = 0; n < count; n += 1) {
      await countMissing(at(store), `p${n}@${domainOf(n)}`);
    }
    return store;
  };

  test('that does not know five of its addresses on one day is at fault', async () => {
    const store = await missing(5, () => 'School.example.org');
    expect(await isDomainAtFault(at(store), 'p0@school.example.org')).toBe(true);
    const next = plusMs(MONDAY, DAY_MS);
    expect(await isDomainAtFault(at(store, next), 'p0@school.example.org')).toBe(true);
  });

  test('is not for four, nor for five at other domains, nor for five of the week before', async () => {
    expect(await isDomainAtFault(at(await missing(4, () => 'x.org')), 'p0@x.org')).toBe(false);
    const others = await missing(9, (n) => `d${n}.org`);
    expect(await isDomainAtFault(at(others), 'p0@d0.org')).toBe(false);
    const before = await missing(5, () => 'x.org');
    const week = plusMs(MONDAY, 7 * DAY_MS);
    expect(await isDomainAtFault(at(before, week), 'p0@x.org')).toBe(false);
  });

  test('is not for one address that is tried five times', async () => {
    const store = memoryStore();
    for (let n = 0; n < 5; n += 1) await countMissing(at(store), 'ana@x.org');
    expect(await isDomainAtFault(at(store), 'ana@x.org')).toBe(false);
  });
});
