import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, daysBetween, plusDays, weekdayOf } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant, minuteOfDayIn } from '#shared/base/time/instant.ts';
import { atWork, writerRungs } from '#shared/people/writer/writer-ladder.ts';

const days = (dueOn: Day, askedOn: Day = '2027-08-10') =>
  writerRungs({ dueOn, askedOn }, EASTERN).map(({ at }) => dayIn(EASTERN, at));

describe('the rungs of a letter', () => {
  test('come on the day after asking, and 21, 7 and 1 days before, at nine', () => {
    expect(days('2027-09-24')).toEqual(['2027-08-11', '2027-09-03', '2027-09-17', '2027-09-23']);
    const [first] = writerRungs({ dueOn: '2027-09-24', askedOn: '2027-08-10' }, EASTERN);
    expect(first?.at).toBe('2027-08-11T13:00:00.000Z');
  });

  test.each<[Day, Day]>([
    ['2027-08-12', '2027-08-13'],
    ['2027-08-13', '2027-08-16'],
    ['2027-08-14', '2027-08-16'],
    ['2027-08-15', '2027-08-16'],
  ])('asked for on %s, the first one comes on the weekday %s', (askedOn, first) => {
    expect(days('2028-02-01', askedOn)[0]).toBe(first);
  });

  test('of a letter asked for ten days before are the first one and those that follow it', () => {
    expect(days('2027-09-24', '2027-09-14')).toEqual(['2027-09-15', '2027-09-17', '2027-09-23']);
  });

  test('of a letter asked for on its last day are the first one alone', () => {
    expect(days('2027-09-24', '2027-09-24')).toEqual(['2027-09-27']);
  });

  test('on a weekend come on the Friday before, and the last one on the due Monday itself', () => {
    expect(days('2027-09-25')).toEqual(['2027-08-11', '2027-09-03', '2027-09-17', '2027-09-24']);
    expect(days('2027-09-27').at(-1)).toBe('2027-09-27');
  });

  test('are never two within five days, never on a weekend, and none after the due day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (offset) => {
        const dueOn = plusDays('2026-01-01', offset);
        const rungs = days(dueOn, plusDays(dueOn, -60));
        for (const day of rungs) expect([1, 2, 3, 4, 5]).toContain(weekdayOf(day));
        for (const [index, day] of rungs.slice(1).entries()) {
          expect(daysBetween(rungs[index] ?? day, day)).toBeGreaterThanOrEqual(5);
        }
        expect(daysBetween(rungs.at(-1) ?? dueOn, dueOn)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('last until the due day is over where the writer is', () => {
    const last = writerRungs(
      { dueOn: '2027-09-24', askedOn: '2027-08-10' },
      'America/Los_Angeles',
    ).at(-1);
    expect(last?.until).toBe('2027-09-25T07:00:00.000Z');
  });
});

describe('working hours', () => {
  test.each<[string, Instant, Instant]>([
    ['before nine wait for nine', '2027-09-03T12:30:00.000Z', '2027-09-03T13:00:00.000Z'],
    ['at noon are now', '2027-09-03T16:00:00.000Z', '2027-09-03T16:00:00.000Z'],
    ['from four on wait over the weekend', '2027-09-03T20:00:00.000Z', '2027-09-06T13:00:00.000Z'],
  ])('%s', (_, now, opens) => {
    expect(atWork(EASTERN, now)).toBe(opens);
  });

  test('are never left, in any zone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('America/New_York', 'Pacific/Honolulu', 'Asia/Kolkata'),
        fc.integer({ min: 0, max: 20_000 }),
        (zone, hours) => {
          const now = new Date(Date.UTC(2027, 0, 1) + hours * 3_600_000).toISOString() as Instant;
          const at = atWork(zone, now);
          expect(at >= now).toBe(true);
          expect([1, 2, 3, 4, 5]).toContain(weekdayOf(dayIn(zone, at)));
          expect(minuteOfDayIn(zone, at)).toBeGreaterThanOrEqual(9 * 60);
          expect(minuteOfDayIn(zone, at)).toBeLessThan(16 * 60);
        },
      ),
    );
  });
});
