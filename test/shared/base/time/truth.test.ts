/** Days and moments as people read them: both clocks, both weekdays, in zones that do odd things. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plusDays } from '#shared/base/time/day.ts';
import {
  dayIn,
  EASTERN,
  HOUR_MS,
  instantAt,
  minuteOfDayIn,
  msBetween,
  plusMs,
  startOfDay,
} from '#shared/base/time/instant.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
import { calendarEntries } from '#shared/people/mailing/entry.ts';
import { movedLine } from '#shared/people/mailing/plan-dates.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { aliceAtYale, FEBRUARY } from '../../people/mailing/alice.ts';

const FIVE_PM_IN_MAY = instantAt('2028-05-31', '17:00', EASTERN);
const FIVE_PM_IN_JANUARY = instantAt('2028-01-31', '17:00', EASTERN);

describe('5 p.m. Eastern', () => {
  test.each([
    ['Asia/Kolkata', 'Wed, May 31, 2028, 5:00 p.m. ET (Thu, Jun 1, 2:30 a.m. in Kolkata)'],
    ['Asia/Kathmandu', 'Wed, May 31, 2028, 5:00 p.m. ET (Thu, Jun 1, 2:45 a.m. in Kathmandu)'],
    ['Africa/Lagos', 'Wed, May 31, 2028, 5:00 p.m. ET (Wed, May 31, 10:00 p.m. in Lagos)'],
    ['Asia/Karachi', 'Wed, May 31, 2028, 5:00 p.m. ET (Thu, Jun 1, 2:00 a.m. in Karachi)'],
    ['Pacific/Apia', 'Wed, May 31, 2028, 5:00 p.m. ET (Thu, Jun 1, 10:00 a.m. in Apia)'],
    ['America/Phoenix', 'Wed, May 31, 2028, 5:00 p.m. ET (Wed, May 31, 2:00 p.m. in Phoenix)'],
    ['America/St_Johns', 'Wed, May 31, 2028, 5:00 p.m. ET (Wed, May 31, 6:30 p.m. in St Johns)'],
  ])('on 31 May reads in %s as it is there', (zone, message) => {
    expect(phraseInstant(FIVE_PM_IN_MAY, zone)).toBe(message);
  });

  test.each([
    ['Pacific/Auckland', 'Mon, Jan 31, 2028, 5:00 p.m. ET (Tue, Feb 1, 11:00 a.m. in Auckland)'],
    ['Africa/Lagos', 'Mon, Jan 31, 2028, 5:00 p.m. ET (Mon, Jan 31, 11:00 p.m. in Lagos)'],
    ['Asia/Kolkata', 'Mon, Jan 31, 2028, 5:00 p.m. ET (Tue, Feb 1, 3:30 a.m. in Kolkata)'],
  ])(
    'in winter is another hour in %s, which has no summer time or the other one',
    (zone, message) => {
      expect(phraseInstant(FIVE_PM_IN_JANUARY, zone)).toBe(message);
    },
  );
});

describe('where clocks change', () => {
  test('between the US and Europe for two weeks, both clocks are right', () => {
    const march = instantAt('2027-03-17', '17:00', EASTERN);
    expect(phraseInstant(march, 'Europe/Rome')).toContain('(Wed, Mar 17, 10:00 p.m. in Rome)');
    expect(phraseInstant(instantAt('2027-04-14', '17:00', EASTERN), 'Europe/Rome')).toContain(
      '(Wed, Apr 14, 11:00 p.m. in Rome)',
    );
  });

  test('a gap of the reader’s zone is the first moment after it, an overlap the earlier one', () => {
    expect(instantAt('2027-03-28', '02:30', 'Europe/Rome')).toBe('2027-03-28T01:00:00.000Z');
    expect(instantAt('2027-10-31', '02:30', 'Europe/Rome')).toBe('2027-10-31T00:30:00.000Z');
    expect(instantAt('2027-09-26', '02:30', 'Pacific/Auckland')).toBe('2027-09-25T14:00:00.000Z');
    expect(instantAt('2027-04-04', '02:30', 'Pacific/Auckland')).toBe('2027-04-03T13:30:00.000Z');
  });

  test('a day has 23, 24 or 25 hours, and in Lord Howe half an hour more or less', () => {
    const hoursOf = (day: '2027-03-14', zone: string) =>
      msBetween(startOfDay(day, zone), startOfDay(plusDays(day, 1), zone)) / HOUR_MS;
    const day = (text: string) => text as '2027-03-14';
    expect(hoursOf(day('2027-03-14'), EASTERN)).toBe(23);
    expect(hoursOf(day('2027-11-07'), EASTERN)).toBe(25);
    expect(hoursOf(day('2027-11-07'), 'Asia/Kolkata')).toBe(24);
    expect(hoursOf(day('2027-10-03'), 'Australia/Lord_Howe')).toBe(23.5);
    expect(hoursOf(day('2027-04-04'), 'Australia/Lord_Howe')).toBe(24.5);
  });

  test('no moment of a year is shown on another day or minute than its wall clock shows', () => {
    const zones = [
      'Asia/Kolkata',
      'Pacific/Apia',
      'Australia/Lord_Howe',
      'America/Phoenix',
      EASTERN,
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 365 * 48 }),
        (zone, halfHours) => {
          const instant = plusMs('2027-01-01T00:00:00.000Z', (halfHours * HOUR_MS) / 2);
          const minute = minuteOfDayIn(zone, instant);
          const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
          const again = instantAt(dayIn(zone, instant), clock as '00:00', zone);
          // In an overlap the same wall clock comes twice, and the earlier one is taken.
          expect([0, HOUR_MS / 2, HOUR_MS]).toContain(msBetween(again, instant));
        },
      ),
    );
  });
});

describe('an estimated date says so', () => {
  test('in every entry of a calendar that is one', () => {
    const { dates } = PUBLISHED_WORLD.season(2028);
    const estimated = Object.values(dates).filter(({ certainty }) => certainty === 'estimated');
    const entries = calendarEntries(aliceAtYale(), PUBLISHED_WORLD, FEBRUARY);
    for (const { event } of estimated) {
      const entry = entries.find(({ key }) => key === `season/2028/${event}`);
      expect(entry?.title, event).toMatch(/\(estimated\)$/);
      expect(entry?.details, event).toContain('(estimated)');
    }
    expect(estimated.length).toBeGreaterThan(5);
  });

  test('in the email that says it moved, beside a moment with both clocks', () => {
    const was = { day: '2028-03-01', timeEt: '21:00', certainty: 'estimated' } as const;
    const is = {
      ...was,
      key: 'season/2028/rank-list-certify-deadline',
      label: 'rank lists must be certified',
      day: '2028-03-08',
      certainty: 'official',
      source: 'https://www.nrmp.org/',
      checkedOn: '2027-02-01',
    } as const;
    expect(movedLine(is.label, was, is, 'Asia/Kolkata')).toBe(
      'Rank lists must be certified: was Wed, Mar 1, 2028, 9:00 p.m. ET (Thu, Mar 2, 7:30 a.m. in Kolkata) (estimated), ' +
        'now Wed, Mar 8, 2028, 9:00 p.m. ET (Thu, Mar 9, 7:30 a.m. in Kolkata) (official). Source: https://www.nrmp.org/, checked Mon, Feb 1, 2027.',
    );
    expect(movedLine(is.label, was, undefined, 'Asia/Kolkata')).toContain(
      'no date is published now',
    );
  });
});
