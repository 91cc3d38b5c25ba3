/** What a month and a season cost: sourced, entered, or not known, and never zero for not known. */
import { describe, expect, test } from 'vitest';
import { addTotals, totalOf, totalWords } from '#shared/plan/costs/estimate.ts';
import { feeOf } from '#shared/plan/costs/fees.ts';
import { rotationCosts, seasonCosts } from '#shared/plan/costs/rotation-costs.ts';
import { institutionById } from '#shared/world/programs/directory.ts';

const yale = { id: 'r1', route: 'vslo', host: { name: 'Yale' } } as const;

describe('a month', () => {
  test('at Yale by VSLO: the stated fee, the application, and what was entered', () => {
    const costs = rotationCosts(yale, institutionById('yale'), {
      housingUsdPerMonth: 1500,
      travelUsdPerRotation: 900,
    });
    // 4775 + 15 + 1500 + 900; insurance and malpractice cover are not known.
    expect(totalOf(costs)).toEqual({ knownUsd: 7190, unknown: 2 });
    expect(totalWords(totalOf(costs))).toBe('7,190 US dollars, and 2 not known');
    expect(costs[0]).toMatchObject({ usd: 4775, certainty: 'official', rotationId: 'r1' });
    expect(costs[0]?.source).toContain('medicine.yale.edu');
  });

  test('at a host that states no fee: not known, never zero', () => {
    const [fee] = rotationCosts({ ...yale, route: 'institution' }, undefined, {});
    expect(fee).not.toHaveProperty('usd');
  });
});

describe('the season', () => {
  test('for whoever needs a visa and has every exam ahead', () => {
    const costs = seasonCosts({
      entry: 'visa',
      step1Passed: false,
      step2CkPassed: false,
      oetPassed: false,
      ecfmgCertified: false,
    });
    // 185 + 250 visa, 905 + 930 + 455 + 945 exams, 185 + 330 + 80 + 85 applying.
    expect(totalOf(costs)).toEqual({ knownUsd: 4350, unknown: 0 });
    for (const { source, certainty } of costs) {
      expect(source).not.toBe('');
      expect(['official', 'secondary']).toContain(certainty);
    }
  });

  test('with a waiver: an ESTA; for a citizen: neither; for whoever did not say: not known', () => {
    expect(seasonCosts({ entry: 'waiver' })[0]).toMatchObject({ usd: 40 });
    for (const entry of ['citizen', 'in-us'] as const) {
      expect(seasonCosts({ entry }).filter(({ kind }) => kind === 'visa')).toEqual([]);
    }
    expect(totalOf(seasonCosts({})).unknown).toBe(1);
  });
});

test('totals add up, and a fee nobody has is a mistake', () => {
  expect(
    addTotals([
      { knownUsd: 1, unknown: 1 },
      { knownUsd: 2, unknown: 0 },
    ]),
  ).toEqual({
    knownUsd: 3,
    unknown: 1,
  });
  expect(() => feeOf('parking')).toThrow('No fee parking');
});
