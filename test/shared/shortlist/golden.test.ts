/** Profiles worked by hand: gates, points and order, each figure traced to the row it was read from. */
import { describe, expect, test } from 'vitest';
import { shortlist } from '#shared/shortlist/shortlist.ts';
import { institutionById, programByCode } from '#shared/world/programs/directory.ts';
import { type Entry, entrySchema } from '#shared/world/vocabulary.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { MONDAY } from '../../cast.ts';
import { aliceAsks, lineAt } from './profiles.ts';

const alice = shortlist(aliceAsks(), PUBLISHED_WORLD, MONDAY);
const yale = institutionById('yale');
const BAYLOR = 'baylor-college-of-medicine-international-electives';
const yaleIr = programByCode('4160800001');

describe('Yale for Alice', () => {
  const line = lineAt(alice.rotations, 'yale-international-electives');

  test('gives 41.5 points for certain and up to 86.5', () => {
    // 25 integrated + 10 route + 5 region + 1.5 fee; ESIR, IMG residents and teaching are 15 each, unknown.
    expect(line.score).toEqual({ low: 41.5, high: 86.5 });
    expect(line.parts.map(({ factor, low, high }) => [factor, low, high])).toEqual([
      ['integrated-ir', 25, 25],
      ['esir', 0, 15],
      ['img-history', 0, 15],
      ['route', 10, 10],
      ['teaching', 0, 15],
      ['geography', 5, 5],
      ['cost', 1.5, 1.5],
    ]);
  });

  test('reads each figure from a row that says so', () => {
    expect(yaleIr).toMatchObject({ kind: 'integrated-ir', institutionId: 'yale', state: 'CT' });
    expect(yale).toMatchObject({ routes: ['vslo'], visaClasses: ['B-1'], feeUsd: 4775 });
    // The highest fee is Stanford's: 1 − 4775 ÷ 6750 is 0.29, three tenths of 5 points.
    expect(institutionById('stanford')?.feeUsd).toBe(6750);
    const sources = Object.fromEntries(line.parts.map(({ factor, source }) => [factor, source]));
    expect(sources['integrated-ir']).toContain(yaleIr?.source);
    for (const factor of ['route', 'cost']) expect(sources[factor]).toContain(yale?.source);
    expect(sources.esir).toBeUndefined();
  });

  test('passes the gates its page answers, asks for the department, and shows what is not stated', () => {
    const states = (of: string) =>
      line.gates.filter(({ state }) => state === of).map(({ rule }) => rule);
    expect(line.gates.map(({ state }) => state)).not.toContain('fails');
    expect(states('unknown')).toEqual(['host-department']);
    expect(states('not-stated')).toEqual(['G13b']);
    expect(states('meets')).toEqual(
      expect.arrayContaining(['host-open', 'host-international', 'G12b', 'host-visa']),
    );
    expect(line).toMatchObject({ gate: 'unknown', tier: 1 });
  });

  test('would be moved most by what weighs most', () => {
    expect(line.moves[0]).toBe('Up to +15: Does the DR residency offer ESIR, and how many places?');
  });
});

describe('the order for Alice', () => {
  test('is by what is known, first to sixth', () => {
    // Brigham, George Washington, and Minnesota: 25 + 15 for ESIR that a dated, recent page states, and 10 for the route
    // or 5 with a region. Duke: 25 + 10 and a fee. What undated pages say of ESIR counts for nothing.
    expect(alice.rotations.lines.slice(0, 6).map(({ id, score }) => [id, score.low])).toEqual([
      ['brigham-and-womens-radiology-observership', 50],
      ['george-washington-university-icep-international-electives', 50],
      ['university-of-minnesota-partner-school-electives', 50],
      ['yale-international-electives', 41.5],
      ['duke-international-electives', 38.5],
      ['wake-forest-international-electives', 38],
    ]);
  });

  test('is one band, since nobody knows IMG residents or teaching anywhere', () => {
    expect(new Set(alice.rotations.lines.map(({ place }) => place?.band))).toEqual(new Set([1]));
  });

  test('holds Yale fourth however the weights move', () => {
    // ESIR and route at their least against region and fee at their most: 25·a + 12 + 8 against 25·a + 8 + 6 + 1.8.
    expect(lineAt(alice.rotations, 'yale-international-electives').place?.weighed).toEqual({
      best: 4,
      worst: 4,
    });
  });
});

describe('what a stated rule forbids', () => {
  test('stands apart with the rule and its source', () => {
    const failing = alice.rotations.failing.map(({ id }) => id);
    expect(failing).toHaveLength(66);
    expect(failing).toEqual(
      expect.arrayContaining(['yale-us-electives', 'ucsf-visiting-electives']),
    );
    expect(failing).not.toContain('duke-international-electives');
    const ucsf = lineAt(alice.rotations, 'ucsf-visiting-electives');
    const gate = ucsf.gates.find(({ state }) => state === 'fails');
    expect(gate).toMatchObject({
      rule: 'host-international',
      text: 'UCSF accepts no students from schools outside the US here.',
    });
    expect(gate?.source).toContain(institutionById('ucsf')?.source);
  });

  test('is the VSLO host for anyone without a VSLO school, but not Yale, which lets others register', () => {
    const list = shortlist(aliceAsks({ schoolInVslo: false }), PUBLISHED_WORLD, MONDAY);
    const failing = list.rotations.failing.map(({ id }) => id);
    expect(failing).toContain('weill-cornell-international-electives');
    expect(failing).not.toContain('yale-international-electives');
    expect(list.moves).toContain('A school in VSLO or its Global Network opens 7 sites more.');
  });

  test('is Baylor in July, which takes students from abroad from January to June', () => {
    const list = shortlist(aliceAsks({ months: ['2027-07'] }), PUBLISHED_WORLD, MONDAY);
    expect(lineAt(list.rotations, BAYLOR)).toMatchObject({ gate: 'fails' });
    expect(lineAt(alice.rotations, BAYLOR)).toMatchObject({ gate: 'unknown' });
  });

  test('is Step 1 where a host asks for it and it was not passed', () => {
    const list = shortlist(aliceAsks({ step1Passed: false }), PUBLISHED_WORLD, MONDAY);
    expect(list.rotations.failing.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'jefferson-international-electives',
        'loyola-stritch-international-electives',
      ]),
    );
  });

  test('is every elective for students, for a graduate, who may watch at UAB', () => {
    const list = shortlist(
      aliceAsks({ enrollment: 'graduate', graduationOn: '2025-06-30' }),
      PUBLISHED_WORLD,
      MONDAY,
    );
    expect(list.rotations.failing.map(({ id }) => id)).toContain('uab-international-electives');
    const observers = lineAt(list.rotations, 'uab-international-observers');
    expect(observers.parts.find(({ factor }) => factor === 'route')).toMatchObject({
      low: 5,
      high: 5,
    });
  });
});

describe('the applications of Alice', () => {
  test('are a list of their own: every program, by pathway and region', () => {
    expect(alice.applications.lines).toHaveLength(296);
    // Houston is integrated: 25, and up to 15 for IMG residents.
    expect(lineAt(alice.applications, '4164800003').score).toEqual({ low: 25, high: 40 });
  });

  test('are DR programs only for applicants who go through DR', () => {
    const list = shortlist(aliceAsks({ pathway: 'dr-esir' }), PUBLISHED_WORLD, MONDAY);
    expect(list.applications.lines).toHaveLength(193);
    // Brigham and Women’s: 30 for ESIR and 5 for the region.
    expect(list.applications.lines[0]).toMatchObject({ id: '4202421085', score: { low: 35 } });
  });

  test('ask no citizen for a sponsor, and anybody else', () => {
    const rules = (entry: Entry) =>
      shortlist(aliceAsks({ entry }), PUBLISHED_WORLD, MONDAY).applications.lines.map(({ gates }) =>
        gates.some(({ rule }) => rule === 'visa-sponsorship'),
      );
    expect(rules('citizen')).not.toContain(true);
    for (const entry of ['in-us', 'visa', 'waiver'] as const)
      expect(rules(entry)).not.toContain(false);
  });

  test('have the same points however one enters the US', () => {
    const scores = entrySchema.options.map((entry) => {
      const { lines, failing } = shortlist(
        aliceAsks({ entry }),
        PUBLISHED_WORLD,
        MONDAY,
      ).applications;
      return new Map([...lines, ...failing].map(({ id, score }) => [id, score]));
    });
    for (const each of scores) expect(each).toEqual(scores[0]);
  });
});

describe('old facts', () => {
  test('count for the order and against the confidence', () => {
    const esir = lineAt(
      alice.rotations,
      'george-washington-university-icep-international-electives',
    ).parts.find(({ factor }) => factor === 'esir');
    expect(esir).toMatchObject({ low: 15, asOf: '2023-01-01', isOld: true });
    // Known and fresh: 25 integrated, 5 region of 100: three of ten.
    expect(lineAt(alice.rotations, 'mayo-clinic-arizona-visiting-clerkship').confidence).toBe(3);
  });

  test('of more than five years, or of no year, are hints and count for nothing', () => {
    const esir = lineAt(alice.rotations, 'mayo-clinic-arizona-visiting-clerkship').parts.find(
      ({ factor }) => factor === 'esir',
    );
    expect(esir).toMatchObject({ low: 0, high: 15 });
  });

  test('grow old by the calendar', () => {
    const later = shortlist(aliceAsks(), PUBLISHED_WORLD, '2027-06-01T15:00:00.000Z');
    const fee = lineAt(later.rotations, 'yale-international-electives').parts.find(
      ({ factor }) => factor === 'cost',
    );
    expect(fee).toMatchObject({ low: 1.5, isOld: true });
  });
});
