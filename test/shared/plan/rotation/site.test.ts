/** The guide's tiers: Tier 1 needs all three of its conditions, and what is not known is not guessed. */
import { describe, expect, test } from 'vitest';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { tierOf } from '#shared/plan/rotation/site.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import type { Teaching } from '#shared/world/programs/teaching.ts';
import { PUBLISHED_WORLD, type World } from '#shared/world/world.ts';
import {
  ESIR_CODE,
  INTEGRATED_CODE,
  NEITHER_CODE,
  rotation,
  worldWith,
} from '../../agenda/plans.ts';

const SIGNS = ['scrub-in', 'presents-cases', 'supervision', 'curriculum', 'mentor'] as const;
const PAGE = {
  source: 'https://example.org',
  checkedOn: '2026-11-20',
  certainty: 'official',
} as const;
const yale = PUBLISHED_WORLD.host('yale') as Institution;

interface Known {
  readonly imgs?: number;
  readonly signs?: number;
  readonly denied?: 'scrub-in';
  readonly acceptsInternational?: 'yes' | 'no';
}

/** An integrated program whose residents, teaching, and rule about visitors are as told. */
function worldOf({ imgs, signs = 0, denied, acceptsInternational = 'yes' }: Known): World {
  const world = worldWith();
  const teaching: Teaching = {
    ...Object.fromEntries(
      SIGNS.slice(0, signs).map((sign) => [sign, { answer: 'yes' as const, ...PAGE }]),
    ),
    ...(denied && { [denied]: { answer: 'no' as const, ...PAGE } }),
  };
  return {
    ...world,
    host: () => ({ ...yale, acceptsInternational, teaching }),
    program: (code) => {
      const program = world.program(code);
      const imgResidents = { img: imgs ?? 0, residents: 10, year: 2026, ...PAGE };
      return program && imgs !== undefined ? { ...program, imgResidents } : program;
    },
  };
}

function at(programCode: string, of: Partial<Rotation> = {}): Rotation {
  return rotation({ host: { name: 'Springfield', institutionId: 'yale', programCode }, ...of });
}

describe('Tier 1', () => {
  test('is integrated, IMG-friendly, and strong in teaching', () => {
    expect(tierOf(at(INTEGRATED_CODE), worldOf({ imgs: 2, signs: 5 }))).toBe(1);
  });

  test.each<[string, Known]>([
    ['no resident from abroad is known', { signs: 5 }],
    ['none of the residents is from abroad', { imgs: 0, signs: 5 }],
    ['its teaching is not known', { imgs: 2 }],
    ['too few signs of teaching are known', { imgs: 2, signs: 4 }],
    ['one sign of teaching is denied', { imgs: 2, signs: 5, denied: 'scrub-in' }],
  ])('is not claimed where %s', (_, known) => {
    expect(tierOf(at(INTEGRATED_CODE), worldOf(known))).toBe('unknown');
  });

  test('is no target where no student from abroad may come', () => {
    const closed = worldOf({ imgs: 2, signs: 5, acceptsInternational: 'no' });
    expect(tierOf(at(INTEGRATED_CODE), closed)).toBe(3);
  });

  test('is no tier of a DR month', () => {
    const dr = at(INTEGRATED_CODE, { specialty: 'dr' });
    expect(tierOf(dr, worldOf({ imgs: 2, signs: 5 }))).not.toBe(1);
  });
});

describe('a tier that the applicant sets', () => {
  test('comes before what is published', () => {
    expect(tierOf(at(INTEGRATED_CODE, { tier: '1' }), worldOf({}))).toBe(1);
    expect(tierOf(at(ESIR_CODE, { specialty: 'dr', tier: '3' }), worldOf({}))).toBe(3);
    expect(tierOf(at(NEITHER_CODE, { specialty: 'medicine', tier: '2' }), worldOf({}))).toBe(2);
  });

  test('is taken back by "as far as published facts say"', () => {
    expect(tierOf(at(ESIR_CODE, { specialty: 'dr', tier: 'unknown' }), worldOf({}))).toBe(2);
  });
});
