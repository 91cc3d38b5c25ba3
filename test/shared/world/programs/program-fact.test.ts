/** What pages say of programs: every row kept with its source, and only recent, dated pages decide. */
import { describe, expect, test } from 'vitest';
import { deciding, esirOf, hintsFor, visaOf } from '#shared/world/programs/decided.ts';
import { programByCode, programs } from '#shared/world/programs/directory.ts';
import { knownOfProgram } from '#shared/world/programs/known-facts.ts';
import type { Program } from '#shared/world/programs/program.ts';
import { hintOf, type ProgramFact, readProgramFacts } from '#shared/world/programs/program-fact.ts';

const FACTS = programs().flatMap(({ facts = [] }) => facts);
const fact: ProgramFact = {
  code: '4160500001',
  topic: 'visa',
  text: 'J-1 only',
  visa: { j1: 'yes', h1b: 'no' },
  stated: '2024-25 season',
  lastYear: 2024,
  scope: 'program',
  source: 'https://radiology.example.edu/residency',
  certainty: 'official',
};
const having = (...facts: ProgramFact[]): Program => {
  const program = programByCode(fact.code);
  if (!program) throw new Error('There is no such program.');
  return { ...program, facts };
};

describe('the table', () => {
  test('holds 446 facts of 201 programs, each of a program of the list', () => {
    expect(FACTS).toHaveLength(446);
    expect(new Set(FACTS.map(({ code }) => code)).size).toBe(201);
  });

  test('decides by four about ESIR and eleven about visas; the others are hints', () => {
    const decides = (topic: ProgramFact['topic']) =>
      programs().reduce((sum, program) => sum + deciding(program, topic).length, 0);
    expect([decides('esir'), decides('visa'), decides('step-minimum')]).toEqual([4, 11, 3]);
    expect(decides('graduation-limit')).toBe(0);
  });

  test('is shown whole: each fact is a line of its program’s page', () => {
    for (const program of programs()) {
      const lines = knownOfProgram(program, '2026-11-28').facts.map(({ text }) => text);
      for (const { text } of program.facts ?? []) {
        expect(lines.some((line) => line.startsWith(text))).toBe(true);
      }
    }
  });
});

describe('a fact is a hint', () => {
  test.each<[string, Partial<ProgramFact>, string | undefined]>([
    ['from an undated page', { stated: 'undated' }, 'the page is undated'],
    ['whose year is only guessed', { stated: 'undated (about 2022-23)' }, 'the page is undated'],
    ['six years old', { lastYear: 2020 }, 'the page is of 2020'],
    ['of another department', { scope: 'other-department' }, 'it is about another department'],
  ])('%s', (_, change, why) => {
    expect(hintOf({ ...fact, ...change }, 2026)).toBe(why);
  });

  test.each<[string, Partial<ProgramFact>]>([
    ['of last season', {}],
    ['five years old', { lastYear: 2021 }],
    ['of the whole institution', { scope: 'institution' }],
  ])('and not %s', (_, change) => {
    expect(hintOf({ ...fact, ...change }, 2026)).toBeUndefined();
  });
});

describe('what is known of a visa', () => {
  test('is what a dated, recent page says', () => {
    expect(visaOf(having(fact))).toMatchObject({ j1: 'yes', h1b: 'no' });
  });

  test('is nothing where a hint alone speaks, which is quoted', () => {
    const { lastYear: _, ...undated } = { ...fact, stated: 'undated' };
    expect(visaOf(having(undated))).toBeUndefined();
    expect(hintsFor(having(undated), 'visa')).toEqual(['“J-1 only” (a hint: the page is undated)']);
  });

  test('is nothing about H-1B where two pages disagree, and both are shown', () => {
    const other = { ...fact, text: 'J-1 and H-1B', visa: { j1: 'yes', h1b: 'yes' } as const };
    const visa = visaOf(having(fact, other));
    expect(visa?.j1).toBe('yes');
    expect(visa).not.toHaveProperty('h1b');
    const lines = knownOfProgram(having(fact, other), '2026-11-28').facts;
    expect(lines.filter(({ label }) => label === 'Visa for residents')).toHaveLength(2);
  });

  test('is what advisors confirmed, before any page', () => {
    const visa = { j1: 'no', source: 'https://x.example.edu', certainty: 'official' } as const;
    expect(visaOf({ ...having(fact), visa })).toMatchObject({ j1: 'no', h1b: 'no' });
  });

  test('is unknown without a row, never no', () => {
    expect(visaOf(having())).toBeUndefined();
    expect(esirOf(having())).toBeUndefined();
    expect(knownOfProgram(having(), '2026-11-28').asks).toContain(
      'Which visas do you sponsor for residents, J-1 or H-1B?',
    );
  });
});

describe('ESIR that is planned', () => {
  const esir = { ...fact, topic: 'esir', text: 'planned' } as const;
  test('is not offered yet', () => {
    const { visa: _, ...of } = esir;
    expect(esirOf(having({ ...of, esir: 'planned' }))).toBeUndefined();
    expect(esirOf(having({ ...of, esir: 'yes' }))?.offered).toBe('yes');
  });
});

describe('a row is refused by file, line, and field', () => {
  test.each([
    [{ topic: 'rumor' }, 'line 2: topic is not one of visa,'],
    [{ source: 'a colleague' }, 'line 2: source is not an address'],
    [{ source: 'ftp://x.example.edu' }, 'line 2: source is not an address'],
    [{ certainty: 'sure' }, 'line 2: certainty is not one of official, secondary'],
    [{ scope: 'city' }, 'line 2: scope is not one of'],
    [{ visa: { j1: 'maybe' } }, 'line 2: visa.j1 is not one of yes, no'],
    [{ esir: 'yes' }, 'line 2: esir must be given with topic esir'],
    [{ code: '416' }, 'line 2: code is not an ACGME code'],
    [{ reported: true }, 'line 2: reported is not a known field'],
  ])('with %o', (wrong, message) => {
    expect(() => readProgramFacts([{ ...fact, ...wrong }])).toThrow(
      `shared/world/programs/program-facts.json ${message}`,
    );
  });
});
