/** Profiles worked by hand: who may apply where, in which order, and why, each figure traced to the row it was read from. */
import { describe, expect, test } from 'vitest';
import { shortlist } from '#shared/shortlist/shortlist.ts';
import { institutionById, programByCode } from '#shared/world/programs/directory.ts';
import { phraseSource } from '#shared/world/provenance.ts';
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

  test('is open to her, hands-on, with what it costs by kind', () => {
    expect(line).toMatchObject({
      canApply: 'yes',
      why: 'Yale School of Medicine accepts students from schools outside the US.',
    });
    expect(line.stay?.rotation).toMatchObject({ mode: 'hands-on', route: 'vslo' });
    expect(yale?.feeUsd).toBe(4775);
    // Yale's fees and VSLO's $15; she has not said what housing costs.
    expect(line.stay?.cost).toMatchObject({ knownUsd: 4790, unknown: 1 });
    expect(line.stay?.cost.items.map(({ label }) => label)).toEqual([
      'Application',
      'Tuition',
      'Housing',
    ]);
  });

  test('reads each fact from a row that says so, and leaves the others unknown', () => {
    expect(yaleIr).toMatchObject({ kind: 'integrated-ir', institutionId: 'yale', state: 'CT' });
    expect(line.facts.map(({ id, answer }) => [id, answer])).toEqual([
      ['ir-open', 'unknown'],
      ['integrated-ir', 'yes'],
      ['esir', 'unknown'],
      ['letters', 'unknown'],
      ['region', 'yes'],
      ['img', 'unknown'],
      ['teaching', 'unknown'],
    ]);
    const sourceOf = (of: string) => line.facts.find(({ id }) => id === of)?.source;
    expect(sourceOf('integrated-ir')).toContain(phraseSource({ source: yaleIr?.source ?? '' }));
    expect(sourceOf('esir')).toBeUndefined();
  });

  test('passes the gates its page answers, asks for the department, and shows what is not stated', () => {
    const states = (of: string) =>
      line.gates.filter(({ state }) => state === of).map(({ rule }) => rule);
    expect(states('fails')).toEqual([]);
    expect(states('unknown')).toEqual(['host-department']);
    expect(states('not-stated')).toEqual(['G13b']);
    expect(states('meets')).toEqual(
      expect.arrayContaining(['host-open', 'host-international', 'G12b', 'host-visa']),
    );
  });

  test('asks three questions at most, first the one about IR', () => {
    expect(line.asks).toEqual([
      'Can a visiting student rotate in interventional radiology?',
      'Does the DR residency offer ESIR, and how many places?',
      'Can attendings write letters of recommendation for visiting students?',
    ]);
  });
});

describe('the order for Alice', () => {
  test('puts where she can apply before where she must ask, and hands-on before watching', () => {
    const answers = alice.rotations.lines.map(({ canApply }) => canApply);
    expect(answers.lastIndexOf('yes')).toBeLessThan(answers.indexOf('ask'));
    const open = alice.rotations.lines.filter(({ canApply }) => canApply === 'yes');
    const modes = open.map(({ stay }) => stay?.rotation.mode);
    expect(modes.lastIndexOf('hands-on')).toBeLessThan(modes.indexOf('observer'));
  });

  test('is Yale first: integrated IR in her region', () => {
    expect(alice.rotations.lines[0]).toMatchObject({
      id: 'yale-international-electives',
      rank: { first: 1, last: 1 },
    });
  });

  test('gives equal places one rank', () => {
    // Nine integrated programs of New England of which nothing more is known.
    const tied = alice.applications.lines.filter(({ rank }) => rank.first < rank.last);
    expect(tied.length).toBeGreaterThan(0);
    for (const { rank } of tied) {
      const same = alice.applications.lines.filter((other) => other.rank.first === rank.first);
      expect(same).toHaveLength(rank.last - rank.first + 1);
    }
  });
});

describe('what a stated rule forbids', () => {
  test('stands apart with the rule and its source', () => {
    const failing = alice.rotations.failing.map(({ id }) => id);
    expect(failing).toEqual(
      expect.arrayContaining(['yale-us-electives', 'ucsf-visiting-electives']),
    );
    expect(failing).not.toContain('duke-international-electives');
    const ucsf = lineAt(alice.rotations, 'ucsf-visiting-electives');
    expect(ucsf.why).toBe('UCSF accepts no students from schools outside the US here.');
    const gate = ucsf.gates.find(({ state }) => state === 'fails');
    expect(gate?.source).toContain(institutionById('ucsf')?.source);
  });

  test('is the VSLO host for anyone without a VSLO school, but not Yale, which lets others register', () => {
    const list = shortlist(aliceAsks({ schoolInVslo: false }), PUBLISHED_WORLD, MONDAY);
    const failing = list.rotations.failing.map(({ id }) => id);
    expect(failing).toContain('weill-cornell-international-electives');
    expect(failing).not.toContain('yale-international-electives');
  });

  test('is Baylor in July, which takes students from abroad from January to June', () => {
    const list = shortlist(aliceAsks({ months: ['2027-07'] }), PUBLISHED_WORLD, MONDAY);
    expect(lineAt(list.rotations, BAYLOR)).toMatchObject({ canApply: 'no' });
    expect(lineAt(alice.rotations, BAYLOR)).toMatchObject({ canApply: 'ask' });
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
    expect(observers.stay?.rotation.mode).toBe('observer');
  });

  test('is a month that can no longer be prepared, with the step that is too late', () => {
    const list = shortlist(aliceAsks({ months: ['2026-12'] }), PUBLISHED_WORLD, MONDAY);
    expect(lineAt(list.rotations, 'yale-international-electives')).toMatchObject({
      canApply: 'no',
      why: expect.stringMatching(/^Too late for your months: .* \(\d+ days late\)\.$/),
    });
  });
});

describe('what one answer would change', () => {
  test('is counted for each answer that is not yet yes', () => {
    const { moves } = shortlist(aliceAsks({ schoolInVslo: false }), PUBLISHED_WORLD, MONDAY);
    expect(moves[0]).toMatch(
      /^With a school in VSLO or its Global Network: \d more places? to (apply to|ask)/,
    );
  });

  test('is nothing for an answer that is yes', () => {
    expect(alice.moves.join()).not.toContain('VSLO');
  });
});

describe('the applications of Alice', () => {
  test('are a list of their own: every program, by pathway and region', () => {
    expect(alice.applications.lines).toHaveLength(296);
    const [first] = alice.applications.lines.filter(({ canApply }) => canApply === 'ask');
    expect(first?.facts.map(({ id, answer }) => [id, answer])).toEqual(
      expect.arrayContaining([
        ['integrated-ir', 'yes'],
        ['region', 'yes'],
      ]),
    );
  });

  test('are DR programs only for applicants who go through DR, ESIR first', () => {
    const list = shortlist(aliceAsks({ pathway: 'dr-esir' }), PUBLISHED_WORLD, MONDAY);
    expect(list.applications.lines).toHaveLength(193);
    const asked = list.applications.lines.filter(({ canApply }) => canApply === 'ask');
    // Brigham and Women’s: ESIR that a dated page states, in her region.
    expect(asked[0]?.id).toBe('4202421085');
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

  test('have the same facts however one enters the US', () => {
    const facts = entrySchema.options.map((entry) => {
      const { lines, failing } = shortlist(
        aliceAsks({ entry }),
        PUBLISHED_WORLD,
        MONDAY,
      ).applications;
      return new Map([...lines, ...failing].map((line) => [line.id, line.facts]));
    });
    for (const each of facts) expect(each).toEqual(facts[0]);
  });
});

describe('old facts', () => {
  test('decide the order and are marked', () => {
    const esir = lineAt(
      alice.rotations,
      'george-washington-university-icep-international-electives',
    ).facts.find(({ id }) => id === 'esir');
    expect(esir).toMatchObject({ answer: 'yes', asOf: '2023', isOld: true });
  });

  test('of more than five years, or of no year, are hints and decide nothing', () => {
    const esir = lineAt(alice.rotations, 'mayo-clinic-arizona-visiting-clerkship').facts.find(
      ({ id }) => id === 'esir',
    );
    expect(esir).toMatchObject({ answer: 'unknown' });
  });
});
