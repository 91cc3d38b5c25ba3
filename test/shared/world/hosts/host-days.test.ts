import { describe, expect, it } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import { hostDaysOf, lastDayOf, openState } from '#shared/world/hosts/host-days.ts';

const JULY = { start: '2027-07-05' as Day, end: '2027-07-30' as Day };

describe('days counted back from the start', () => {
  it('reads a deadline in months early and an opening late, so that keeping the day keeps the rule', () => {
    const four = [{ before: { months: 4 } }];
    expect(hostDaysOf(four, JULY, 'closes')).toEqual([{ day: '2027-03-04', certainty: 'stated' }]);
    expect(hostDaysOf(four, JULY, 'opens')).toEqual([{ day: '2027-03-05', certainty: 'stated' }]);
  });

  it.each([
    [{ days: 45 }, '2027-05-21'],
    [{ weeks: 6 }, '2027-05-24'],
    [{ businessDays: 15 }, '2027-06-14'],
    [{ months: 13 }, '2026-06-03'],
  ] as const)('%j before July 5 is %s', (before, day) => {
    expect(hostDaysOf([{ before }], JULY, 'closes')).toEqual([{ day, certainty: 'stated' }]);
  });

  it('keeps what the page only advises, and for whom, beside the rule', () => {
    const dates = [
      { before: { days: 120 } },
      { before: { months: 6 }, advised: true as const },
      { before: { days: 30 }, only: 'affiliation agreement' },
    ];
    expect(hostDaysOf(dates, JULY, 'closes')).toEqual([
      { day: '2027-03-07', certainty: 'stated' },
      { day: '2027-01-02', certainty: 'stated', advised: true },
      { day: '2027-06-05', certainty: 'stated', only: 'affiliation agreement' },
    ]);
  });
});

describe('days stated for one year', () => {
  it('are facts for that year’s rotations and estimates for the next', () => {
    const dates = [{ on: '2026-03-09' as Day }];
    expect(hostDaysOf(dates, { start: '2026-11-02' }, 'opens')).toEqual([
      { day: '2026-03-09', certainty: 'stated' },
    ]);
    expect(hostDaysOf(dates, JULY, 'opens')).toEqual([
      { day: '2027-03-09', certainty: 'estimated' },
    ]);
  });

  it('hold only for rotations that start in their period', () => {
    const dates = [
      { on: '2026-07-31' as Day, forStarts: { from: '2027-01-01', to: '2027-06-30' } as const },
      { on: '2027-01-31' as Day, forStarts: { from: '2027-07-01', to: '2027-12-31' } as const },
    ];
    expect(hostDaysOf(dates, JULY, 'closes')).toEqual([{ day: '2027-01-31', certainty: 'stated' }]);
    expect(hostDaysOf(dates, { start: '2028-02-07' }, 'closes')).toEqual([
      { day: '2027-07-31', certainty: 'estimated' },
    ]);
  });

  it('keep their hour and zone', () => {
    const at = { time: '08:00', zone: 'America/Los_Angeles' } as const;
    expect(hostDaysOf([{ on: '2026-03-09', at }], { start: '2026-06-01' }, 'opens')).toEqual([
      { day: '2026-03-09', certainty: 'stated', at },
    ]);
  });
});

describe('days of every year', () => {
  it.each([
    [{ month: 4, day: 1 }, '2027-04-01', 'stated'],
    [{ month: 9, day: 1 }, '2026-09-01', 'stated'],
    [{ month: 3, nth: 1, weekday: 'mon' }, '2027-03-01', 'stated'],
    [{ month: 2 }, '2027-02-01', 'estimated'],
  ] as const)('%j before July 5, 2027 is %s, %s', (every, day, certainty) => {
    expect(hostDaysOf([{ every }], JULY, 'opens')).toEqual([{ day, certainty }]);
  });

  it('are none where applications are taken all year', () => {
    expect(hostDaysOf([{ always: true }], JULY, 'opens')).toEqual([]);
  });
});

describe('terms', () => {
  it('end on the last whole day that is left', () => {
    expect(lastDayOf({ days: 14, from: 'offer' }, '2027-02-10')).toBe('2027-02-24');
    expect(lastDayOf({ hours: 72, from: 'acceptance' }, '2027-02-10')).toBe('2027-02-13');
  });
});

describe('open months and blocks', () => {
  it.each([
    ['January to June only, in July', { openMonths: [1, 2, 3, 4, 5, 6] }, 'closed'],
    ['July to October only, in July', { openMonths: [7, 8, 9, 10] }, 'open'],
    ['closed in August, in July', { closedMonths: [8] }, 'open'],
    ['closed in July', { closedMonths: [7] }, 'closed'],
    ['closed over the year’s end', { closedDays: ['11-15', '01-01'] }, 'open'],
    ['on the first Monday', { startsOn: { weekday: 'mon', nth: 1 } }, 'open'],
    ['on a first Tuesday', { startsOn: { weekday: 'tue', nth: 1 } }, 'closed'],
    ['in a block', { blockStarts: ['2027-06-07', '2027-07-05'] }, 'open'],
    ['between two blocks', { blockStarts: ['2027-06-28', '2027-07-26'] }, 'closed'],
    ['in a year whose blocks are not out', { blockStarts: ['2026-07-06'] }, 'unknown'],
    [
      'past what the page speaks of',
      { between: { from: '2026-07-20', to: '2027-06-18' } },
      'unknown',
    ],
  ] as const)('%s: %j is %s', (_, opening, state) => {
    expect(openState([opening as never], JULY)).toBe(state);
  });

  it('counts a closure that only the last day touches', () => {
    const dates = { start: '2027-10-25' as Day, end: '2027-11-19' as Day };
    expect(openState([{ closedDays: ['11-15', '01-01'] }], dates)).toBe('closed');
    expect(openState([{ closedMonths: [12] }], dates)).toBe('open');
  });

  it('heeds a rule for one department only in that department', () => {
    const openings = [{ closedMonths: [7], only: 'Pathology' }];
    expect(openState(openings, JULY)).toBe('unknown');
    expect(openState(openings, JULY, (only) => only === 'Pathology')).toBe('closed');
  });

  it('knows nothing where the page says nothing', () => {
    expect(openState([], JULY)).toBe('unknown');
  });
});
