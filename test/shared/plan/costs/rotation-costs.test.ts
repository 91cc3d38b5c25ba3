/** What a month and a season cost: sourced, entered, or not known, and never zero for not known. */
import { describe, expect, test } from 'vitest';
import { addTotals, totalOf, totalWords } from '#shared/plan/costs/estimate.ts';
import {
  feeOf,
  feesOnTop,
  readFees,
  rotationCosts,
  seasonCosts,
} from '#shared/plan/costs/rotation-costs.ts';
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
    expect(totalWords(totalOf(costs))).toBe('$7,190, plus 2 unknown');
    expect(costs[0]).toMatchObject({ usd: 4775, certainty: 'official', rotationId: 'r1' });
    expect(costs[0]?.source).toContain('medicine.yale.edu');
  });

  test('at a host that states no fee: not known, never zero', () => {
    const [fee] = rotationCosts({ ...yale, route: 'institution' }, undefined, {});
    expect(fee).not.toHaveProperty('usd');
  });
});

describe('the season', () => {
  test('for an applicant who needs a visa and has every exam ahead', () => {
    const costs = seasonCosts({
      entry: 'visa',
      step1Passed: false,
      step2CkPassed: false,
      oetPassed: false,
      ecfmgCertified: false,
    });
    // 185 visa, 905 + 930 + 455 + 945 exams, 185 + 330 + 80 + 85 applying.
    expect(totalOf(costs)).toEqual({ knownUsd: 4100, unknown: 0 });
    for (const { source, certainty } of costs) {
      expect(source).not.toBe('');
      expect(['official', 'secondary']).toContain(certainty);
    }
  });

  test('with 40 IR and 60 DR programs: each specialty from its own first one', () => {
    const eras = seasonCosts({ irPrograms: 40, drPrograms: 60 }).filter(({ label }) =>
      label.includes('programs'),
    );
    // 30 × 11 + 10 × 30, and 30 × 11 + 30 × 30.
    expect(eras.map(({ label, usd }) => [label, usd])).toEqual([
      ['ERAS, 40 IR programs', 630],
      ['ERAS, 60 DR programs', 1230],
    ]);
    expect(totalOf(eras).knownUsd).toBe(1860);
  });

  test('with programs of one specialty only: nothing for the other', () => {
    const eras = seasonCosts({ drPrograms: 30 }).filter(({ label }) => label.includes('programs'));
    expect(eras.map(({ usd }) => usd)).toEqual([330]);
  });

  test('with a waiver: an ESTA; for a citizen: neither; without an answer: not known', () => {
    expect(seasonCosts({ entry: 'waiver' })[0]).toMatchObject({ usd: 40 });
    for (const entry of ['citizen', 'in-us'] as const) {
      expect(seasonCosts({ entry }).filter(({ kind }) => kind === 'visa')).toEqual([]);
    }
    expect(totalOf(seasonCosts({})).unknown).toBe(1);
  });
});

describe('fees on top, in no sum', () => {
  const idsOf = (entry: 'visa' | 'waiver') => feesOnTop({ entry }).map(({ label }) => label);

  test('with a visa are the integrity fee, the bond, more programs, and registering late', () => {
    expect(feesOnTop({ entry: 'visa' }).map(({ usd, per }) => [usd, per])).toEqual([
      [250, 'visa'],
      [5000, 'visa'],
      [30, 'program'],
      [120, undefined],
    ]);
  });

  test('with a waiver are none of a visa', () => {
    expect(idsOf('waiver')).toEqual(idsOf('visa').slice(2));
  });

  test('each has a source and the day it was read', () => {
    for (const { source, checkedOn } of feesOnTop({ entry: 'visa' })) {
      expect(source).toMatch(/^https:/);
      expect(checkedOn).toBe('2026-11-27');
    }
  });
});

test.each([
  [{ kind: 'gift' }, 'line 2: kind is not one of'],
  [{ per: 'mile' }, 'line 2: per is not one of program, visa'],
  [{ usd: -1 }, 'line 2: usd'],
  [{ checkedOn: '2026-02-30' }, 'line 2: checkedOn is not a calendar day'],
])('a fee with %o is refused by file, line, and field', (wrong, message) => {
  const { label, usd, source, checkedOn, certainty, kind } = feeOf('esta');
  const row = { id: 'esta', kind, label, usd, source, checkedOn, certainty, ...wrong };
  expect(() => readFees([row])).toThrow(`shared/plan/costs/fees.json ${message}`);
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
