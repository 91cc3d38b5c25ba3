/** An urgent email before dawn, and what the oracle says to it. Alice's offer ends at 9:30 a.m. in Kolkata, midnight in New York. */
import { expect, test } from 'vitest';
import { instantAt } from '#shared/base/time/instant.ts';
import type { Mailing } from '#shared/plan/facts/mailing.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice } from '../cast.ts';
import { storyOf } from '../shared/plan/moves/stories.ts';
import { judgeClaim } from './judge-claim.ts';
import { refresh, type Watched, watch } from './watched.ts';

const AT_THREE = instantAt('2027-03-21', '03:00', 'Asia/Kolkata');
const LAST_RUNG = 'accept|r1|2027-03-20|0';
const { facts } = storyOf()
  .report('2027-02-10T15:00:00.000Z', { type: 'applied', rotationId: 'r1' })
  .report('2027-03-01T15:00:00.000Z', {
    type: 'offered',
    rotationId: 'r1',
    expiresOn: '2027-03-20',
  });

const UNTIL_EIGHT = {};
const UNTIL_NINE = { quietUntil: '09:00' } as const;

test('that could wait for the end of quiet hours is complained of', () => {
  expect(complaintsOf(asleep(UNTIL_EIGHT))).toEqual(['untimely: in quiet hours']);
});

test('that could not wait is not', () => {
  expect(complaintsOf(asleep(UNTIL_NINE))).toEqual([]);
});

test('is judged the same where an earlier email, lost since, said it', () => {
  expect(complaintsOf(saidBefore(asleep(UNTIL_EIGHT)), 'lost')).toEqual([
    'untimely: in quiet hours',
  ]);
  expect(complaintsOf(saidBefore(asleep(UNTIL_NINE)), 'lost')).toEqual([]);
});

test('that was said before and not lost is a duplicate', () => {
  expect(complaintsOf(saidBefore(asleep(UNTIL_NINE)))).toEqual(['duplicates: was said before']);
});

/** Alice at three in the morning, as the oracle sees her. */
function asleep(mailing: Mailing): Watched {
  const person = watch(alice({ facts: { ...facts, mailing } }), AT_THREE);
  refresh(person, AT_THREE, PUBLISHED_WORLD);
  expect([...person.live.keys()]).toContain(LAST_RUNG);
  return person;
}

function saidBefore(person: Watched): Watched {
  person.gone.set(LAST_RUNG, 1);
  person.live.delete(LAST_RUNG);
  return person;
}

function complaintsOf(person: Watched, earlier?: 'lost'): string[] {
  const complaints: string[] = [];
  judgeClaim(
    person,
    {
      n: 2,
      stream: 'urgent',
      subject: 'Last hours',
      status: 'claimed',
      keys: [LAST_RUNG],
      claimedAt: AT_THREE,
      leaseUntil: AT_THREE,
      rotationIds: ['r1'],
    },
    AT_THREE,
    (what, _, __, ___, why) => complaints.push(`${what}: ${why}`),
    () => earlier === 'lost',
  );
  return complaints;
}
