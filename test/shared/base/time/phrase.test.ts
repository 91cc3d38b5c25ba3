import { expect, test } from 'vitest';
import {
  phraseDate,
  phraseDay,
  phraseDistance,
  phraseInstant,
  phraseNearDay,
  placeOf,
} from '#shared/base/time/phrase.ts';

test('5 p.m. Eastern on 31 May is the next day in Kolkata, and both are said', () => {
  expect(phraseInstant('2028-05-31T21:00:00.000Z', 'Asia/Kolkata')).toBe(
    'Wed, May 31, 2028, 5:00 p.m. ET (Thu, Jun 1, 2:30 a.m. in Kolkata)',
  );
});

test('a reader in Eastern time is told one time', () => {
  expect(phraseInstant('2027-09-03T21:00:00.000Z', 'America/New_York')).toBe(
    'Fri, Sep 3, 2027, 5:00 p.m. ET',
  );
});

test('a reader whose wall clock agrees is shown one time, too', () => {
  expect(phraseInstant('2027-09-03T21:00:00.000Z', 'America/Toronto')).toBe(
    'Fri, Sep 3, 2027, 5:00 p.m. ET',
  );
});

test('a day in a row of days is said without its weekday', () => {
  expect(phraseDate('2027-09-03')).toBe('Sep 3');
});

test('the turn of a year is said in both', () => {
  expect(phraseInstant('2027-12-31T22:00:00.000Z', 'Pacific/Auckland')).toBe(
    'Fri, Dec 31, 2027, 5:00 p.m. ET (Sat, Jan 1, 2028, 11:00 a.m. in Auckland)',
  );
});

test('noon and midnight are not zero o’clock', () => {
  expect(phraseInstant('2027-09-03T16:00:00.000Z', 'America/New_York')).toContain('12:00 p.m.');
  expect(phraseInstant('2027-09-03T04:05:00.000Z', 'America/New_York')).toContain('12:05 a.m.');
});

test('days, distances and places in words', () => {
  expect(phraseDay('2027-09-03')).toBe('Fri, Sep 3, 2027');
  expect(
    ['2027-09-03', '2027-09-04', '2027-09-12', '2027-09-02', '2027-08-25'].map((day) =>
      phraseDistance('2027-09-03', day as '2027-09-03'),
    ),
  ).toEqual(['today', 'tomorrow', 'in 9 days', 'yesterday', '9 days ago']);
  expect(placeOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
});

test('a day over half a year away is named with its year, a nearer one without', () => {
  expect(phraseNearDay('2026-12-25', '2028-02-10')).toBe('Fri, Dec 25, 2026');
  expect(phraseNearDay('2027-12-25', '2028-02-10')).toBe('Sat, Dec 25');
});
