import { describe, expect, test } from 'vitest';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Letter } from '#shared/plan/facts/letter.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { letterPlan } from '#shared/plan/letters/letter-plan.ts';
import { askNext, nextCandidate } from '#shared/plan/letters/placed.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { aliceFacts, BROWN, NOVEMBER } from '../moves/stories.ts';

const plan = (facts: Facts) => letterPlan(facts, PUBLISHED_WORLD);

describe('the letter plan', () => {
  test('of nobody asked misses all three', () => {
    expect(plan(aliceFacts())).toMatchObject({ covered: 0, inEras: 0, assigned: 0 });
    expect(plan(aliceFacts()).missing).toHaveLength(3);
  });

  test('says which one is missing: two others promised, and no US IR letter', () => {
    const facts = aliceFacts({
      rotations: [at('dr', [letter('a', 'agreed', 'dr')])],
      letters: [letter('b', 'uploaded', 'research')],
    });
    expect(plan(facts)).toMatchObject({
      covered: 2,
      inEras: 1,
      missing: ['a US IR letter'],
    });
  });

  test('is complete with a US IR letter, one from elsewhere and one more', () => {
    const facts = aliceFacts({
      rotations: [at('ir', [letter('a', 'assigned', 'ir'), letter('b', 'requested', 'ir')])],
      letters: [letter('c', 'agreed', 'research')],
    });
    expect(plan(facts)).toMatchObject({ covered: 3, missing: [], inEras: 1, assigned: 1 });
  });

  test.each([
    ['that was only asked for', at('ir', [letter('a', 'asked', 'ir')])],
    ['that was declined', at('ir', [letter('a', 'declined', 'ir')])],
    [
      'of a host that grants none',
      {
        ...at('ir', [letter('a', 'agreed', 'ir')]),
        host: { name: 'S', institutionId: 'stanford' },
      },
    ],
    ['of a month outside IR', at('dr', [letter('a', 'agreed', 'ir')])],
    ['of a rotation abroad', { ...at('ir', [letter('a', 'agreed', 'ir')]), country: 'DE' }],
  ] as const)('does not count a letter %s as the US IR letter', (_, rotation) => {
    expect(plan(aliceFacts({ rotations: [rotation] })).missing).toContain('a US IR letter');
  });

  test('warns of a rotation that ends too late, and of a date named too late', () => {
    const late = { ...at('ir', []), dates: { start: '2027-09-06', end: '2027-10-01' } } as const;
    expect(plan(aliceFacts({ rotations: [late] })).late).toMatchObject([{ day: '2027-10-22' }]);
    const early = at('ir', [
      { ...letter('a', 'agreed', 'ir'), promised: { by: '2027-10-05', on: '2027-08-02' } },
    ]);
    expect(plan(aliceFacts({ rotations: [early] })).late).toMatchObject([
      { writerName: 'Dr. a', day: '2027-10-05' },
    ]);
    expect(plan(aliceFacts({ rotations: [at('ir', [letter('a', 'agreed', 'ir')])] })).late).toEqual(
      [],
    );
  });
});

describe('the next candidate', () => {
  const here = { ...at('ir', [letter('a', 'declined', 'ir')]), mentor: 'Dr. Lee' };

  test('is the mentor of the same rotation', () => {
    expect(askNext(aliceFacts({ rotations: [here] }), here.id)).toBe(
      'Ask Dr. Lee (Brown), your mentor there, or another attending who saw your work.',
    );
  });

  test('is never a person who was already asked, or whom the plan does not name', () => {
    const asked = {
      ...here,
      letters: [
        { ...letter('l', 'declined', 'ir'), writer: { name: 'dr. lee', specialty: 'ir' as const } },
      ],
    };
    expect(nextCandidate(aliceFacts({ rotations: [asked] }), here.id)).toBeUndefined();
    expect(askNext(aliceFacts(), undefined)).toBe('Ask another attending who saw your work.');
  });

  test('is else a mentor elsewhere whose rotation brought no letter yet', () => {
    const elsewhere = { ...at('dr', []), id: 'r2', host: { name: 'Yale' }, mentor: 'Dr. Chen' };
    const facts = aliceFacts({ rotations: [at('ir', [letter('a', 'declined', 'ir')]), elsewhere] });
    expect(nextCandidate(facts, 'r1')).toEqual({ name: 'Dr. Chen', hostName: 'Yale' });
  });
});

function at(specialty: Rotation['specialty'], letters: Letter[]): Rotation {
  return {
    ...BROWN,
    specialty,
    id: 'r1',
    stage: 'request-letter',
    status: 'waiting',
    since: NOVEMBER,
    checklist: [],
    letters,
  };
}

function letter(
  id: string,
  status: Letter['status'],
  specialty: Letter['writer']['specialty'],
): Letter {
  return {
    id,
    writer: { name: `Dr. ${id}`, specialty },
    status,
    askedOn: '2027-07-20',
    since: '2027-07-20T15:00:00.000Z',
  };
}

describe('letters by mode', () => {
  const two = [at('dr', [letter('a', 'agreed', 'dr')]), at('ir', [letter('b', 'agreed', 'ir')])];
  const watched = { ...at('dr', [letter('c', 'uploaded', 'dr')]), mode: 'observer' as const };

  test('an observership’s letter is counted apart', () => {
    expect(plan(aliceFacts({ rotations: [...two, watched] })).byMode).toBe(
      '2 hands-on, 1 observer',
    );
  });

  test('a research mentor’s is neither, with or without a stay on the plan', () => {
    const facts = aliceFacts({
      rotations: [
        watched,
        { ...at('ir', [letter('e', 'uploaded', 'ir')]), mode: 'research' as const },
      ],
      letters: [letter('d', 'agreed', 'research')],
    });
    expect(plan(facts).byMode).toBe('1 observer, 2 research');
  });

  test('one that was only asked for counts nowhere', () => {
    const rotations = [at('dr', [letter('e', 'asked', 'dr')])];
    expect(plan(aliceFacts({ rotations })).byMode).toBe('');
  });
});
