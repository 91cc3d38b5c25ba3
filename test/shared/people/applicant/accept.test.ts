import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { accept, canUndo, type Update, withTimePassed } from '#shared/people/applicant/accept.ts';
import { claimEmail } from '#shared/people/mailing/claim.ts';
import { type Applicant, newApplicant } from '#shared/people/person/applicant.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { aliceFacts, BROWN, NOVEMBER } from '../../plan/moves/stories.ts';

const newborn = newApplicant({ id: 'alice', cohortId: 'c1', facts: aliceFacts() }, NOVEMBER);
const add: Update = {
  id: 'u1',
  by: 'applicant',
  event: { type: 'rotation-added', rotation: BROWN },
};
const withBrown = accepted(newborn, add);
const apply: Update = { id: 'u2', by: 'applicant', event: { type: 'applied', rotationId: 'u1' } };
const withdraw: Update = {
  id: 'u3',
  by: 'applicant',
  event: { type: 'withdrawn', rotationId: 'u1' },
};
const undo: Update = { id: 'u9', by: 'applicant', event: { type: 'undone' } };

describe('a rotation that was closed for good', () => {
  const reopen: Update = {
    id: 'u4',
    by: 'applicant',
    event: { type: 'reopened', rotationId: 'u1', as: 'listed' },
  };
  const closed = accepted(withBrown, withdraw);

  test('gets its next execution when it is reopened, since its own has ended', () => {
    const weekLater = plusMs(NOVEMBER, 7 * DAY_MS);
    const ended = withTimePassed(closed, weekLater, PUBLISHED_WORLD);
    expect(ended.facts.rotations[0]?.endedAt).toBeDefined();
    const again = accepted(ended, reopen, weekLater);
    expect(again.facts.rotations[0]?.status).toBe('shortlisted');
    expect([again.runs, again.dueAt]).toEqual([{ u1: { run: 2 } }, weekLater]);
  });

  test('keeps its execution within the day to undo', () => {
    expect(accepted(closed, reopen, plusMs(NOVEMBER, HOUR_MS)).runs).toEqual(closed.runs);
  });
});

describe('an accepted update', () => {
  test('is in facts, history and the record at once, and makes the person due', () => {
    const later = plusMs(NOVEMBER, HOUR_MS);
    const applied = accepted(withBrown, apply, later);
    expect(applied.facts.rotations[0]?.status).toBe('submitted');
    expect(applied.history.at(-1)).toMatchObject({ id: 'u2', by: 'applicant', at: later });
    expect(applied.accepted.map(({ id }) => id)).toEqual(['u1', 'u2']);
    expect([applied.revision, applied.dueAt]).toEqual([withBrown.revision + 1, later]);
  });

  test('sent again is answered from the record and changes nothing', () => {
    const again = accept(withBrown, add, plusMs(NOVEMBER, DAY_MS), PUBLISHED_WORLD);
    expect(again).toEqual({ verdict: 'replayed', answer: withBrown.accepted[0] });
  });

  test('whose id comes again with another body is refused, so that nothing is lost unseen', () => {
    const other: Update = {
      ...add,
      event: { type: 'rotation-added', rotation: { ...BROWN, host: { name: 'Emory' } } },
    };
    const reported = accept(withBrown, other, NOVEMBER, PUBLISHED_WORLD);
    expect(reported).toMatchObject({ verdict: 'refused', refusal: { reason: 'id-taken' } });
  });

  test('cannot create a thing under the id of another', () => {
    const forgetful = { ...withBrown, accepted: [] };
    const reported = accept(forgetful, add, NOVEMBER, PUBLISHED_WORLD);
    expect(reported).toMatchObject({ verdict: 'refused', refusal: { reason: 'id-taken' } });
  });

  test('is remembered through fifty more, and the fifty-first forgets it', () => {
    let alice = withBrown;
    for (let more = 0; more < 50; more += 1) {
      alice = accepted(alice, {
        id: `z${more}`,
        by: 'applicant',
        event: { type: 'zone-changed', zone: 'Asia/Tokyo' },
      });
    }
    expect(alice.accepted).toHaveLength(50);
    expect(alice.accepted[0]?.id).toBe('z0');
  });
});

describe('a form', () => {
  test('that saw the current state is heard', () => {
    const reported = accept(
      withBrown,
      { ...apply, revision: withBrown.revision },
      NOVEMBER,
      PUBLISHED_WORLD,
    );
    expect(reported.verdict).toBe('accepted');
  });

  test('that saw an older state is refused as outdated', () => {
    const reported = accept(withBrown, { ...apply, revision: 0 }, NOVEMBER, PUBLISHED_WORLD);
    expect(reported).toMatchObject({ verdict: 'refused', refusal: { reason: 'stale' } });
  });

  test('opened before time moved the rotation is stale, swept or not', () => {
    const offered = accepted(accepted(withBrown, apply), {
      id: 'u4',
      by: 'applicant',
      event: { type: 'offered', rotationId: 'u1', expiresOn: '2026-11-30' },
    });
    const accept2: Update = {
      id: 'u5',
      by: 'applicant',
      event: { type: 'accepted', rotationId: 'u1' },
      revision: offered.revision,
    };
    const reported = accept(offered, accept2, '2026-12-02T12:00:00.000Z', PUBLISHED_WORLD);
    expect(reported).toMatchObject({ verdict: 'refused', refusal: { reason: 'stale' } });
  });
});

describe('undo', () => {
  const gone = accepted(withBrown, withdraw);

  test('gives the facts back within the day', () => {
    const back = accepted(gone, undo, plusMs(NOVEMBER, DAY_MS - 1));
    expect(back.facts).toEqual(withBrown.facts);
    expect(canUndo(back, plusMs(NOVEMBER, DAY_MS - 1))).toBe(false);
  });

  test('keeps of the facts only what the update changed', () => {
    const added = accepted(withBrown, {
      id: 'u2b',
      by: 'applicant',
      event: { type: 'rotation-added', rotation: BROWN },
    });
    expect(added.undo).toEqual({ updateId: 'u2b', at: NOVEMBER, rotations: [{ id: 'u2b' }] });
    const zoned = accepted(added, {
      id: 'u2c',
      by: 'applicant',
      event: { type: 'zone-changed', zone: 'Asia/Tokyo' },
    });
    expect(Object.keys(zoned.undo ?? {})).toEqual(['updateId', 'at', 'rotations', 'parts']);
    expect(accepted(zoned, undo).facts).toEqual(added.facts);
    const submitted = accepted(added, {
      id: 'u2d',
      by: 'applicant',
      event: { type: 'eras-submitted' },
    });
    expect(accepted(submitted, undo).facts).toEqual(added.facts);
  });

  test('marks what it took back, so that a replay is not told that it holds', () => {
    const back = accepted(gone, undo);
    expect(accept(back, withdraw, NOVEMBER, PUBLISHED_WORLD)).toMatchObject({
      verdict: 'replayed',
      answer: { id: 'u3', takenBack: true },
    });
  });

  test('whose facts time has passed lets time pass again, and writes it down', () => {
    const offered = [
      apply,
      {
        id: 'u4',
        by: 'applicant',
        event: { type: 'offered', rotationId: 'u1', expiresOn: '2026-11-23' },
      } as const,
    ].reduce((alice, each) => accepted(alice, each), withBrown);
    const renewed = accepted(offered, {
      id: 'u5',
      by: 'applicant',
      event: { type: 'withdrawn', rotationId: 'u1' },
    });
    const back = accepted(renewed, undo, '2026-11-24T06:00:00.000Z');
    expect(back.facts.rotations[0]?.closed?.reason).toBe('offer-expired');
    expect(back.history.at(-1)).toMatchObject({ by: 'time', at: '2026-11-24T05:00:00.000Z' });
  });

  test('is over after a day', () => {
    const reported = accept(gone, undo, plusMs(NOVEMBER, DAY_MS), PUBLISHED_WORLD);
    expect(reported).toMatchObject({ verdict: 'refused', refusal: { reason: 'nothing-to-undo' } });
  });

  test('cannot take back two updates', () => {
    const back = accepted(gone, undo);
    const reported = accept(back, { ...undo, id: 'u10' }, NOVEMBER, PUBLISHED_WORLD);
    expect(reported).toMatchObject({ verdict: 'refused', refusal: { reason: 'nothing-to-undo' } });
  });

  test('leaves alone what time has moved since', () => {
    const other: Update = {
      id: 'u6',
      by: 'applicant',
      event: { type: 'rotation-added', rotation: { ...BROWN, host: { name: 'Emory' } } },
    };
    const offer: Update[] = [
      { ...apply, id: 'u7' },
      {
        id: 'u8',
        by: 'applicant',
        event: { type: 'offered', rotationId: 'u1', expiresOn: '2026-11-23' },
      },
    ];
    const offered = offer.reduce((alice, each) => accepted(alice, each), withBrown);
    const added = accepted(offered, other);
    const back = accepted(added, undo, '2026-11-24T06:00:00.000Z');
    expect(back.facts.rotations.map(({ closed }) => closed?.reason)).toEqual(['offer-expired']);
  });

  test('of what was emailed meanwhile owes the person one correction', () => {
    const emailed = claimEmail(
      gone,
      { stream: 'digest', keys: [], rotationIds: [] },
      'About Brown',
      plusMs(NOVEMBER, HOUR_MS),
    ).person;
    const spoke = {
      ...emailed,
      emails: emailed.emails.map((email) => ({ ...email, rotationIds: ['u1'] })),
    };
    const back = accepted(spoke, undo, plusMs(NOVEMBER, 2 * HOUR_MS));
    expect(back.causes).toEqual([
      { id: 'u9', stream: 'correction', at: plusMs(NOVEMBER, 2 * HOUR_MS), rotationId: 'u1' },
    ]);
    expect(back.emails).toEqual(spoke.emails);
    expect(accepted(gone, undo).causes).toEqual([]);
  });
});

test('time that passes unseen and time that is swept give the same person', () => {
  const offered = [
    apply,
    {
      id: 'u4',
      by: 'applicant',
      event: { type: 'offered', rotationId: 'u1', expiresOn: '2026-11-30' },
    } as const,
  ].reduce((alice, each) => accepted(alice, each), withBrown);
  const swept = withTimePassed(offered, '2026-12-01T05:00:00.000Z', PUBLISHED_WORLD);
  const late = withTimePassed(offered, '2026-12-01T23:00:00.000Z', PUBLISHED_WORLD);
  expect(late).toEqual(swept);
  expect(swept.history.at(-1)).toMatchObject({ by: 'time', at: '2026-12-01T05:00:00.000Z' });
});

function accepted(applicant: Applicant, update: Update, now: Instant = NOVEMBER): Applicant {
  const reported = accept(applicant, update, now, PUBLISHED_WORLD);
  if (reported.verdict !== 'accepted')
    throw new Error(`The story expected ${update.id} to be accepted.`);
  return reported.applicant;
}
