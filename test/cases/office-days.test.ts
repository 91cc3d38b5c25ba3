/** The days by which a host’s office must have something: ours are days on which it is open, and nobody else’s are moved. */
import { describe, expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import { fileOf, judged, withRotation } from './judged.ts';
import { noon } from './said.ts';

const NOW = noon('2026-11-30');
const accepted = (start: Day, end: Day, of: object = {}) =>
  judged(
    withRotation(fileOf('no-email-to-apply'), {
      host: 'Brown',
      status: 'collecting',
      checklist: [{ kind: 'tb', status: 'to-do' }],
      dates: { start, end },
      ...of,
    }),
    NOW,
  ).matter('G14|r1/tb')?.due?.day;
const listed = (start: Day, end: Day, of: object = {}) =>
  judged(
    withRotation(fileOf('no-email-to-apply'), {
      host: 'Brown',
      status: 'preparing',
      dates: { start, end },
      ...of,
    }),
    NOW,
  ).matter('apply|r1')?.due?.day;

describe('papers, four weeks before the first day, are due', () => {
  test.each<[why: string, start: Day, end: Day, due: Day]>([
    ['on that Monday', '2027-03-22', '2027-04-16', '2027-02-22'],
    ['on the Friday before Presidents’ Day', '2027-03-15', '2027-04-09', '2027-02-12'],
    ['on the Friday before a Saturday', '2027-05-01', '2027-05-28', '2027-04-02'],
    ['on the Friday before Labor Day', '2027-10-04', '2027-10-29', '2027-09-03'],
    ['on a leap day, a Tuesday', '2028-03-28', '2028-04-21', '2028-02-29'],
  ])('%s', (_, start, end, due) => {
    expect(accepted(start, end)).toBe(due);
  });

  test('on a holiday where the host named that day', () => {
    const hostDays = { 'documents-by': '2027-02-15' };
    expect(accepted('2027-03-15', '2027-04-09', { hostDays })).toBe('2027-02-15');
  });
});

describe('an application, about four months ahead, is due', () => {
  test.each<[why: string, start: Day, end: Day, due: Day]>([
    ['on that Thursday', '2027-07-05', '2027-07-30', '2027-03-04'],
    ['on the day before Thanksgiving', '2028-03-27', '2028-04-21', '2027-11-24'],
    ['on the Friday before a Sunday', '2027-07-01', '2027-07-30', '2027-02-26'],
    ['before New Year, a Saturday kept on Friday', '2028-05-02', '2028-05-26', '2027-12-30'],
  ])('%s', (_, start, end, due) => {
    expect(listed(start, end)).toBe(due);
  });

  test('on a holiday where its last day was entered so', () => {
    expect(listed('2027-07-05', '2027-07-30', { windowClosesOn: '2027-02-15' })).toBe('2027-02-15');
  });

  test('on the day before where nobody knows how offices work, outside the US', () => {
    expect(listed('2027-07-05', '2027-07-30', { country: 'IN' })).toBe('2027-07-04');
  });
});
