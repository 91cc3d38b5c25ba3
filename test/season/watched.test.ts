/** The overview of somebody who wants it weekly, in April, when one thing is overdue and nothing lies ahead yet. */
import { expect, test } from 'vitest';
import { instantAt } from '#shared/base/time/instant.ts';
import type { MailRecord } from '#shared/people/person/mail-record.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice } from '../cast.ts';
import { refresh, watch } from './watched.ts';

const FRIDAY = instantAt('2027-04-02', '11:00', 'Asia/Kolkata');
const OVERDUE = ['G7|plan/targets|2027-03-17|+1'];
const THURSDAYS = 'overview|plan|2027-03-29|weekly';

test('is the weekly one while there is something to tell', () => {
  expect(liveAfter({})).toEqual([...OVERDUE, THURSDAYS]);
});

test('is the monthly one once all is told', () => {
  expect(liveAfter({ first: 'sent', second: 'sent' })).toEqual([
    'overview|plan|2027-04-01|monthly',
  ]);
});

test('stays the weekly one while what was told counts as lost: it is told again', () => {
  expect(liveAfter({ first: 'sent', second: 'lost' })).toEqual([]);
});

/** @param fates of Thursday's overview and of Friday's email of what is overdue, where they left */
function liveAfter(fates: {
  readonly first?: MailRecord['status'];
  readonly second?: MailRecord['status'];
}): string[] {
  const { facts } = alice();
  const mailing = {
    overview: 'weekly',
    weekday: 'thu',
    stopped: ['applications', 'documents', 'rotation', 'letters'],
  } as const;
  const mails = [
    { n: 1, status: fates.first, keys: [THURSDAYS] },
    { n: 2, status: fates.second, keys: OVERDUE },
  ].flatMap(({ status, ...mail }) => (status ? [mailOf({ ...mail, status })] : []));
  const person = watch(
    alice({ facts: { ...facts, mailing: { ...mailing, stopped: [...mailing.stopped] } }, mails }),
    FRIDAY,
  );
  for (const { n, keys } of mails) for (const key of keys) person.gone.set(key, n);
  refresh(person, FRIDAY, PUBLISHED_WORLD);
  return [...person.live.keys()];
}

function mailOf(mail: Pick<MailRecord, 'n' | 'status' | 'keys'>): MailRecord {
  return {
    ...mail,
    stream: 'digest',
    subject: 'Ahead',
    claimedAt: FRIDAY,
    leaseUntil: FRIDAY,
    rotationIds: [],
  };
}
