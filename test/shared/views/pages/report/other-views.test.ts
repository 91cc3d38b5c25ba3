/** The report by host on Mar 1, 2027: a number that is zero is shown, and one that is not known is a dash. */
import { expect, test } from 'vitest';
import { reportOf } from '#shared/cohort/report/report.ts';
import { hostsTable } from '#shared/views/pages/report/other-views.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { noonOf, rotation, row } from '../../../cohort/rows.ts';

function daysToAnAnswer(answerDays?: number): string | undefined {
  const answered = {
    waitingOn: 'applicant' as const,
    ...(answerDays !== undefined && { answerDays }),
  };
  const report = reportOf(
    { id: 'c2028', name: 'Match 2028' },
    [row({ rotations: [rotation({ outlook: answered })] })],
    { filters: {}, view: 'hosts', sort: 'risk', page: 1 },
    PUBLISHED_WORLD,
    noonOf('2027-03-01'),
  );
  return /Days to an answer: <\/span>([^<]*)/.exec(String(hostsTable(report)))?.[1];
}

test('a host that answered on the day of the application took 0 days', () => {
  expect(daysToAnAnswer(0)).toBe('0 (median of 1)');
});

test('a host that has not answered has a dash', () => {
  expect(daysToAnAnswer()).toBe('–');
});
