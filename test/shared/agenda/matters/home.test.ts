/** A rotation at home, in November 2026: nobody publishes a day to apply, and none is called the host's. */
import { describe, expect, test } from 'vitest';
import { occasionsAt } from '#shared/words/occasions.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { BROWN, NOVEMBER, storyOf } from '../../plan/moves/stories.ts';

const HOME = { ...BROWN, host: { name: 'Charité' }, country: 'DE' } as const;
const DATES = { start: '2026-12-10', end: '2027-01-06' } as const;

function apply(chosen: { readonly windowClosesOn?: '2026-12-01' }) {
  const { facts } = storyOf({ ...HOME, dates: DATES }).report(NOVEMBER, {
    type: 'chosen',
    rotationId: 'r1',
    ...chosen,
  });
  const found = occasionsAt(facts, PUBLISHED_WORLD, NOVEMBER).find(({ rule }) => rule === 'apply');
  if (!found) throw new Error('Nobody is asked to apply.');
  return { deadline: found.deadline, why: found.words.why };
}

describe('the day to apply for a rotation at home', () => {
  test('that nobody entered is our estimate, and is said to be', () => {
    const { deadline, why } = apply({});
    expect(deadline).toMatchObject({ day: '2026-12-09', certainty: 'estimated' });
    expect(why).toContain('this day is our estimate');
    expect(why).not.toContain('accepts no application');
  });

  test('that was entered is the host’s', () => {
    const { deadline, why } = apply({ windowClosesOn: '2026-12-01' });
    expect(deadline).toMatchObject({ day: '2026-12-01', certainty: 'entered' });
    expect(why).toContain('accepts no application');
  });
});
