import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plusDays } from '#shared/base/time/day.ts';
import {
  dayIn,
  EASTERN,
  instantAt,
  isInstant,
  isZone,
  minuteOfDayIn,
  startOfDay,
} from '#shared/base/time/instant.ts';

const ZONES = [
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'Pacific/Apia',
  'Africa/Lagos',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
];

describe('a wall clock time', () => {
  test('in summer and winter is its own instant', () => {
    expect(instantAt('2027-09-03', '17:00', EASTERN)).toBe('2027-09-03T21:00:00.000Z');
    expect(instantAt('2027-12-03', '17:00', EASTERN)).toBe('2027-12-03T22:00:00.000Z');
  });

  test('that the spring gap skips is the first instant after it', () => {
    expect(instantAt('2027-03-14', '02:30', EASTERN)).toBe('2027-03-14T07:00:00.000Z');
  });

  test('that the autumn overlap holds twice is the earlier one', () => {
    expect(instantAt('2027-11-07', '01:30', EASTERN)).toBe('2027-11-07T05:30:00.000Z');
  });

  test('at midnight where clocks change at midnight is the day’s first instant', () => {
    expect(startOfDay('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
  });

  test('at half past, in a zone whose summer time is half an hour', () => {
    expect(instantAt('2027-10-03', '02:15', 'Australia/Lord_Howe')).toBe(
      '2027-10-02T15:30:00.000Z',
    );
  });

  test('reads back as itself in every zone by day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 4, max: 23 }),
        (zone, days, hour) => {
          const day = plusDays('2024-01-01', days);
          const instant = instantAt(
            day,
            `${hour}:00`.padStart(5, '0') as `${number}:${number}`,
            zone,
          );
          expect([dayIn(zone, instant), minuteOfDayIn(zone, instant)]).toEqual([day, hour * 60]);
        },
      ),
    );
  });
});

test('one instant is two days', () => {
  expect(dayIn(EASTERN, '2028-05-31T21:00:00.000Z')).toBe('2028-05-31');
  expect(dayIn('Asia/Kolkata', '2028-05-31T21:00:00.000Z')).toBe('2028-06-01');
});

test('zones and instants in no known form are not taken', () => {
  for (const zone of ['Asia/Kolkata', 'America/Argentina/Buenos_Aires', 'UTC']) {
    expect(isZone(zone)).toBe(true);
  }
  for (const zone of ['Kolkata', '', '+05:30', 'PST', 'asia/kolkata', 'Mars/Olympus']) {
    expect(isZone(zone)).toBe(false);
  }
  expect(isInstant('2027-09-03T21:00:00.000Z')).toBe(true);
  for (const text of [
    '2027-09-03',
    '2027-09-03T21:00:00Z',
    '2027-09-03T21:00:00.000+01:00',
    'now',
  ]) {
    expect(isInstant(text)).toBe(false);
  }
});
