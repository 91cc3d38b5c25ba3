/** What somebody only considers: put on the list on Mon, Feb 1, 2027, for dates whose window closed weeks before. */
import { expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import { hardDays, reportRow } from '#shared/cohort/report/row.ts';
import { DEFAULT_THRESHOLDS } from '#shared/cohort/risk/thresholds.ts';
import type { SummaryRotation } from '#shared/people/outlook/summary.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { due, noonOf, risksOn, rotation, row } from '../rows.ts';

const LISTED = '2027-02-01';

function considering(
  windowCloses: Day,
  safeUntil: Day,
  stage: Partial<SummaryRotation> = { stage: 'identify', status: 'shortlisted' },
) {
  return row({
    activeOn: '2027-04-01',
    rotations: [
      rotation(),
      rotation({
        id: 'r2',
        host: 'Yale',
        since: LISTED,
        start: '2027-07-05',
        end: '2027-07-30',
        outlook: {
          waitingOn: 'applicant',
          waitingSince: LISTED,
          safe: { step: 'choose', day: safeUntil },
          last: { step: 'choose', day: safeUntil },
        },
        ...stage,
      }),
    ],
    outlook: { at: noonOf(LISTED), due: [due(windowCloses, { rotationId: 'r2' })], followed: {} },
  });
}

const late = considering('2026-10-11', '2026-11-01');
const told = (day: Day, of = late) => risksOn(day, of).map(({ code, level }) => [code, level]);

test('nothing is said minutes after it was put on the list, and for three weeks more', () => {
  expect(told(LISTED)).toEqual([]);
  expect(told('2027-02-21')).toEqual([]);
});

test('after three weeks it is amber, and never red', () => {
  const amber = [
    ['D1', 'amber'],
    ['D2', 'amber'],
    ['P1', 'amber'],
  ];
  expect(told('2027-02-22')).toEqual(amber);
  expect(told('2027-03-25')).toEqual(amber);
  expect(risksOn('2027-02-22', late).every(({ since }) => since === '2027-02-22')).toBe(true);
});

test('the same dates of a rotation that was chosen are red at once', () => {
  const chosen = considering('2026-10-11', '2026-11-01', { stage: 'apply', status: 'preparing' });
  expect(told(LISTED, chosen).map(([, level]) => level)).toEqual(['red', 'red', 'red']);
});

test('a window that can still be met is amber at once, from the day it stood on the list', () => {
  const soon = considering('2027-02-04', '2027-12-01');
  expect(risksOn(LISTED, soon).map(({ code, level, since }) => [code, level, since])).toEqual([
    ['D1', 'amber', LISTED],
  ]);
});

test('it takes no slack away, and its passed window is no deadline', () => {
  const season = PUBLISHED_WORLD.season(2028);
  const shown = reportRow(late, season, DEFAULT_THRESHOLDS, noonOf(LISTED));
  expect(shown.slackDays).toBeUndefined();
  expect(hardDays(shown, LISTED)).toEqual([]);
});

test('a cohort may give more time or less', () => {
  const codesWith = (candidateDays: number) =>
    risksOn('2027-02-08', late, { ...DEFAULT_THRESHOLDS, candidateDays }).length;
  expect([codesWith(7), codesWith(8)]).toEqual([3, 0]);
});
