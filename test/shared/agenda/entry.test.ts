/** How someone enters the US, against the days of each rotation: an ESTA that ends, and a status that ends. */
import { describe, expect, test } from 'vitest';
import { agenda } from '#shared/agenda/agenda.ts';
import { gatesOfRotation } from '#shared/agenda/gates/gates-of-rotation.ts';
import { viewOf } from '#shared/agenda/matter.ts';
import type { Day } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Profile } from '#shared/plan/facts/facts.ts';
import { wordsOf } from '#shared/words/matters/matter-words.ts';
import { occasionsAt } from '#shared/words/occasions.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { acceptedAtBrown, aliceFacts, BROWN, type Story } from '../plan/moves/stories.ts';

const LATER = { start: '2027-11-01', end: '2027-11-26' } as const;

describe('an ESTA', () => {
  const waiver = entering({ entry: 'waiver' });
  const approved = (reported: Story, rotationId: string, expiresOn?: Day) =>
    reported.report('2027-03-20T15:00:00.000Z', {
      type: 'document-updated',
      rotationId,
      kind: 'esta',
      status: 'cleared',
      ...(expiresOn && { expiresOn }),
    });

  test('is ticked once: it holds for every rotation that begins before it expires', () => {
    const reported = approved(two(waiver), 'r1', '2029-03-20');
    expect(estas(reported)).toEqual([true, true]);
    expect(
      reported.facts.rotations[1]?.checklist.find(({ kind }) => kind === 'esta'),
    ).toBeDefined();
  });

  test('is asked for again by a rotation that starts after it expires', () => {
    const reported = approved(two(waiver), 'r1', '2027-10-31');
    expect(estas(reported)).toEqual([true, undefined]);
    const matter = find('esta', reported, 'r5');
    expect(matter && wordsOf(matter, viewOf(reported.facts, PUBLISHED_WORLD)).why).toContain(
      'expires on Sun, Oct 31, 2027',
    );
    expect(estas(approved(two(waiver), 'r1', '2027-11-01'))).toEqual([true, true]);
  });

  test('that was ticked is asked for again once its rotation is moved past its end', () => {
    const moved = approved(acceptedAtBrown(BROWN, waiver), 'r1', '2027-10-31').report(
      '2027-03-21T15:00:00.000Z',
      { type: 'dates-changed', rotationId: 'r1', dates: LATER },
    );
    expect(estas(moved)).toEqual([undefined]);
  });

  test('will not do at a host that takes nobody without a visa: there the visa is asked for', () => {
    const baylor = { ...BROWN, host: { name: 'Baylor', institutionId: 'baylor' } };
    const reported = acceptedAtBrown(baylor, waiver);
    expect(estas(reported)).toEqual([undefined]);
    expect(find('esta', reported, 'r1')).toBeUndefined();
    expect(find('visa', reported, 'r1')).toBeDefined();
    const kinds = reported.facts.rotations[0]?.checklist.map(({ kind }) => kind);
    expect(kinds).toContain('visa');
    expect(kinds).not.toContain('esta');
  });

  test('whose end is not known holds for the rotation it was ticked for', () => {
    expect(estas(approved(two(waiver), 'r1'))).toEqual([true, undefined]);
  });

  function estas({ facts }: Story) {
    return facts.rotations.map(({ id }) => find('esta', { facts }, id)?.done);
  }
});

describe('a visa appointment that is booked', () => {
  const booked = acceptedAtBrown(BROWN, entering({ entry: 'visa' })).report(
    '2027-03-20T15:00:00.000Z',
    { type: 'step-reported', rotationId: 'r1', step: 'visa-appointment', state: 'done' },
  );

  test('is asked for its day, and no more once the visa is in the passport', () => {
    expect(find('appointment-day', booked, 'r1')).toBeDefined();
    const granted = booked.report('2027-03-21T15:00:00.000Z', {
      type: 'document-updated',
      rotationId: 'r1',
      kind: 'visa',
      status: 'cleared',
    });
    expect(find('appointment-day', granted, 'r1')).toBeUndefined();
  });

  describe('for June 20, when Brown begins on July 5', () => {
    const tight = booked.report('2027-03-21T15:00:00.000Z', {
      type: 'step-reported',
      rotationId: 'r1',
      step: 'visa-appointment',
      state: 'done',
      appointmentOn: '2027-06-20',
    });

    test.each<[now: Instant, isAsked: boolean]>([
      ['2027-06-19T15:00:00.000Z', true],
      ['2027-06-23T15:00:00.000Z', false],
    ])('is asked for an earlier one until the day before: at %s, %s', (now, isAsked) => {
      const occasions = occasionsAt(tight.facts, PUBLISHED_WORLD, now);
      expect(occasions.some(({ rule }) => rule === 'appointment-day')).toBe(isAsked);
    });

    test('is asked for no earlier one while the consulate has the passport', () => {
      const handedOver = tight.report('2027-04-01T15:00:00.000Z', {
        type: 'document-updated',
        rotationId: 'r1',
        kind: 'visa',
        status: 'submitted',
        heldBy: 'visa',
      });
      expect(find('appointment-day', tight, 'r1')).toBeDefined();
      expect(find('appointment-day', handedOver, 'r1')).toBeUndefined();
    });
  });
});

describe('a status in the US', () => {
  test.each<[until: Day | undefined, isAsked: boolean]>([
    ['2027-07-29', true],
    ['2027-07-30', false],
    [undefined, false],
  ])('until %s: a rotation to July 30 asks: %s', (entryUntil, isAsked) => {
    const reported = acceptedAtBrown(
      BROWN,
      entering({ entry: 'in-us', ...(entryUntil && { entryUntil }) }),
    );
    expect(find('entry-until', reported, 'r1') !== undefined).toBe(isAsked);
    const visa = gatesOfRotation(reported.rotation, reported.facts, PUBLISHED_WORLD).find(
      ({ id }) => id === 'visa',
    );
    expect(visa?.reason.code === 'status-ends').toBe(isAsked);
    if (isAsked) expect(visa?.state).toBe('ask');
  });

  test('is asked about only of people who are in the US with one', () => {
    const reported = acceptedAtBrown(
      BROWN,
      entering({ entry: 'citizen', entryUntil: '2027-01-01' }),
    );
    expect(find('entry-until', reported, 'r1')).toBeUndefined();
    expect(
      gatesOfRotation(reported.rotation, reported.facts, PUBLISHED_WORLD).map(
        ({ reason }) => reason.code,
      ),
    ).not.toContain('status-ends');
  });
});

function entering(profile: Partial<Profile>) {
  return { ...aliceFacts(), profile: { ...aliceFacts().profile, ...profile } };
}

/** Brown in July, and Lincoln accepted for November. */
function two(facts: ReturnType<typeof entering>): Story {
  return acceptedAtBrown(BROWN, facts)
    .report('2027-03-12T15:00:00.000Z', {
      type: 'rotation-added',
      rotation: { ...BROWN, host: { name: 'Lincoln' }, dates: LATER },
    })
    .report('2027-03-13T15:00:00.000Z', { type: 'applied', rotationId: 'r5' })
    .report('2027-03-14T15:00:00.000Z', { type: 'offered', rotationId: 'r5' })
    .report('2027-03-15T15:00:00.000Z', { type: 'accepted', rotationId: 'r5' });
}

function find(rule: string, { facts }: Pick<Story, 'facts'>, subject: string) {
  return agenda(facts, PUBLISHED_WORLD).find(
    (each) => each.rule === rule && each.subject === subject,
  );
}
