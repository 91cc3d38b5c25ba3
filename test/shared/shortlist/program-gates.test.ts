/** Applications: what a program's dated, recent pages say against a person, and what only hints. */
import { describe, expect, test } from 'vitest';
import { applicationGates } from '#shared/shortlist/program-gates.ts';
import { programByCode } from '#shared/world/programs/directory.ts';
import type { Program } from '#shared/world/programs/program.ts';
import type { ProgramFact } from '#shared/world/programs/program-fact.ts';
import { aliceAsks } from './profiles.ts';

const STANFORD = '4160500001';
type Asked = Parameters<typeof aliceAsks>[0];

const page = (of: Partial<ProgramFact>): ProgramFact => ({
  code: STANFORD,
  topic: 'visa',
  text: 'as the page says',
  stated: '2026-27 season',
  lastYear: 2026,
  source: 'https://radiology.example.edu',
  certainty: 'official',
  ...of,
});

function gate(rule: string, facts: readonly ProgramFact[], asks: Asked = {}) {
  const program = programByCode(STANFORD);
  if (!program) throw new Error('There is no such program.');
  const of: Program = { ...program, facts };
  return applicationGates(of, aliceAsks(asks)).find((each) => each.rule === rule);
}

describe('a sponsor', () => {
  const none = page({ visa: { j1: 'no', h1b: 'no' } });
  const j1 = page({ visa: { j1: 'yes', h1b: 'no' } });

  test.each([
    ['visa', 'fails'],
    ['waiver', 'fails'],
    ['in-us', 'unknown'],
    ['citizen', undefined],
  ] as const)('that there is not, with %s: %s', (entry, state) => {
    expect(gate('visa-sponsorship', [none], { entry })?.state).toBe(state);
  });

  test('of J-1 is enough', () => {
    expect(gate('visa-sponsorship', [j1])).toMatchObject({
      state: 'meets',
      text: 'J-1: yes; H-1B: no.',
    });
  });

  test('of the whole institution is said to be that', () => {
    expect(gate('visa-sponsorship', [{ ...j1, scope: 'institution' }])?.text).toBe(
      'J-1: yes; H-1B: no (for the whole institution).',
    );
  });

  test('that an undated page names is quoted as a hint, and asked for', () => {
    const { lastYear: _, ...undated } = { ...j1, stated: 'undated', text: 'J-1 only' };
    expect(gate('visa-sponsorship', [undated])).toMatchObject({
      state: 'unknown',
      text: 'Not known whether it sponsors a visa. “J-1 only” (a hint: the page is undated)',
    });
  });

  test('that an undated page denies forbids nothing', () => {
    const { lastYear: _, ...undated } = { ...none, stated: 'undated' };
    expect(gate('visa-sponsorship', [undated])?.state).toBe('unknown');
  });

  test('seen in filings only is asked for', () => {
    expect(gate('visa-sponsorship', [page({ visa: { h1b: 'used' } })])?.state).toBe('unknown');
  });

  test('of H-1B for US graduates only is none for anybody here', () => {
    const visa = { j1: 'no', h1b: 'us-graduates-only' } as const;
    expect(gate('visa-sponsorship', [page({ visa })])?.state).toBe('fails');
  });
});

describe('a minimum Step 2 CK score of 245', () => {
  const least = page({ topic: 'step-minimum', leastStep2Ck: 245 });
  test('is a question to everybody, since no list knows a score', () => {
    expect(gate('step-2-ck', [least])?.state).toBe('unknown');
  });

  test('of 2013 forbids nothing', () => {
    expect(gate('step-2-ck', [{ ...least, lastYear: 2013 }])).toBeUndefined();
  });
});

describe('a limit of five years since graduation', () => {
  const limit = page({ topic: 'graduation-limit', graduatedWithinYears: 5 });
  test.each([
    [2023, 'meets'],
    [2022, 'fails'],
  ])('and a graduate of %i for the Match of 2028: %s', (graduationYear, state) => {
    expect(gate('graduation-limit', [limit], { graduationYear })?.state).toBe(state);
  });

  test('is no gate where the page says that there is none', () => {
    expect(gate('graduation-limit', [{ ...limit, graduatedWithinYears: 'none' }])).toBeUndefined();
  });
});
