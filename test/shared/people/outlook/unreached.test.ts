/** Whom email does not reach, and who is silent, on the days around each edge. */
import { expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import { unreachedOf } from '#shared/people/outlook/unreached.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { OutlookDue } from '#shared/people/person/outlook.ts';
import { alice } from '../../../cast.ts';
import { due, noonOf } from '../../cohort/rows.ts';

/** Heard from on June 1, 2027, and never before. */
const heard = alice({
  history: [
    { id: 'u1', at: noonOf('2027-06-01'), by: 'applicant', event: { type: 'eras-submitted' } },
  ],
});

const found = (person: Applicant, dues: OutlookDue[], day: Day) =>
  unreachedOf(person, dues, noonOf(day)).findings;

test.each([
  ['red', 'bounced, and something due in a month', '2027-03-01', 'bounced', '2027-03-31'],
  ['red', 'a complaint counts like a bounce', '2027-03-01', 'complained', '2027-03-31'],
  [undefined, 'bounced, a day earlier', '2027-02-28', 'bounced', '2027-03-31'],
  [undefined, 'unsubscribed', '2027-03-01', 'unsubscribed', '2027-03-31'],
  ['amber', 'a month of silence', '2027-07-01', 'ok', '2027-12-31'],
  [undefined, 'a day less', '2027-06-30', 'ok', '2027-12-31'],
] as const)('%s: %s', (color, _, day, reach, dueOn) => {
  expect(found({ ...heard, reach }, [due(dueOn)], day)[0]?.color).toBe(color);
});

test('a date that is only advised turns nobody red, and loses nothing', () => {
  const { hard: _, ...advised } = due('2027-03-31', { lastDay: '2027-03-31' });
  const [amber] = found({ ...heard, reach: 'bounced' }, [advised], '2027-03-01');
  expect([amber?.color, amber?.lastDay]).toEqual(['amber', undefined]);
});

test('silence is since the last word, not since thirty days after it', () => {
  expect(found(heard, [due('2027-12-31')], '2027-08-01')[0]).toMatchObject({
    since: '2027-06-01',
    title: 'steps are open',
  });
});

test('silence with nothing to do, and a bounce with nothing due, are none', () => {
  expect(found(heard, [], '2027-07-02')).toEqual([]);
  expect(found({ ...heard, reach: 'bounced' }, [], '2027-03-01')).toEqual([]);
  const later = due('2027-12-31', { opens: '2027-12-01' });
  expect(found(heard, [later], '2027-07-02')).toEqual([]);
});

test('the sweep is asked to come back on the day on which silence or a bounce begins to count', () => {
  const { begins } = unreachedOf(
    { ...heard, reach: 'bounced' },
    [due('2027-12-31')],
    noonOf('2027-06-02'),
  );
  expect(begins).toEqual(['2027-12-01T05:00:00.000Z', '2027-07-01T04:00:00.000Z']);
});
