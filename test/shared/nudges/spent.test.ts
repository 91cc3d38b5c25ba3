import { expect, test } from 'vitest';
import type { Applicant } from '../../../shared/applicant/applicant.ts';
import type { MailRecord } from '../../../shared/nudges/mail-record.ts';
import { spentOccasions } from '../../../shared/nudges/spent.ts';
import { type Instant, instantAt } from '../../../shared/time/instant.ts';
import { PUBLISHED_WORLD } from '../../../shared/world.ts';
import { alice } from '../../cast.ts';
import { acceptedAtBrown } from '../rotation/stories.ts';

const KOLKATA = 'Asia/Kolkata';
const noon = (day: `${number}-${number}-${number}`): Instant => instantAt(day, '12:00', KOLKATA);

/** Accepted at Brown, and nothing done about the papers since. */
const waiting: Applicant = alice({ facts: acceptedAtBrown().facts });

function papersOf(applicant: Applicant, now: Instant): string[] {
  return spentOccasions(applicant, PUBLISHED_WORLD, now)
    .filter(({ occasion }) => occasion.subject === 'r1/tb')
    .map(({ why }) => why);
}

function said(rung: string, claimedAt: Instant, day: string): MailRecord {
  return {
    n: Number(rung) + 100,
    stream: 'digest',
    status: 'sent',
    keys: [`G14|r1/tb|${day}|${rung}`],
    rotationIds: ['r1'],
    subject: 'x',
    claimedAt,
    leaseUntil: claimedAt,
  };
}

const [tb] = spentOccasions(waiting, PUBLISHED_WORLD, '2035-01-01T00:00:00.000Z')
  .map(({ occasion }) => occasion)
  .filter(({ subject }) => subject === 'r1/tb');
if (!tb) throw new Error('Brown asks for no TB test.');
const { day } = tb.deadline;

test('a hard date is spent when its last mail has had a day', () => {
  const overdue = (days: number) => {
    const date = new Date(`${day}T12:00:00.000Z`);
    date.setUTCDate(date.getUTCDate() + days);
    return papersOf(waiting, noon(date.toISOString().slice(0, 10) as typeof day));
  };
  expect(overdue(6)).toEqual([]);
  expect(overdue(10)).toEqual(['overdue']);
});

test('three mails without an act make a case before the date; two do not', () => {
  const mails = [said('30', noon('2027-05-01'), day), said('14', noon('2027-05-10'), day)];
  const third = said('7', noon('2027-05-20'), day);
  const now = noon('2027-05-21');
  expect(papersOf({ ...waiting, mails }, now)).toEqual([]);
  expect(papersOf({ ...waiting, mails: [...mails, third] }, now)).toEqual(['unanswered']);
});

test('who put it off, or did something at that rotation, has not ignored it', () => {
  const mails = ['30', '14', '7'].map((rung, index) =>
    said(rung, noon(`2027-05-0${index + 1}` as typeof day), day),
  );
  const now = noon('2027-05-21');
  const act = (event: Applicant['history'][number]['event']): Applicant => ({
    ...waiting,
    mails,
    history: [{ id: 'h1', at: noon('2027-05-02'), by: 'applicant', event }],
  });
  const putOff = { type: 'snoozed', rule: 'G14', subject: 'r1/tb', until: '2027-05-09' } as const;
  expect(papersOf(act(putOff), now)).toEqual([]);
  expect(papersOf(act({ ...putOff, subject: 'r1/mmr' }), now)).toEqual(['unanswered']);
});
