import { describe, expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import {
  dayIn,
  HOUR_MS,
  type Instant,
  instantAt,
  msBetween,
  plusMs,
} from '#shared/base/time/instant.ts';
import {
  digestOpensAt,
  quietUntil,
  urgentIsFree,
  weekOpensAt,
} from '#shared/people/mailing/gate.ts';
import type { EmailRecord } from '#shared/people/person/email-record.ts';
import { type Mailing, mailingOf } from '#shared/plan/facts/mailing.ts';

const KOLKATA = 'Asia/Kolkata';
const noon = (day: Day): Instant => instantAt(day, '12:00', KOLKATA);
const alice = (emails: EmailRecord[] = [], zone = KOLKATA, mailing: Mailing = {}) => ({
  id: 'alice',
  zone,
  emails,
  mailing: mailingOf({ mailing }),
});

function digestAt(claimedAt: Instant, status: EmailRecord['status'] = 'sent'): EmailRecord {
  return {
    n: 1,
    stream: 'digest',
    status,
    keys: [],
    rotationIds: [],
    subject: 'x',
    claimedAt,
    leaseUntil: claimedAt,
  };
}

describe('the digest', () => {
  test('leaves between nine and eleven in the morning', () => {
    const at = digestOpensAt(alice(), instantAt('2027-03-01', '03:00', KOLKATA));
    expect(at >= instantAt('2027-03-01', '09:00', KOLKATA)).toBe(true);
    expect(at < instantAt('2027-03-01', '11:00', KOLKATA)).toBe(true);
  });

  test('leaves at once when its minute has passed and the day is not over', () => {
    expect(digestOpensAt(alice(), noon('2027-03-01'))).toBe(noon('2027-03-01'));
  });

  test('waits for the morning when quiet hours have begun', () => {
    const at = digestOpensAt(alice(), instantAt('2027-03-01', '21:00', KOLKATA));
    expect(dayIn(KOLKATA, at)).toBe('2027-03-02');
  });

  test('is the only one that day', () => {
    const at = digestOpensAt(
      alice([digestAt(noon('2027-03-01'))]),
      plusMs(noon('2027-03-01'), HOUR_MS),
    );
    expect(dayIn(KOLKATA, at)).toBe('2027-03-02');
  });

  test('comes twenty hours after the last at the earliest, also after a move across the date line', () => {
    const last = noon('2027-03-01');
    const moved = alice([digestAt(last)], 'Pacific/Auckland');
    const at = digestOpensAt(moved, plusMs(last, HOUR_MS));
    expect(msBetween(last, at)).toBeGreaterThanOrEqual(20 * HOUR_MS);
  });

  test('that was lost or failed does not count against the next', () => {
    for (const status of ['lost', 'failed'] as const) {
      const at = digestOpensAt(
        alice([digestAt(noon('2027-03-01'), status)]),
        plusMs(noon('2027-03-01'), HOUR_MS),
      );
      expect(dayIn(KOLKATA, at)).toBe('2027-03-01');
    }
  });
});

describe('a chosen hour', () => {
  const evening = alice([], KOLKATA, { hour: '18:00' });

  test('is the hour of the digest', () => {
    expect(digestOpensAt(evening, instantAt('2027-03-01', '03:00', KOLKATA))).toBe(
      instantAt('2027-03-01', '18:00', KOLKATA),
    );
  });

  test('is exempt from quiet hours that end later; ours is held to their end', () => {
    const now = instantAt('2027-03-01', '03:00', KOLKATA);
    const late = { quietUntil: '11:00' } as const;
    expect(digestOpensAt(alice([], KOLKATA, { ...late, hour: '09:00' }), now)).toBe(
      instantAt('2027-03-01', '09:00', KOLKATA),
    );
    expect(digestOpensAt(alice([], KOLKATA, late), now)).toBe(
      instantAt('2027-03-01', '11:00', KOLKATA),
    );
  });

  test('brought forward leaves twenty hours after the last digest', () => {
    const last = instantAt('2027-03-01', '18:00', KOLKATA);
    const moved = alice([digestAt(last)], KOLKATA, { hour: '09:00' });
    expect(digestOpensAt(moved, plusMs(last, HOUR_MS))).toBe(plusMs(last, 20 * HOUR_MS));
  });
});

describe('a digest that a cap may hold', () => {
  const [monday, tuesday, thursday] = (['2027-03-01', '2027-03-02', '2027-03-04'] as const).map(
    (day) => digestAt(noon(day)),
  ) as [EmailRecord, EmailRecord, EmailRecord];
  const friday = noon('2027-03-05');

  test('leaves at once where two emails left within the week', () => {
    expect(weekOpensAt(alice([monday, thursday]), friday)).toBe(friday);
  });

  test('waits after three until the seventh day after the first of them, urgent ones counted', () => {
    const urgent = { ...tuesday, stream: 'urgent' as const };
    const at = weekOpensAt(alice([monday, urgent, thursday]), friday);
    expect(dayIn(KOLKATA, at)).toBe('2027-03-08');
  });

  test('is not held by a link that was asked for, nor by an email that came back', () => {
    const link = { ...tuesday, stream: 'link' as const };
    const back = { ...tuesday, status: 'returned' as const };
    expect(weekOpensAt(alice([monday, link, thursday]), friday)).toBe(friday);
    expect(weekOpensAt(alice([monday, back, thursday]), friday)).toBe(friday);
  });
});

describe('quiet hours', () => {
  test('hold from nine in the evening to eight in the morning', () => {
    expect(quietUntil(alice(), instantAt('2027-03-01', '21:00', KOLKATA))).toBe(
      instantAt('2027-03-02', '08:00', KOLKATA),
    );
    expect(quietUntil(alice(), instantAt('2027-03-01', '07:59', KOLKATA))).toBe(
      instantAt('2027-03-01', '08:00', KOLKATA),
    );
  });

  test('do not hold by day', () => {
    expect(quietUntil(alice(), instantAt('2027-03-01', '08:00', KOLKATA))).toBeUndefined();
    expect(quietUntil(alice(), instantAt('2027-03-01', '20:59', KOLKATA))).toBeUndefined();
  });
});

test('one urgent email a local day, and a digest does not count as one', () => {
  const urgent = { ...digestAt(noon('2027-03-01')), stream: 'urgent' as const };
  expect(urgentIsFree(alice([urgent]), instantAt('2027-03-01', '20:00', KOLKATA))).toBe(false);
  expect(urgentIsFree(alice([urgent]), instantAt('2027-03-02', '08:00', KOLKATA))).toBe(true);
  expect(urgentIsFree(alice([digestAt(noon('2027-03-01'))]), noon('2027-03-01'))).toBe(true);
});
