/** Who holds which letter when: two applicants, one writer, one coordinator, three weeks of September. */
import type { Update } from '../../shared/applicant/accept.ts';
import type { Applicant } from '../../shared/applicant/applicant.ts';
import type { Day } from '../../shared/time/day.ts';
import { type ClockTime, EASTERN, instantAt } from '../../shared/time/instant.ts';

const OSEI = 'osei@example.org';
export const KIM = { name: 'Kim Park', address: 'kim@example.org' };
export const FIRST: Day = '2027-09-02';
export const LAST: Day = '2027-09-25';

export type Told = readonly [day: Day, time: ClockTime, personId: string, event: Update['event']];

const OF_ALICE = { rotationId: 'alice-r1', letterId: 'alice-l1' };
const OF_BOB = { rotationId: 'bob-r1', letterId: 'bob-l1' };

/** Two ticks before the first mail; a promise; two Letter Request Forms within the five days; an upload; a hand-over. */
export const SCRIPT: readonly Told[] = [
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
    { type: 'letter-handed-over', ...OF_ALICE, coordinator: KIM, mailsBefore: 3 },
  ],
  ['2027-09-21', '15:00', 'alice', { type: 'letter-uploaded', ...OF_ALICE }],
];

/** A rotation that ended in July, and a letter that its writer was asked for. Nothing else is open that mails. */
export function finished(person: Applicant): Applicant {
  const { id } = person;
  const at = instantAt(FIRST, '05:00', EASTERN);
  return {
    ...person,
    reach: 'unsubscribed',
    createdAt: at,
    dueAt: at,
    facts: {
      ...person.facts,
      rotations: [
        {
          id: `${id}-r1`,
          host: { name: 'Brown' },
          specialty: 'ir',
          mode: 'hands-on',
          route: 'institution',
          country: 'US',
          stage: 'request-letter',
          status: 'waiting',
          since: at,
          dates: { start: '2027-07-05', end: '2027-07-30' },
          checklist: [],
          letters: [
            {
              id: `${id}-l1`,
              writer: { name: 'Dr. Osei', specialty: 'ir' },
              status: 'asked',
              askedOn: '2027-07-26',
              since: at,
            },
          ],
        },
      ],
    },
  };
}
