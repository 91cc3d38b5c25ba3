/** What must hold of any list: told by changing one thing and looking at what moved. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ranked, rankWords } from '#shared/shortlist/rank.ts';
import { readProfile } from '#shared/shortlist/read-profile.ts';
import { shortlist } from '#shared/shortlist/shortlist.ts';
import { institutionById, programByCode } from '#shared/world/programs/directory.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { MONDAY } from '../../cast.ts';
import { aliceAsks, lineAt, worldWhere } from './profiles.ts';

const keyed = fc
  .array(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((keys) => keys.map((key, at) => ({ id: `s${String(at).padStart(2, '0')}`, key })));
const keyOf = ({ key }: { readonly key: readonly number[] }) => key;

describe('an order', () => {
  test('is the same whatever order its lines come in', () => {
    void fc.assert(
      fc.property(keyed, (lines) => {
        expect(ranked(lines.toReversed(), keyOf)).toEqual(ranked(lines, keyOf));
      }),
    );
  });

  test('gives the same rank exactly to what is equal', () => {
    void fc.assert(
      fc.property(keyed, (lines) => {
        const placed = ranked(lines, keyOf);
        for (const one of placed) {
          const equal = placed.filter(({ key }) => String(key) === String(one.key));
          const same = placed.filter(({ rank }) => rank.first === one.rank.first);
          expect(same).toEqual(equal);
          expect(one.rank.last - one.rank.first + 1).toBe(equal.length);
        }
      }),
    );
  });

  test('never moves anything down because one answer of its own became better', () => {
    void fc.assert(
      fc.property(keyed, fc.nat(), fc.nat({ max: 2 }), (lines, which, place) => {
        const own = lines[which % lines.length];
        if (!own) return;
        const better = lines.map((line) =>
          line === own
            ? { ...line, key: line.key.map((value, at) => (at === place ? 0 : value)) }
            : line,
        );
        const first = (of: typeof lines) =>
          ranked(of, keyOf).find(({ id }) => id === own.id)?.rank.first ?? 0;
        expect(first(better)).toBeLessThanOrEqual(first(lines));
      }),
    );
  });

  test.each([
    [{ first: 3, last: 3 }, '3'],
    [{ first: 4, last: 25 }, '4–25, tied'],
  ])('%o is written %s', (rank, words) => {
    expect(rankWords(rank)).toBe(words);
  });
});

describe('an unknown of the real world made known', () => {
  const YALE = 'yale-international-electives';
  const source = {
    source: 'https://yale.example.org',
    checkedOn: '2026-11-20',
    certainty: 'official',
  } as const;

  test.each([
    [3, 'yes'],
    [0, 'no'],
  ] as const)('%i IMG residents of 24: %s, and no other fact moves', (img, answer) => {
    const imgResidents = { img, residents: 24, year: 2025, ...source };
    const world = worldWhere({ program: { code: '4160800001', imgResidents } });
    const facts = (of: typeof PUBLISHED_WORLD) =>
      lineAt(shortlist(aliceAsks(), of, MONDAY).rotations, YALE).facts;
    expect(facts(world).find(({ id }) => id === 'img')?.answer).toBe(answer);
    const others = (of: typeof PUBLISHED_WORLD) => facts(of).filter(({ id }) => id !== 'img');
    expect(others(world)).toEqual(others(PUBLISHED_WORLD));
  });
});

describe('what never enters', () => {
  test.each(['age', 'gender', 'nationality', 'prestige'])('%s is refused by name', (field) => {
    const read = readProfile({ ...aliceAsks(), [field]: 30 });
    expect(read).toEqual({
      ok: false,
      failure: [
        `${field} is not asked: age, gender, nationality, and prestige never enter the order. Leave it out`,
      ],
    });
  });

  test('a famous name moves nothing: names swapped, the order of ids is the same', () => {
    const plain = shortlist(aliceAsks(), PUBLISHED_WORLD, MONDAY);
    const renamed = shortlist(
      aliceAsks(),
      worldWhere({ host: { id: 'fiu', name: institutionById('yale')?.name ?? '' } }),
      MONDAY,
    );
    expect(renamed.rotations.lines.map(({ id }) => id)).toEqual(
      plain.rotations.lines.map(({ id }) => id),
    );
  });

  test('the year of graduation orders nothing while no program states a limit', () => {
    const ids = (graduationYear: number) =>
      shortlist(
        aliceAsks({ enrollment: 'graduate', graduationYear }),
        PUBLISHED_WORLD,
        MONDAY,
      ).applications.lines.map(({ id }) => id);
    expect(ids(2012)).toEqual(ids(2026));
    expect(programByCode('4160800001')).not.toHaveProperty('graduationYearLimit');
  });
});
