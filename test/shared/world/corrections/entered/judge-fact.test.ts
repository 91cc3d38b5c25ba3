/** Two people stand behind every entered fact: Dana proposes, Omar reads the same page. */
import { describe, expect, test } from 'vitest';
import type { Result } from '#shared/base/result.ts';
import { shortlist } from '#shared/shortlist/shortlist.ts';
import { type Statement, statementSchema } from '#shared/world/corrections/entered/fact.ts';
import { type FactsItem, NO_FACTS } from '#shared/world/corrections/entered/facts-item.ts';
import { dropFact, proposeFact, reviewFact } from '#shared/world/corrections/entered/judge-fact.ts';
import { toldWorld } from '#shared/world/corrections/entered/told-world.ts';
import { searchDirectory, searchSchema } from '#shared/world/search.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { MONDAY } from '../../../../cast.ts';
import { aliceAsks, lineAt } from '../../../shortlist/profiles.ts';

const dana = { by: 'dana', now: MONDAY };
const omar = { by: 'omar', now: MONDAY };
const scrubIn = {
  subject: 'yale',
  name: 'scrub-in',
  answer: 'yes',
  source: 'https://yale.example.org/ir',
  checkedOn: '2026-11-20',
  certainty: 'official',
} as const satisfies Statement;

const propose = (statement: Statement, item: FactsItem = NO_FACTS, id = 'f1') =>
  proposeFact(item, statement, { id, ...dana }, PUBLISHED_WORLD);
function made<Value>(result: Result<Value, { says: string }>): Value {
  if (!result.ok) throw new Error(result.failure.says);
  return result.value;
}
const reasonOf = (result: Result<unknown, { reason: string }>) =>
  result.ok ? undefined : result.failure.reason;

describe('a proposal', () => {
  test('counts for nothing until another has read it, then for what it says', () => {
    const proposed = made(propose(scrubIn));
    expect(toldWorld(proposed.facts, PUBLISHED_WORLD)).toBe(PUBLISHED_WORLD);
    const taken = made(reviewFact(proposed, 'f1', omar));
    const world = toldWorld(taken.facts, PUBLISHED_WORLD);
    expect(world.host('yale')?.teaching?.['scrub-in']).toMatchObject({
      answer: 'yes',
      source: 'https://yale.example.org/ir',
    });
    // One sign of nine: 1.5 of 15 points.
    const line = lineAt(shortlist(aliceAsks(), world, MONDAY).rotations, 'yale');
    expect(line.score.low).toBe(53);
  });

  test('is not reviewed by its author', () => {
    expect(reasonOf(reviewFact(made(propose(scrubIn)), 'f1', dana))).toBe('own');
  });

  test('sent twice is one', () => {
    const once = made(propose(scrubIn));
    expect(made(propose(scrubIn, once))).toBe(once);
  });

  test('of the same question waits for the first', () => {
    const once = made(propose(scrubIn));
    expect(reasonOf(propose({ ...scrubIn, answer: 'no' }, once, 'f2'))).toBe('waiting');
  });

  test.each([
    ['a host that is none', { ...scrubIn, subject: 'atlantis' }, 'unknown-subject'],
    ['a host’s question of a program', { ...scrubIn, subject: '4160800001' }, 'unknown-subject'],
    ['tomorrow', { ...scrubIn, checkedOn: '2026-11-24' }, 'checked-later'],
  ] as const)('of %s is refused', (_, statement, reason) => {
    expect(reasonOf(propose(statement))).toBe(reason);
  });

  test('taken away is gone, and cannot be reviewed', () => {
    const gone = made(dropFact(made(propose(scrubIn)), 'f1'));
    expect(gone.facts).toEqual([]);
    expect(reasonOf(reviewFact(gone, 'f1', omar))).toBe('gone');
  });
});

test('a newer answer stands in place of the one before', () => {
  const first = made(reviewFact(made(propose(scrubIn)), 'f1', omar));
  const second = made(propose({ ...scrubIn, answer: 'no' }, first, 'f2'));
  const taken = made(reviewFact(second, 'f2', omar));
  expect(taken.facts.map(({ id }) => id)).toEqual(['f2']);
  expect(reasonOf(dropFact(taken, 'f2'))).toBe('gone');
});

test('a program’s facts reach the applications and the directory', () => {
  const count = { img: 3, residents: 24, year: 2025 };
  const { answer: _, ...rest } = scrubIn;
  const statement = { ...rest, subject: '4160800001', name: 'img-residents', count } as const;
  const h1b = { ...scrubIn, subject: '4160800001', name: 'visa-h1b' } as const;
  const item = made(propose(h1b, made(propose(statement)), 'f2'));
  const taken = made(reviewFact(made(reviewFact(item, 'f1', omar)), 'f2', omar));
  const world = toldWorld(taken.facts, PUBLISHED_WORLD);
  const line = lineAt(shortlist(aliceAsks(), world, MONDAY).applications, '4160800001');
  expect(line.parts.map(({ says }) => says)).toContain('IMG residents 3 of 24 (2025)');
  expect(line.gate).toBe('meets');
  expect(searchDirectory(searchSchema.parse({ visa: 'h1b', text: 'yale' }), world).total).toBe(1);
});

test.each([
  ['an answer and a count', { ...scrubIn, count: { img: 1, residents: 2, year: 2025 } }],
  ['no answer', { ...scrubIn, answer: undefined }],
  [
    'more IMG than residents',
    {
      ...scrubIn,
      name: 'img-residents',
      answer: undefined,
      count: { img: 3, residents: 2, year: 2025 },
    },
  ],
  ['no source', { ...scrubIn, source: ' ' }],
  ['an estimate', { ...scrubIn, certainty: 'estimated' }],
])('a statement with %s is none', (_, statement) => {
  expect(statementSchema.safeParse(JSON.parse(JSON.stringify(statement))).success).toBe(false);
});
