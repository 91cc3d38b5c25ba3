/** "Remind me later" offers only days before the next reminder that nothing may hold back. */
import { describe, expect, test } from 'vitest';
import { dayDeadline } from '#shared/agenda/deadline.ts';
import { putOffBefore } from '#shared/agenda/ladder.ts';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { EASTERN, instantAt } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { laterForms } from '#shared/views/forms/plan-forms.ts';

const titers = {
  ladder: 'hard' as const,
  deadline: dayDeadline('2027-06-30', { certainty: 'entered', source: 'a test' }),
};
const about = { rule: 'G14', subject: 'r1/mmr' };
const before = (day: Day, lastDay?: Day) => {
  const of = { ...titers, ...(lastDay && { lastDay }) };
  return putOffBefore(of, EASTERN, instantAt(day, '12:00', EASTERN));
};

describe('of a hard date on June 30', () => {
  test.each([
    ['2027-06-10', '2027-06-27', ['snoozed.1', 'snoozed.3', 'snoozed']],
    ['2027-06-24', '2027-06-27', ['snoozed.1', 'snoozed']],
    ['2027-06-25', '2027-06-27', ['snoozed.1', 'snoozed']],
    ['2027-06-26', '2027-06-27', []],
    ['2027-06-28', '2027-06-30', ['snoozed.1', 'snoozed']],
    ['2027-06-30', '2027-07-01', []],
  ] as const)('on %s the days before the reminder of %s are offered', (today, firm, keys) => {
    expect(before(today)).toBe(firm);
    const forms = laterForms(about, today, firm);
    expect(forms.map(({ key }) => key)).toEqual(keys);
    const hint = `The last day you can choose is ${phraseDay(plusDays(firm, -1))}.`;
    if (keys.length > 0) expect(forms.at(-1)?.fields[0]?.hint).toBe(hint);
  });

  test('after the last of them every day is offered', () => {
    expect(before('2027-07-20')).toBeUndefined();
    expect(laterForms(about, '2027-07-20').map(({ key }) => key)).toEqual([
      'snoozed.1',
      'snoozed.3',
      'snoozed',
    ]);
  });

  test('only days before the last on which it can be done are offered', () => {
    expect(before('2027-06-10', '2027-06-20')).toBe('2027-06-20');
    expect(before('2027-07-20', '2027-08-02')).toBe('2027-08-02');
  });
});
