/** The TB test is due on Fri, Sep 3, 2027; Alice is in New York. */
import { expect, test } from 'vitest';
import { rungsOf } from '#shared/agenda/ladder.ts';
import type { Day } from '#shared/base/time/day.ts';
import { dayIn, instantAt } from '#shared/base/time/instant.ts';
import { openNudges } from '#shared/people/mailing/open-nudges.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Occasion } from '#shared/words/occasions.ts';
import { alice } from '../../../cast.ts';
import { TB_AT_YALE } from '../../views/email/occasions.ts';

const ZONE = 'America/New_York';
const STARTED: Occasion = { ...TB_AT_YALE, startBy: '2027-08-18' };

test('a rung joins an email on the first of its days, and goes by itself on the last', () => {
  expect(openOn('2027-08-20')).toEqual([
    { key: 'G14|r1/tb|2027-09-03|14', from: '2027-08-04', by: '2027-08-10' },
  ]);
  expect(openOn('2027-08-20', { said: { '2027-08-06': '30' } })).toEqual([
    { key: 'G14|r1/tb|2027-09-03|14', from: '2027-08-20', by: '2027-08-23' },
  ]);
});

test('nothing is open between two rungs', () => {
  expect(openOn('2027-08-18', { said: { '2027-08-06': '30' } })).toEqual([]);
});

test('a matter that was named waits three days, even past its own', () => {
  const named = { '2027-08-06': '30', '2027-08-22': 'opens' };
  expect(openOn('2027-08-23', { said: named })).toEqual([
    { key: 'G14|r1/tb|2027-09-03|14', from: '2027-08-25', by: '2027-08-25' },
  ]);
});

test('the first word that it is late waits no longer than it may', () => {
  const said = { '2027-08-17': 'start-7' };
  expect(openOn('2027-08-19', { occasion: STARTED, said })).toEqual([
    {
      key: 'G14|r1/tb|2027-09-03|start+1',
      from: '2027-08-20',
      by: '2027-08-25',
      firm: '2027-08-25',
    },
  ]);
  const soonLost = { ...STARTED, lastDay: '2027-09-01' } as const;
  expect(openOn('2027-08-19', { occasion: soonLost, said: { '2027-08-18': 'start-7' } })).toEqual([
    {
      key: 'G14|r1/tb|2027-09-03|start+1',
      from: '2027-08-20',
      by: '2027-08-20',
      firm: '2027-08-20',
    },
  ]);
});

test('three days before, its day, and the day after are said whatever was said the day before', () => {
  for (const [day, rung, last] of [
    ['2027-08-31', '3', '14'],
    ['2027-09-03', '0', '3'],
    ['2027-09-04', '+1', '0'],
  ] as const) {
    const before = dayIn(ZONE, instantAt(day, '00:00', 'Pacific/Honolulu'));
    expect(openOn(day, { said: { [before]: last } }).at(-1)).toMatchObject({
      key: `G14|r1/tb|2027-09-03|${rung}`,
      firm: day,
    });
  }
});

/** What is open at noon, with the days from which and by which it goes. */
function openOn(
  day: Day,
  { occasion = TB_AT_YALE, said = {} }: { occasion?: Occasion; said?: Record<string, string> } = {},
) {
  const emails = Object.entries(said).map(([on, rung], index): Applicant['emails'][number] => ({
    n: index + 1,
    stream: 'digest',
    status: 'sent',
    keys: [`G14|r1/tb|2027-09-03|${rung}`],
    rotationIds: [],
    subject: 'x',
    claimedAt: instantAt(on as Day, '10:00', ZONE),
    leaseUntil: instantAt(on as Day, '10:00', ZONE),
  }));
  const { facts } = alice();
  const person = alice({ emails, facts: { ...facts, profile: { ...facts.profile, zone: ZONE } } });
  const timed = [{ occasion, rungs: rungsOf(occasion, ZONE) }];
  return openNudges(person, timed, instantAt(day, '12:00', ZONE)).map(
    ({ nudge: { key }, from, by, firmBy }) => ({
      key,
      from: dayIn(ZONE, from),
      by: dayIn(ZONE, by),
      ...(firmBy && { firm: dayIn(ZONE, firmBy) }),
    }),
  );
}
