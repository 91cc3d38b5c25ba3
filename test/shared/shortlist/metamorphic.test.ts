/** What must hold of any list, whatever the figures: told by changing one thing and looking at what moved. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FACTOR_IDS, type FactorId, type Weights } from '#shared/shortlist/factors.ts';
import { rank, type Scored, scoreOf } from '#shared/shortlist/rank.ts';
import { readProfile } from '#shared/shortlist/read-profile.ts';
import { shortlist } from '#shared/shortlist/shortlist.ts';
import { institutionById, programByCode } from '#shared/world/programs/directory.ts';
import { TEACHING_SIGNS } from '#shared/world/programs/teaching.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { MONDAY } from '../../cast.ts';
import { aliceAsks, lineAt, worldWhere } from './profiles.ts';

const tenths = fc.integer({ min: 0, max: 10 });
const part = fc
  .tuple(tenths, tenths)
  .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
const scored = fc
  .array(fc.array(part, { minLength: FACTOR_IDS.length, maxLength: FACTOR_IDS.length }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((lines) =>
    lines.map(
      (parts, at): Scored => ({
        id: `s${String(at).padStart(2, '0')}`,
        parts: parts.map((each, index) => ({ factor: FACTOR_IDS[index] as FactorId, ...each })),
      }),
    ),
  );
const weights = fc
  .array(fc.integer({ min: 0, max: 100 }), {
    minLength: FACTOR_IDS.length,
    maxLength: FACTOR_IDS.length,
  })
  .map((each) => Object.fromEntries(FACTOR_IDS.map((id, at) => [id, each[at]])) as Weights);
const factor = fc.constantFrom(...FACTOR_IDS);

describe('a list', () => {
  test('shows parts that sum to its score', () => {
    const list = shortlist(aliceAsks(), PUBLISHED_WORLD, MONDAY);
    for (const { parts, score } of [...list.rotations.lines, ...list.applications.lines]) {
      const sum = (end: 'low' | 'high') =>
        Math.round(parts.reduce((total, each) => total + each[end] * 10, 0)) / 10;
      expect({ low: sum('low'), high: sum('high') }).toEqual(score);
    }
  });

  test('is the same for the same input, whatever order its lines come in', () => {
    void fc.assert(
      fc.property(scored, weights, (lines, weighs) => {
        expect(rank(lines.toReversed(), weighs)).toEqual(rank(lines, weighs));
      }),
    );
  });

  test('never lowers what has all of X when X weighs more', () => {
    void fc.assert(
      fc.property(
        scored,
        weights,
        factor,
        fc.integer({ min: 1, max: 50 }),
        (lines, weighs, x, more) => {
          const full = lines.filter(({ parts }) =>
            parts.some((each) => each.factor === x && each.low === 10),
          );
          const place = (of: Weights, id: string) =>
            rank(lines, of).find((each) => each.id === id)?.place ?? 0;
          const heavier = { ...weighs, [x]: weighs[x] + more };
          for (const { id } of full)
            expect(place(heavier, id)).toBeLessThanOrEqual(place(weighs, id));
        },
      ),
    );
  });

  test('keeps a score inside its range when an unknown becomes known', () => {
    void fc.assert(
      fc.property(part, tenths, weights, ({ low, high }, drawn, weighs) => {
        const known = Math.min(high, Math.max(low, drawn));
        const before = scoreOf({ parts: [{ factor: 'esir', low, high }] }, weighs);
        const after = scoreOf({ parts: [{ factor: 'esir', low: known, high: known }] }, weighs);
        expect(after.low).toBeGreaterThanOrEqual(before.low);
        expect(after.high).toBeLessThanOrEqual(before.high);
      }),
    );
  });

  test('ends a band only where everything after stays below everything in it', () => {
    void fc.assert(
      fc.property(scored, weights, (lines, weighs) => {
        const placed = rank(lines, weighs);
        placed.forEach((upper, at) => {
          for (const lower of placed.slice(at + 1)) {
            if (lower.band > upper.band) expect(lower.score.high).toBeLessThan(upper.score.low);
          }
        });
      }),
    );
  });

  test('holds every place inside its two ranges, and reaches the one for weights at a corner', () => {
    void fc.assert(
      fc.property(
        scored,
        weights,
        fc.array(fc.constantFrom(0.8, 1, 1.2), {
          minLength: FACTOR_IDS.length,
          maxLength: FACTOR_IDS.length,
        }),
        (lines, weighs, moved) => {
          const placed = rank(lines, weighs);
          // Times ten, so that weights stay whole.
          const other = Object.fromEntries(
            FACTOR_IDS.map((id, at) => [id, Math.round(weighs[id] * (moved[at] ?? 1) * 10)]),
          ) as Weights;
          const after = rank(lines, other);
          for (const { id, place, known, weighed } of placed) {
            expect(place).toBeGreaterThanOrEqual(Math.max(known.best, weighed.best));
            expect(place).toBeLessThanOrEqual(Math.min(known.worst, weighed.worst));
            const firmly = after.filter(
              (each) => each.score.low > (after.find((own) => own.id === id)?.score.low ?? 0),
            ).length;
            expect(firmly).toBeLessThan(weighed.worst);
          }
        },
      ),
    );
  });
});

describe('an unknown of the real world made known', () => {
  const before = lineAt(
    shortlist(aliceAsks(), PUBLISHED_WORLD, MONDAY).rotations,
    'yale-international-electives',
  ).score;
  const source = {
    source: 'https://yale.example.org',
    checkedOn: '2026-11-20',
    certainty: 'official',
  } as const;

  test.each(['yes', 'no'] as const)('stays in the range: every teaching sign %s', (answer) => {
    const teaching = Object.fromEntries(
      TEACHING_SIGNS.map((sign) => [sign, { answer, ...source }]),
    );
    const world = worldWhere({ host: { id: 'yale-international-electives', teaching } });
    const { score } = lineAt(
      shortlist(aliceAsks(), world, MONDAY).rotations,
      'yale-international-electives',
    );
    expect(score.high - score.low).toBe(30);
    expect(score.low).toBe(answer === 'yes' ? before.low + 15 : before.low);
    expect(score.high).toBe(answer === 'yes' ? before.high : before.high - 15);
  });

  test.each([
    [3, 56.5, 86.5],
    [0, 41.5, 71.5],
  ])('stays in the range: %i IMG residents of 24', (img, low, high) => {
    const imgResidents = { img, residents: 24, year: 2025, ...source };
    const world = worldWhere({ program: { code: '4160800001', imgResidents } });
    expect(
      lineAt(shortlist(aliceAsks(), world, MONDAY).rotations, 'yale-international-electives').score,
    ).toEqual({
      low,
      high,
    });
  });
});

describe('what never enters', () => {
  test.each(['age', 'gender', 'nationality', 'prestige'])('%s is refused by name', (field) => {
    const read = readProfile({ ...aliceAsks(), [field]: 30 });
    expect(read).toEqual({
      ok: false,
      failure: [
        `${field} is not asked: age, gender, nationality and prestige never enter the order. Leave it out`,
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
