import { describe, expect, test } from 'vitest';
import { everythingOf, everythingSchema } from '#shared/exchange/personal-export/everything.ts';
import { TABLE_NAMES, tableOf } from '#shared/exchange/personal-export/tables.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice } from '../../../cast.ts';
import { acceptedAtBrown, midwayAtBrown, NOVEMBER } from '../../plan/moves/stories.ts';

describe('everything', () => {
  test('is of its schema, and holds the older past', () => {
    const chunk = {
      kind: 'chunk',
      id: 'alice.1',
      version: 1,
      history: [{ id: 'u0', at: NOVEMBER, by: 'applicant', event: { type: 'eras-submitted' } }],
      emails: [],
    } as const;
    const made = everythingOf(
      alice({ facts: midwayAtBrown().facts, chunks: 1 }),
      [{ ...chunk, history: [...chunk.history], emails: [] }],
      NOVEMBER,
    );
    expect(everythingSchema.safeParse(JSON.parse(JSON.stringify(made))).error).toBeUndefined();
    expect(made.history.map(({ id }) => id)).toEqual(['u0']);
    expect(made.facts.rotations).toHaveLength(1);
  });
});

test.each(TABLE_NAMES)('the table of %s has a header and a line for each', (name) => {
  const [header = '', ...lines] = tableOf(name, acceptedAtBrown().facts, PUBLISHED_WORLD)
    .trim()
    .split('\r\n');
  expect(header.split(',').length).toBeGreaterThan(4);
  expect(lines).toHaveLength({ rotations: 1, documents: 8, cases: 0, costs: 4 }[name]);
});
