/** The search against trying every plan with the whole check, and how seldom it runs that check. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AIM_NAMES, AIMS, bestPlans, idsOf } from '#shared/shortlist/choose.ts';
import { findingsOf, flawJudge, flawsOf } from '#shared/shortlist/flaws.ts';
import { type Option, optionsOf } from '#shared/shortlist/option.ts';
import { askedOn } from '#shared/shortlist/profile.ts';
import { shortlist } from '#shared/shortlist/shortlist.ts';
import { PUBLISHED_WORLD, type World } from '#shared/world/world.ts';
import { MONDAY } from '../../cast.ts';
import { aliceAsks } from './profiles.ts';

const MONTHS = ['2027-06', '2027-07', '2027-08', '2027-09', '2027-10'];
const profile = aliceAsks({ months: MONTHS });
const asked = askedOn(MONDAY, profile, PUBLISHED_WORLD);
const { lines: LINES } = shortlist(profile, PUBLISHED_WORLD, MONDAY).rotations;
const ALL = optionsOf(LINES, asked).options;

/** Every subset, judged by the real check each time, sorted by the aim's key and then by ids. */
function byBruteForce(options: readonly Option[], size: number, budgetUsd?: number) {
  const plans = subsets(options, size)
    .map((plan) => plan.toSorted((a, b) => (a.month < b.month ? -1 : 1)))
    .filter((plan) => new Set(plan.map(({ month }) => month)).size === size)
    .filter((plan) => new Set(plan.map(({ site }) => site.host.hostId)).size === size)
    .filter(
      (plan) =>
        budgetUsd === undefined ||
        plan.reduce((sum, { cost }) => sum + cost.knownUsd, 0) <= budgetUsd,
    )
    .map((plan) => ({
      plan,
      flaws: flawsOf(
        findingsOf(
          plan.map(({ rotation }) => rotation),
          asked,
        ),
      ),
    }));
  return AIM_NAMES.map((name) => {
    const [best] = plans.toSorted((a, b) => {
      const one = AIMS[name](a.plan, a.flaws);
      const other = AIMS[name](b.plan, b.flaws);
      const at = one.findIndex((value, index) => value !== other[index]);
      if (at >= 0) return (one[at] ?? 0) - (other[at] ?? 0);
      return idsOf(a.plan) < idsOf(b.plan) ? -1 : 1;
    });
    return best && idsOf(best.plan);
  });
}

function subsets<Each>(all: readonly Each[], size: number): Each[][] {
  if (size === 0) return [[]];
  return all.flatMap((each, at) =>
    subsets(all.slice(at + 1), size - 1).map((rest) => [each, ...rest]),
  );
}

describe('the search', () => {
  test('finds what trying every plan finds', () => {
    void fc.assert(
      fc.property(
        fc.subarray(ALL, { minLength: 3, maxLength: 9 }),
        fc.integer({ min: 1, max: 3 }),
        fc.option(fc.integer({ min: 0, max: 12_000 }), { nil: undefined }),
        (options, size, budgetUsd) => {
          const found = bestPlans({
            options,
            size,
            flaws: flawJudge(options, asked),
            ...(budgetUsd !== undefined && { budgetUsd }),
          });
          const ids = AIM_NAMES.map((name) => found[name] && idsOf(found[name]));
          expect(ids).toEqual(byBruteForce(options, size, budgetUsd));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('finds nothing where no plan keeps to the budget', () => {
    const [dear] = ALL.filter(({ cost }) => cost.knownUsd > 0);
    const options = dear ? [dear] : [];
    const flaws = flawJudge(options, asked);
    expect(bestPlans({ options, size: 1, budgetUsd: 0, flaws }).fit).toBeUndefined();
  });
});

/** Six months and eight hosts, four of them chosen: as large as it gets. */
test('the largest search runs the whole check for a small part of the plans that it weighs', () => {
  const widest = aliceAsks({
    months: ['2027-07', '2027-08', '2027-09', '2027-10', '2027-11', '2027-12'],
  });
  const { lines } = shortlist(widest, PUBLISHED_WORLD, MONDAY).rotations;
  const { options } = optionsOf(lines, askedOn(MONDAY, widest, PUBLISHED_WORLD));
  let looks = 0;
  const watched: World = {
    ...PUBLISHED_WORLD,
    season: (matchYear) => {
      looks += 1;
      return PUBLISHED_WORLD.season(matchYear);
    },
  };
  const watching = askedOn(MONDAY, widest, watched);
  findingsOf([], watching);
  const looksOfOneCheck = looks;
  looks = 0;
  let weighed = 0;
  const judge = flawJudge(options, watching);
  const counted = (plan: readonly Option[]) => {
    weighed += 1;
    return judge(plan);
  };
  bestPlans({ options, size: 4, flaws: counted });
  expect(looksOfOneCheck).toBeGreaterThan(0);
  expect(weighed).toBeGreaterThan(15_000);
  expect(looks / looksOfOneCheck / weighed).toBeLessThan(0.25);
});
