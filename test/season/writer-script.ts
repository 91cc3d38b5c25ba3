/** Who holds which letter when: two applicants, one writer, one coordinator, three weeks of September. */

import type { Day } from '#shared/base/time/day.ts';
import { type ClockTime, EASTERN, instantAt } from '#shared/base/time/instant.ts';
import type { Update } from '#shared/people/applicant/accept.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { finishedAtBrown } from './finished-at-brown.ts';

const OSEI = 'osei@example.org';
export const KIM = { name: 'Kim Park', address: 'kim@example.org' };
export const FIRST: Day = '2027-09-02';
export const LAST: Day = '2027-09-25';

export type Reported = readonly [
  day: Day,
  time: ClockTime,
  personId: string,
  event: Update['event'],
];

const OF_ALICE = { rotationId: 'alice-r1', letterId: 'alice-l1' };
const OF_BOB = { rotationId: 'bob-r1', letterId: 'bob-l1' };

/** Two ticks before the first email; a promise; two Letter Request Forms within the five days; an upload; a hand-over. */
export const SCRIPT: readonly Reported[] = [
  [
    FIRST,
    '06:30',
    'alice',
    { type: 'letter-contact', ...OF_ALICE, agreedInPerson: 'yes', address: OSEI },
  ],
  [
    FIRST,
    '07:30',
    'bob',
    { type: 'letter-contact', ...OF_BOB, agreedInPerson: 'yes', address: OSEI },
  ],
  ['2027-09-03', '10:00', 'alice', { type: 'letter-promised', ...OF_ALICE, by: '2027-09-23' }],
  [
    '2027-09-06',
    '09:00',
    'alice',
    { type: 'letter-requested', ...OF_ALICE, erasLetterId: 'ABCD1234' },
  ],
  ['2027-09-08', '12:20', 'bob', { type: 'letter-requested', ...OF_BOB }],
  ['2027-09-13', '14:10', 'bob', { type: 'letter-uploaded', ...OF_BOB }],
  [
    '2027-09-20',
    '11:40',
    'alice',
    { type: 'letter-handed-over', ...OF_ALICE, coordinator: KIM, emailsBefore: 3 },
  ],
  ['2027-09-20', '16:00', 'alice', { type: 'letter-taken-over', ...OF_ALICE }],
  ['2027-09-21', '15:00', 'alice', { type: 'letter-uploaded', ...OF_ALICE }],
];

/** Nothing else is open that emails. */
export function finished(person: Applicant): Applicant {
  const ids = { rotationId: `${person.id}-r1`, letterId: `${person.id}-l1` };
  return {
    ...finishedAtBrown(person, instantAt(FIRST, '05:00', EASTERN), ids),
    reach: 'unsubscribed',
  };
}
