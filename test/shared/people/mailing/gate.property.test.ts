/** Wherever a person lives, moves to, and whatever hours they choose: one digest a local day, twenty hours apart. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DAY_MS,
  dayIn,
  HOUR_MS,
  type Instant,
  msBetween,
  plusMs,
} from '#shared/base/time/instant.ts';
import { digestOpensAt } from '#shared/people/mailing/gate.ts';
import type { EmailRecord } from '#shared/people/person/email-record.ts';
import {
  DIGEST_HOURS,
  mailingOf,
  QUIET_FROM_HOURS,
  QUIET_UNTIL_HOURS,
} from '#shared/plan/facts/mailing.ts';

/** Gaps and overlaps on both sides of the equator, at midnight and by half an hour; none; halves and quarters; +13, +14, −11. */
const ZONES = [
  'America/New_York',
  'America/St_Johns',
  'Europe/London',
  'Africa/Cairo',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
] as const;

const zone = fc.constantFrom(...ZONES);
const mailing = fc
  .record(
    {
      hour: fc.constantFrom(...DIGEST_HOURS),
      quietFrom: fc.constantFrom(...QUIET_FROM_HOURS),
      quietUntil: fc.constantFrom(...QUIET_UNTIL_HOURS),
    },
    { requiredKeys: [] },
  )
  .map((hours) => mailingOf({ mailing: hours }));
/** A stretch of hours in one zone, under one set of wishes. */
const stretch = fc.record({ zone, mailing, hours: fc.integer({ min: 1, max: 120 }) });
/** Any hour of the year in which every clock change of both hemispheres falls. */
const start = fc
  .integer({ min: 0, max: 365 * 24 })
  .map((hours) => plusMs('2027-01-01T00:00:00.000Z', hours * HOUR_MS));

test('with something to say at every hour, no two digests within twenty hours nor on one local day', () => {
  fc.assert(
    fc.property(start, fc.array(stretch, { minLength: 1, maxLength: 6 }), (from, stretches) => {
      const emails: EmailRecord[] = [];
      let now = from;
      for (const { zone: here, mailing: wishes, hours } of stretches) {
        for (let hour = 0; hour < hours; hour += 1, now = plusMs(now, HOUR_MS)) {
          const reader = { id: 'alice', zone: here, emails, mailing: wishes };
          if (digestOpensAt(reader, now) > now) continue;
          const last = emails.at(-1)?.claimedAt;
          if (last) {
            expect(msBetween(last, now)).toBeGreaterThanOrEqual(20 * HOUR_MS);
            expect(dayIn(here, last)).not.toBe(dayIn(here, now));
          }
          emails.push(digestAt(now, emails.length + 1));
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('a digest is never put off for longer than three days, nor said to open in the past', () => {
  fc.assert(
    fc.property(start, zone, mailing, (now, here, wishes) => {
      const last = digestAt(plusMs(now, -HOUR_MS), 1);
      const reader = { id: 'alice', zone: here, emails: [last], mailing: wishes };
      const opens = digestOpensAt(reader, now);
      expect(opens >= now).toBe(true);
      expect(msBetween(now, opens)).toBeLessThanOrEqual(3 * DAY_MS);
      expect(digestOpensAt(reader, opens)).toBe(opens);
    }),
    { numRuns: 300 },
  );
});

function digestAt(claimedAt: Instant, n: number): EmailRecord {
  return {
    n,
    stream: 'digest',
    status: 'sent',
    keys: [],
    rotationIds: [],
    subject: 'x',
    claimedAt,
    leaseUntil: claimedAt,
  };
}
