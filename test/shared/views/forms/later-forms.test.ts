/** "Remind me later" offers only days before the next reminder that nothing may hold back. */
import { describe, expect, test } from 'vitest';
import { dayDeadline } from '#shared/agenda/deadline.ts';
import { nextFirmRung, rungsOf } from '#shared/agenda/ladder.ts';
import type { Day } from '#shared/base/time/day.ts';
import { EASTERN, instantAt } from '#shared/base/time/instant.ts';
import { laterForms } from '#shared/views/forms/wish-forms.ts';

const titers = {
  ladder: 'hard' as const,
  deadline: dayDeadline('2027-06-30', { certainty: 'entered', source: 'a test' }),
};
const about = { rule: 'G14', subject: 'r1/mmr' };
const next = (day: Day) =>
  nextFirmRung(rungsOf(titers, EASTERN), instantAt(day, '12:00', EASTERN))?.at;

describe('of a hard date on June 30', () => {
  test.each([
    ['2027-06-10', '2027-06-27', ['snoozed.1', 'snoozed.3', 'snoozed']],
    ['2027-06-24', '2027-06-27', ['snoozed.1', 'snoozed']],
    ['2027-06-26', '2027-06-27', ['snoozed']],
    ['2027-06-28', '2027-06-30', ['snoozed.1', 'snoozed']],
    ['2027-06-30', '2027-07-01', ['snoozed']],
  ] as const)('on %s the days before the reminder of %s are offered', (today, firm, keys) => {
    expect(next(today)).toBe(instantAt(firm, '08:00', EASTERN));
    const forms = laterForms(about, today, firm);
    expect(forms.map(({ key }) => key)).toEqual(keys);
    expect(forms.at(-1)?.fields[0]?.hint).toContain('Best before');
  });

  test('after the last of them every day is offered', () => {
    expect(next('2027-07-20')).toBeUndefined();
    expect(laterForms(about, '2027-07-20').map(({ key }) => key)).toEqual([
      'snoozed.1',
      'snoozed.3',
      'snoozed',
    ]);
  });
});
