import { describe, expect, test } from 'vitest';
import type { Instant } from '#shared/base/time/instant.ts';
import type { ReopenedAs } from '#shared/plan/facts/rotation.ts';
import { reopensAs } from '#shared/plan/moves/reopen.ts';
import {
  acceptedAtBrown,
  aliceFacts,
  BROWN,
  cleared,
  expectAt,
  expectRefused,
  letter,
  midwayAtBrown,
  NOVEMBER,
  type Story,
  storyOf,
} from './stories.ts';

const APPLIED = storyOf().report('2027-02-10T15:00:00.000Z', { type: 'applied', rotationId: 'r1' });
const OFFERED = APPLIED.report('2027-03-10T15:00:00.000Z', {
  type: 'offered',
  rotationId: 'r1',
  expiresOn: '2027-03-20',
});
const LAPSED = OFFERED.wait('2027-03-22T15:00:00.000Z');
const COMPLETE = completeAtBrown();

describe('an offer that lapsed', () => {
  test('is open again once the host extends its term, and lapses again after it', () => {
    expectAt(LAPSED, 'closed', 'closed');
    const extended = LAPSED.report('2027-03-23T15:00:00.000Z', {
      type: 'offered',
      rotationId: 'r1',
      expiresOn: '2027-04-02',
    });
    expectAt(extended, 'apply', 'offered');
    expect(extended.rotation.offer).toEqual({ expiresOn: '2027-04-02' });
    expect(extended.rotation.closed).toBeUndefined();
    expectAt(extended.wait('2027-04-03T15:00:00.000Z'), 'closed', 'closed');
  });

  test('keeps the day on which it was first made, and no end that has passed', () => {
    const open = LAPSED.report('2027-03-23T15:00:00.000Z', { type: 'offered', rotationId: 'r1' });
    expectAt(open, 'apply', 'offered');
    expect(open.rotation.offeredOn).toBe('2027-03-10');
    expect(open.rotation.offer).toBeUndefined();
  });

  test('is not extended to a day that has passed', () => {
    const refused = LAPSED.report('2027-03-23T15:00:00.000Z', {
      type: 'offered',
      rotationId: 'r1',
      expiresOn: '2027-03-21',
    });
    expectRefused(LAPSED.wait('2027-03-23T15:00:00.000Z'), refused, 'offer-already-expired');
  });

  test('was accepted in time: the report came after the end', () => {
    const accepted = reopened(LAPSED, 'accepted', '2027-03-23T15:00:00.000Z');
    expectAt(accepted, 'documents', 'collecting');
    expect(accepted.rotation.checklist.length).toBeGreaterThan(0);
  });
});

describe('a closed rotation', () => {
  const rejected = APPLIED.report('2027-03-01T15:00:00.000Z', {
    type: 'rejected',
    rotationId: 'r1',
  });
  const canceled = acceptedAtBrown().report('2027-04-01T15:00:00.000Z', {
    type: 'canceled-by-host',
    rotationId: 'r1',
  });
  const withdrawn = storyOf().report(NOVEMBER, { type: 'withdrawn', rotationId: 'r1' });

  test.each([
    ['refused', rejected, 'applied'],
    ['canceled by the host', canceled, 'accepted'],
    ['withdrawn from the list', withdrawn, 'listed'],
    ['lapsed', LAPSED, 'applied'],
    ['complete', COMPLETE, 'finished'],
  ] as const)('that was %s is likely to be where it had come', (_, story, as) => {
    expect(reopensAs(story.rotation)).toBe(as);
  });

  test('can be reopened months after its day to undo, and keeps what was recorded', () => {
    const later = rejected.wait('2027-05-01T15:00:00.000Z');
    expect(later.rotation.endedAt).toBeDefined();
    const again = reopened(later, 'applied', '2027-05-02T15:00:00.000Z');
    expectAt(again, 'apply', 'submitted');
    expect(again.rotation.appliedOn).toBe('2027-02-10');
    expect([again.rotation.closed, again.rotation.endedAt]).toEqual([undefined, undefined]);
  });

  test('on the list again is not applied for, offered, or accepted', () => {
    const { rotation } = reopened(canceled, 'listed', '2027-04-02T15:00:00.000Z');
    expect([rotation.appliedOn, rotation.offeredOn, rotation.acceptedOn]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('a new offer reopens it too', () => {
    const offered = { type: 'offered', rotationId: 'r1', expiresOn: '2027-04-20' } as const;
    expectAt(rejected.report('2027-04-02T15:00:00.000Z', offered), 'apply', 'offered');
  });

  test('that took place after all goes on with its letter', () => {
    const after = canceled.wait('2027-08-10T15:00:00.000Z');
    expectAt(reopened(after, 'finished', '2027-08-11T15:00:00.000Z'), 'request-letter', 'waiting');
  });

  test('did not take place before its last day is over', () => {
    const reported = reopened(canceled, 'finished', '2027-04-02T15:00:00.000Z');
    expectRefused(canceled.wait('2027-04-02T15:00:00.000Z'), reported, 'not-yet-there');
  });

  test('without dates can only be on the list', () => {
    const { dates: _, ...undated } = BROWN;
    const closed = storyOf(undated).report(NOVEMBER, { type: 'withdrawn', rotationId: 'r1' });
    expectRefused(closed, reopened(closed, 'accepted', NOVEMBER), 'dates-needed');
    expectAt(reopened(closed, 'listed', NOVEMBER), 'identify', 'shortlisted');
  });

  test('cannot be confirmed in days that another place has taken', () => {
    const [other] = acceptedAtBrown().facts.rotations;
    if (!other) throw new Error('Brown is missing.');
    const facts = aliceFacts({ rotations: [...rejected.facts.rotations, { ...other, id: 'r9' }] });
    const two = storyOf(BROWN, facts);
    expectRefused(two.wait(NOVEMBER), reopened(two, 'accepted', NOVEMBER), 'dates-overlap');
    expectAt(reopened(two, 'applied', NOVEMBER), 'apply', 'submitted');
  });
});

describe('a complete rotation', () => {
  test('whose letter was not assigned after all has it to assign', () => {
    const again = reopened(COMPLETE, 'finished', '2027-09-03T15:00:00.000Z');
    expectAt(again, 'letter-received', 'to-assign');
    expect(again.rotation.letters.map(({ status }) => status)).toEqual(['uploaded']);
  });

  test('gets no offer', () => {
    const at = '2027-09-03T15:00:00.000Z';
    const reported = COMPLETE.report(at, { type: 'offered', rotationId: 'r1' });
    expectRefused(COMPLETE.wait(at), reported, 'closed');
  });
});

function reopened(story: Story, as: ReopenedAs, at: Instant): Story {
  return story.report(at, { type: 'reopened', rotationId: 'r1', as });
}

function completeAtBrown(): Story {
  const asked = cleared(midwayAtBrown(), '2027-07-20T15:00:00.000Z').report(
    '2027-07-20T15:00:00.000Z',
    { type: 'letter-asked', rotationId: 'r1', writer: { name: 'Dr. Ortiz', specialty: 'ir' } },
  );
  const id = asked.rotation.letters[0]?.id ?? '';
  return asked
    .report('2027-07-21T15:00:00.000Z', letter('letter-agreed', id))
    .report('2027-08-02T15:00:00.000Z', letter('letter-requested', id))
    .report('2027-08-09T15:00:00.000Z', letter('letter-uploaded', id))
    .report('2027-09-02T15:00:00.000Z', letter('letter-assigned', id));
}
