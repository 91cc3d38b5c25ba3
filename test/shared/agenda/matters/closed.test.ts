/** An offer that nobody answered: what can be reported once it has ended. */
import { describe, expect, test } from 'vitest';
import { closedMatters } from '#shared/agenda/matters/closed.ts';
import { acceptedAtBrown, BROWN, storyOf } from '../../plan/moves/stories.ts';

const OFFERED = '2027-07-10T15:00:00.000Z';
const ENDED = '2027-07-21T15:00:00.000Z';

function answers(dates: typeof BROWN.dates) {
  const { rotation } = storyOf({ ...BROWN, ...(dates && { dates }) })
    .report('2027-02-10T15:00:00.000Z', { type: 'applied', rotationId: 'r1' })
    .report(OFFERED, { type: 'offered', rotationId: 'r1', expiresOn: '2027-07-20' })
    .wait(ENDED);
  expect(rotation.closed?.reason).toBe('offer-expired');
  return closedMatters(rotation)
    .flatMap((matter) => matter.answers)
    .flatMap((answer) => (answer.does === 'report' ? [answer.event.type] : []));
}

describe('an offer that ended', () => {
  test('may have been extended where its days are still to come', () => {
    const ahead = { start: '2027-09-06', end: '2027-10-01' } as const;
    expect(answers(ahead)).toEqual(['offered', 'reopened']);
  });

  test('cannot have been where they had begun', () => {
    expect(answers(BROWN.dates)).toEqual(['reopened']);
  });
});

test('what is accepted leaves nothing closed', () => {
  expect(closedMatters(acceptedAtBrown().rotation)).toEqual([]);
});
