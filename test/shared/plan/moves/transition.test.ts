import { describe, expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import type { HeldDocument } from '#shared/plan/facts/document.ts';
import { transition } from '#shared/plan/moves/transition.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
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

describe('from the list to the assigned letter', () => {
  test('Alice goes through all six stages', () => {
    const listed = storyOf();
    expectAt(listed, 'identify', 'shortlisted');
    const chosen = listed.report('2027-01-10T15:00:00.000Z', { type: 'chosen', rotationId: 'r1' });
    expectAt(chosen, 'apply', 'preparing');
    const applied = chosen.report('2027-02-10T15:00:00.000Z', {
      type: 'applied',
      rotationId: 'r1',
    });
    expectAt(applied, 'apply', 'submitted');
    const listedToWait = applied.report('2027-03-01T15:00:00.000Z', {
      type: 'waitlisted',
      rotationId: 'r1',
    });
    expectAt(listedToWait, 'apply', 'waitlisted');
    const offered = listedToWait.report('2027-03-10T15:00:00.000Z', {
      type: 'offered',
      rotationId: 'r1',
      expiresOn: '2027-03-20',
    });
    expectAt(offered, 'apply', 'offered');
    const accepted = offered.report('2027-03-12T15:00:00.000Z', {
      type: 'accepted',
      rotationId: 'r1',
    });
    expectAt(accepted, 'documents', 'collecting');
    const ready = cleared(accepted, '2027-05-01T15:00:00.000Z');
    expectAt(ready, 'rotate', 'upcoming');
    const midway = ready.wait('2027-07-19T15:00:00.000Z');
    expectAt(midway, 'rotate', 'underway');
    const asked = midway.report('2027-07-20T15:00:00.000Z', {
      type: 'letter-asked',
      rotationId: 'r1',
      writer: { name: 'Dr. Ortiz', specialty: 'ir' },
    });
    const letterId = asked.rotation.letters[0]?.id ?? '';
    const agreed = asked.report('2027-07-21T15:00:00.000Z', letter('letter-agreed', letterId));
    const after = agreed.wait('2027-08-01T15:00:00.000Z');
    expectAt(after, 'request-letter', 'waiting');
    const uploaded = after
      .report('2027-08-02T15:00:00.000Z', letter('letter-requested', letterId))
      .report('2027-08-09T15:00:00.000Z', letter('letter-uploaded', letterId));
    expectAt(uploaded, 'letter-received', 'to-assign');
    const done = uploaded.report('2027-09-02T15:00:00.000Z', letter('letter-assigned', letterId));
    expectAt(done, 'closed', 'closed');
    expect(done.rotation.closed?.reason).toBe('complete');
  });

  test('an offer cannot be accepted before it came', () => {
    const applied = storyOf().report(NOVEMBER, { type: 'applied', rotationId: 'r1' });
    const reported = applied.report(NOVEMBER, { type: 'accepted', rotationId: 'r1' });
    expectRefused(applied, reported, 'not-now');
    expect(reported.refusal?.message).toContain('You cannot record “Offer accepted” now');
  });
});

describe('offers', () => {
  const offered = storyOf()
    .report('2027-02-10T15:00:00.000Z', { type: 'applied', rotationId: 'r1' })
    .report('2027-03-10T15:00:00.000Z', {
      type: 'offered',
      rotationId: 'r1',
      expiresOn: '2027-03-20',
    });

  test('stay open until their last day is over in Eastern time', () => {
    expectAt(offered.wait('2027-03-21T03:59:59.999Z'), 'apply', 'offered');
  });

  test('expire with nobody acting', () => {
    const expired = offered.wait('2027-03-21T04:00:00.000Z');
    expect(expired.rotation.closed).toEqual({
      reason: 'offer-expired',
      at: '2027-03-21T04:00:00.000Z',
    });
  });

  test('may be held longer: a second offer moves the day', () => {
    const held = offered.report('2027-03-12T15:00:00.000Z', {
      type: 'offered',
      rotationId: 'r1',
      expiresOn: '2027-03-25',
    });
    expectAt(held.wait('2027-03-24T15:00:00.000Z'), 'apply', 'offered');
  });

  test('that have expired already are refused, and the day is named', () => {
    const applied = storyOf().report('2027-02-10T15:00:00.000Z', {
      type: 'applied',
      rotationId: 'r1',
    });
    const reported = applied.report('2027-03-21T12:00:00.000Z', {
      type: 'offered',
      rotationId: 'r1',
      expiresOn: '2027-03-20',
    });
    expectRefused(applied, reported, 'offer-already-expired');
    expect(reported.refusal?.message).toContain('Sat, Mar 20, 2027');
  });
});

describe('dates', () => {
  test('are needed before anything is sent to a host', () => {
    const { dates: _, ...undated } = BROWN;
    const listed = storyOf(undated);
    expectRefused(
      listed,
      listed.report(NOVEMBER, { type: 'applied', rotationId: 'r1' }),
      'dates-needed',
    );
  });

  test('of two applications may overlap', () => {
    const two = storyOf()
      .report(NOVEMBER, { type: 'rotation-added', rotation: BROWN })
      .report(NOVEMBER, { type: 'applied', rotationId: 'r1' })
      .report(NOVEMBER, { type: 'applied', rotationId: 'r2' });
    expect(two.refusal).toBeUndefined();
  });

  test('of two confirmed rotations may not', () => {
    const one = acceptedAtBrown()
      .report('2027-03-13T15:00:00.000Z', {
        type: 'rotation-added',
        rotation: {
          ...BROWN,
          host: { name: 'Emory' },
          dates: { start: '2027-07-30', end: '2027-08-27' },
        },
      })
      .report('2027-03-14T15:00:00.000Z', { type: 'applied', rotationId: 'r5' })
      .report('2027-03-15T15:00:00.000Z', { type: 'offered', rotationId: 'r5' });
    const reported = one.report('2027-03-16T15:00:00.000Z', { type: 'accepted', rotationId: 'r5' });
    expectRefused(one, reported, 'dates-overlap');
    expect(reported.refusal?.message).toContain('Brown');
  });

  test('moved into the future take a started rotation back to documents', () => {
    const begun = acceptedAtBrown().wait('2027-07-06T15:00:00.000Z');
    expectAt(begun, 'rotate', 'underway');
    const moved = begun.report('2027-07-06T16:00:00.000Z', {
      type: 'dates-changed',
      rotationId: 'r1',
      dates: { start: '2027-08-02', end: '2027-08-27' },
    });
    expectAt(moved, 'documents', 'collecting');
    expect(moved.rotation.startedIncomplete).toBeUndefined();
  });

  test('cannot rewrite the first day of a rotation that began', () => {
    const begun = acceptedAtBrown().wait('2027-07-06T15:00:00.000Z');
    const reported = begun.report('2027-07-06T16:00:00.000Z', {
      type: 'dates-changed',
      rotationId: 'r1',
      dates: { start: '2027-07-01', end: '2027-07-30' },
    });
    expectRefused(begun, reported, 'start-behind-us');
  });
});

test('a host whose window has closed cannot be chosen', () => {
  const listed = storyOf({ ...BROWN, windowClosesOn: '2027-02-01' });
  const reported = listed.report('2027-02-10T15:00:00.000Z', { type: 'chosen', rotationId: 'r1' });
  expectRefused(listed, reported, 'window-already-closed');
});

describe('a place in the past', () => {
  test('is closed only by its person: silence is not an answer', () => {
    const applied = storyOf().report('2027-02-10T15:00:00.000Z', {
      type: 'applied',
      rotationId: 'r1',
    });
    expectAt(applied.wait('2027-07-31T03:59:59.999Z'), 'apply', 'submitted');
    expectAt(applied.wait('2027-12-01T04:00:00.000Z'), 'apply', 'submitted');
  });

  test('can still be written down afterward', () => {
    const later = '2027-10-01T15:00:00.000Z';
    const reported = storyOf()
      .wait('2027-09-01T15:00:00.000Z')
      .report(later, { type: 'rotation-added', rotation: BROWN, tookPlace: 'yes' })
      .wait('2027-10-01T15:00:01.000Z');
    expect(reported.facts.rotations[1]?.stage).toBe('request-letter');
  });
});

describe('documents', () => {
  test('incomplete on the first day do not stop the rotation, but are flagged', () => {
    const begun = acceptedAtBrown().wait('2027-07-05T04:00:00.000Z');
    expectAt(begun, 'rotate', 'underway');
    expect(begun.rotation.startedIncomplete).toBe(true);
  });

  const tb = { type: 'document-updated', rotationId: 'r1', kind: 'tb' } as const;
  const accepted = cleared(acceptedAtBrown(), '2027-05-01T15:00:00.000Z').report(
    '2027-05-02T15:00:00.000Z',
    { ...tb, status: 'cleared', issuedOn: '2026-08-20' },
  );
  const moveTo = (start: Day, end: Day) =>
    accepted.report('2027-05-03T15:00:00.000Z', {
      type: 'dates-changed',
      rotationId: 'r1',
      dates: { start, end },
    });

  test('that the host accepted are done, whatever day is printed on them', () => {
    const reported = accepted.report('2027-05-03T15:00:00.000Z', {
      ...tb,
      status: 'cleared',
      issuedOn: '2026-07-21',
    });
    expectAt(reported, 'rotate', 'upcoming');
  });

  test('accepted for dates that have moved are open again where they do not cover the new ones', () => {
    expectAt(moveTo('2027-07-19', '2027-08-13'), 'rotate', 'upcoming');
    const later = moveTo('2027-08-02', '2027-08-27');
    expectAt(later, 'documents', 'collecting');
    const open = later.rotation.checklist.filter(({ status }) => status !== 'cleared');
    expect(open).toEqual([
      { kind: 'tb', status: 'to-do', heldBy: 'applicant', askedBy: 'default' },
    ]);
  });

  test('of the influenza season are asked for where the new dates touch it, and not where they do not', () => {
    const asks = (reported: Story) =>
      reported.rotation.checklist.some(({ kind }) => kind === 'influenza');
    expect(asks(accepted)).toBe(false);
    const autumn = moveTo('2027-10-04', '2027-10-29');
    expect(asks(autumn)).toBe(true);
    const back = autumn.report('2027-05-04T15:00:00.000Z', {
      type: 'dates-changed',
      rotationId: 'r1',
      dates: { start: '2027-07-05', end: '2027-07-30' },
    });
    expect(asks(back)).toBe(false);
  });

  test('of one kind stay apart: what is said of the one that lasts longest leaves the other as it was', () => {
    const [old, recent]: HeldDocument[] = [
      { kind: 'tb', issuedOn: '2025-11-03' },
      { kind: 'tb', issuedOn: '2026-08-20' },
    ];
    const facts = { ...acceptedAtBrown().facts, documents: [recent, old] as HeldDocument[] };
    const event = { ...tb, status: 'submitted', keptAt: 'the blue folder' } as const;
    const reported = transition(facts, event, 'u1', '2027-05-01T15:00:00.000Z', PUBLISHED_WORLD);
    expect(reported.ok && reported.value.documents).toEqual([
      old,
      { ...recent, keptAt: 'the blue folder' },
    ]);
  });

  test('before the host’s yes are recorded with a date or a place, not with neither', () => {
    const applied = storyOf().report(NOVEMBER, { type: 'applied', rotationId: 'r1' });
    const mmr = {
      type: 'document-updated',
      rotationId: 'r1',
      kind: 'mmr',
      status: 'in-progress',
    } as const;
    expectRefused(applied, applied.report(NOVEMBER, mmr), 'nothing-to-record');
    expect(
      applied.report(NOVEMBER, { ...mmr, issuedOn: '2020-05-01' }).facts.documents,
    ).toHaveLength(1);
  });

  test('that are not on the checklist are asked for by the host, too; a visa follows from the entry', () => {
    const accepted = acceptedAtBrown();
    const news = { type: 'document-updated', rotationId: 'r1', status: 'cleared' } as const;
    const APRIL = '2027-04-01T15:00:00.000Z';
    const added = accepted.report(APRIL, { ...news, kind: 'bls' });
    expect(added.rotation.checklist.at(-1)).toEqual({
      kind: 'bls',
      status: 'cleared',
      heldBy: 'applicant',
      askedBy: 'host',
    });
    expectRefused(
      accepted,
      accepted.report(APRIL, { ...news, kind: 'esta' }),
      'follows-from-entry',
    );
  });

  test('cannot expire before they were issued', () => {
    const accepted = acceptedAtBrown();
    const reported = accepted.report('2027-04-01T15:00:00.000Z', {
      type: 'document-updated',
      rotationId: 'r1',
      kind: 'tb',
      status: 'cleared',
      issuedOn: '2027-04-01',
      expiresOn: '2027-03-01',
    });
    expectRefused(accepted, reported, 'expires-before-issue');
  });
});

describe('letters', () => {
  const ask = {
    type: 'letter-asked',
    rotationId: 'r1',
    writer: { name: 'Dr. Ortiz', address: 'ortiz@example.org', specialty: 'ir' },
  } as const;

  test('are asked for from the midpoint on, not before', () => {
    const early = cleared(acceptedAtBrown(), '2027-05-01T15:00:00.000Z').wait(
      '2027-07-16T15:00:00.000Z',
    );
    expectRefused(early, early.report('2027-07-16T15:00:00.000Z', ask), 'letter-too-early');
    const asked = early.report('2027-07-17T15:00:00.000Z', ask);
    expect(asked.rotation.letters.map(({ status }) => status)).toEqual(['asked']);
  });

  test('cannot be uploaded by a writer who has not agreed', () => {
    const asked = midwayAtBrown().report('2027-07-20T15:00:00.000Z', ask);
    const id = asked.rotation.letters[0]?.id ?? '';
    expectRefused(
      asked,
      asked.report('2027-07-21T15:00:00.000Z', letter('letter-uploaded', id)),
      'letter-out-of-order',
    );
  });

  test('cannot be asked of oneself', () => {
    const midway = midwayAtBrown();
    const reported = midway.report('2027-07-20T15:00:00.000Z', {
      ...ask,
      writer: { ...ask.writer, address: 'alice@example.org' },
    });
    expectRefused(midway, reported, 'writer-is-applicant');
  });

  test('whose ladder is spent are not progressing, and a second writer starts another', () => {
    const asked = midwayAtBrown().report('2027-07-20T15:00:00.000Z', ask);
    const spent = asked.wait('2027-09-01T15:00:00.000Z');
    expectAt(spent, 'request-letter', 'not-progressing');
    expect(spent.rotation.letters[0]?.status).toBe('not-progressing');
    const second = spent.report('2027-09-01T16:00:00.000Z', {
      ...ask,
      writer: { name: 'Dr. Lim', specialty: 'ir' },
    });
    expectAt(second, 'request-letter', 'waiting');
  });

  test('whose form went out late get the time that a form needs', () => {
    const asked = midwayAtBrown().report('2027-07-20T15:00:00.000Z', ask);
    const id = asked.rotation.letters[0]?.id ?? '';
    const late = asked
      .report('2027-07-21T15:00:00.000Z', letter('letter-agreed', id))
      .report('2027-09-10T15:00:00.000Z', letter('letter-requested', id));
    expectAt(late.wait('2027-10-01T15:00:00.000Z'), 'request-letter', 'waiting');
    expectAt(late.wait('2027-10-02T15:00:00.000Z'), 'request-letter', 'not-progressing');
  });

  test('that programs can read close the rotation, whichever other writer is silent', () => {
    const two = midwayAtBrown()
      .report('2027-07-20T15:00:00.000Z', ask)
      .report('2027-07-21T15:00:00.000Z', { ...ask, writer: { name: 'Dr. Lim', specialty: 'ir' } });
    const id = two.rotation.letters[0]?.id ?? '';
    const done = two
      .report('2027-07-22T15:00:00.000Z', letter('letter-agreed', id))
      .report('2027-08-02T15:00:00.000Z', letter('letter-uploaded', id))
      .report('2027-08-05T15:00:00.000Z', letter('letter-assigned', id));
    expect(done.rotation.closed?.reason).toBe('complete');
  });

  test('of a host that grants none are refused, and the rotation closes once it is said to have taken place', () => {
    const stanford = { ...BROWN, host: { name: 'Stanford', institutionId: 'stanford' } };
    const midway = acceptedAtBrown(stanford).wait('2027-07-20T15:00:00.000Z');
    const reported = midway.report('2027-07-20T15:00:00.000Z', ask);
    expectRefused(midway, reported, 'host-grants-no-letters');
    const over = midway.wait('2027-08-02T15:00:00.000Z');
    expectAt(over, 'request-letter', 'waiting');
    const told = over.report('2027-08-02T15:00:00.000Z', {
      type: 'took-place',
      rotationId: 'r1',
      happened: 'ended',
    });
    expect(told.rotation.closed?.reason).toBe('finished-without-letter');
  });
});

describe('the whole person', () => {
  test('holds twelve rotations and refuses the thirteenth', () => {
    let so = storyOf();
    for (let more = 2; more <= 12; more += 1) {
      so = so.report(NOVEMBER, { type: 'rotation-added', rotation: BROWN });
    }
    expect(so.facts.rotations).toHaveLength(12);
    const reported = so.report(NOVEMBER, { type: 'rotation-added', rotation: BROWN });
    expectRefused(so, reported, 'too-many-rotations');
  });

  test('knows its own rotations only', () => {
    const listed = storyOf(BROWN, aliceFacts());
    const reported = listed.report(NOVEMBER, { type: 'withdrawn', rotationId: 'somebody-elses' });
    expectRefused(listed, reported, 'unknown-rotation');
  });

  test('cannot move what is closed', () => {
    const gone = storyOf().report(NOVEMBER, { type: 'withdrawn', rotationId: 'r1' });
    expectRefused(gone, gone.report(NOVEMBER, { type: 'applied', rotationId: 'r1' }), 'closed');
  });
});
