/** Two people stand behind every entered fact: Dana proposes, Omar reads the same page. */
import { describe, expect, test } from 'vitest';
import type { Result } from '#shared/base/result.ts';
import { shortlist } from '#shared/shortlist/shortlist.ts';
import { saidOfFacts } from '#shared/words/world-refusals.ts';
import { type Statement, statementSchema } from '#shared/world/corrections/entered/fact.ts';
import { type FactsItem, NO_FACTS } from '#shared/world/corrections/entered/facts-item.ts';
import { dropFact, proposeFact, reviewFact } from '#shared/world/corrections/entered/judge-fact.ts';
import { worldWithFacts } from '#shared/world/corrections/entered/world-with-facts.ts';
import { searchDirectory, searchSchema } from '#shared/world/search.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { MONDAY } from '../../../../cast.ts';
import { aliceAsks, lineAt } from '../../../shortlist/profiles.ts';

const dana = {
  by: 'dana',
  now: MONDAY,
  unconfirmed: { by: 'Dana Advisor', cohortIds: ['c2028'] },
};
/** Of another school. */
const omar = { by: 'omar', now: MONDAY, cohortIds: ['c2029'], proposersCohortIds: ['c2028'] };
/** Dana's colleague. */
const quinn = { ...omar, by: 'quinn', cohortIds: ['c2028'] };
const scrubIn = {
  subject: 'yale',
  name: 'scrub-in',
  answer: 'yes',
  source: 'https://medicine.yale.edu/ir',
  checkedOn: '2026-11-20',
  certainty: 'official',
} as const satisfies Statement;

const propose = (statement: Statement, item: FactsItem = NO_FACTS, id = 'f1') =>
  proposeFact(item, statement, { id, ...dana }, PUBLISHED_WORLD);
function made<Value>(result: Result<Value, { reason: string }>): Value {
  if (!result.ok) throw new Error(result.failure.reason);
  return result.value;
}
const reasonOf = (result: Result<unknown, { reason: string }>) =>
  result.ok ? undefined : result.failure.reason;

describe('a proposal', () => {
  test('counts for nothing until another has read it, then for what it says', () => {
    const proposed = made(propose(scrubIn));
    expect(worldWithFacts(proposed.facts, PUBLISHED_WORLD)).toBe(PUBLISHED_WORLD);
    const taken = made(reviewFact(proposed, 'f1', omar));
    const world = worldWithFacts(taken.facts, PUBLISHED_WORLD);
    expect(world.host('yale')?.teaching?.['scrub-in']).toMatchObject({
      answer: 'yes',
      source: 'https://medicine.yale.edu/ir',
    });
    // One sign of nine: 1.5 of 15 points.
    const line = lineAt(
      shortlist(aliceAsks(), world, MONDAY).rotations,
      'yale-international-electives',
    );
    expect(line.score.low).toBe(43);
  });

  test('is not reviewed by its author', () => {
    expect(reasonOf(reviewFact(made(propose(scrubIn)), 'f1', { ...omar, by: 'dana' }))).toBe('own');
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

describe('taken in by a colleague', () => {
  const taken = () => made(reviewFact(made(propose(scrubIn)), 'f1', quinn));
  const signAt = (item: FactsItem, cohortId?: string) =>
    worldWithFacts(item.facts, PUBLISHED_WORLD, cohortId).host('yale')?.teaching?.['scrub-in'];

  test('it counts for the proposer’s cohorts alone, as the word of one team', () => {
    expect(signAt(taken(), 'c2028')).toMatchObject({
      answer: 'yes',
      certainty: 'secondary',
      source: 'entered by Dana Advisor, not yet confirmed: https://medicine.yale.edu/ir',
    });
    expect([signAt(taken(), 'c2029'), signAt(taken())]).toEqual([undefined, undefined]);
  });

  test('it applies to everyone once an advisor of another school has read the page', () => {
    const confirmed = made(reviewFact(taken(), 'f1', omar));
    expect(signAt(confirmed)).toMatchObject({ answer: 'yes', certainty: 'official' });
    expect(signAt(confirmed, 'c2029')).toEqual(signAt(confirmed, 'c2028'));
    expect(reasonOf(reviewFact(confirmed, 'f1', { ...omar, by: 'eve' }))).toBe('gone');
  });

  test('a second colleague widens nothing', () => {
    expect(reasonOf(reviewFact(taken(), 'f1', { ...quinn, by: 'pat' }))).toBe('gone');
  });

  test.each([
    ['the cohort they share was the proposer’s when it was proposed', { proposersCohortIds: [] }],
    ['they share one today', { proposersCohortIds: ['c2031'], cohortIds: ['c2031'] }],
  ])('also where %s', (_, now) => {
    const reviewed = made(reviewFact(made(propose(scrubIn)), 'f1', { ...quinn, ...now }));
    expect(signAt(reviewed)).toBeUndefined();
  });

  test('it takes no fact from everyone else', () => {
    const everyones = made(reviewFact(made(propose(scrubIn)), 'f1', omar));
    const other = made(propose({ ...scrubIn, answer: 'no' }, everyones, 'f2'));
    const ours = made(reviewFact(other, 'f2', quinn));
    expect([signAt(ours)?.answer, signAt(ours, 'c2028')?.answer]).toEqual(['yes', 'no']);
  });

  test('an operator’s word counts for everyone', () => {
    const operator = { by: 'operator', now: MONDAY, cohortIds: [], proposersCohortIds: ['c2028'] };
    expect(signAt(made(reviewFact(taken(), 'f1', operator)))?.answer).toBe('yes');
  });
});

describe('an official fact', () => {
  const program = { ...scrubIn, name: 'visa-h1b', subject: '4160100001' } as const;

  test.each([
    ['the host’s own page', scrubIn],
    ['its program’s page on the host’s domain', { ...program, source: 'https://uab.edu/ir/h1b' }],
  ])('is taken from %s', (_, statement) => {
    expect(reasonOf(propose(statement))).toBeUndefined();
  });

  test.each([
    ['a stranger’s page', { source: 'https://yale.example.org/ir' }],
    ['an address that only looks like the host’s', { source: 'https://yale.edu.evil.example/ir' }],
    ['hearsay', { source: 'Dr. Lee, by phone' }],
    ['a page with words beside it', { source: 'https://medicine.yale.edu/ir and call us' }],
    ['another host’s page', { source: 'https://med.stanford.edu/ir' }],
  ])('is refused from %s, by the name of its field', (_, of) => {
    const refused = propose({ ...scrubIn, ...of });
    expect(refused).toMatchObject({ ok: false, failure: { field: 'certainty' } });
    expect(refused.ok ? '' : saidOfFacts(refused.failure).message).toContain(
      'only for a page on yale.edu',
    );
    expect(reasonOf(propose({ ...scrubIn, ...of, certainty: 'secondary' }))).toBeUndefined();
  });

  test('is refused of a program whose host has no page in the directory', () => {
    const unknown = { ...program, subject: '4160300002', source: 'https://creighton.edu/ir' };
    expect(reasonOf(propose(unknown))).toBe('not-official');
    expect(reasonOf(propose({ ...unknown, certainty: 'secondary' }))).toBeUndefined();
  });
});

test('a newer answer replaces the one before', () => {
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
  const world = worldWithFacts(taken.facts, PUBLISHED_WORLD);
  const line = lineAt(shortlist(aliceAsks(), world, MONDAY).applications, '4160800001');
  expect(line.parts.map(({ text }) => text)).toContain('IMG residents 3 of 24 (2025)');
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
