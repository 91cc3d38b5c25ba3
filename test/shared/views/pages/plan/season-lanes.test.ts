import { describe, expect, test } from 'vitest';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { seasonLanes } from '#shared/views/pages/plan/season-lanes.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { carol } from '../../../../cast.ts';
import { acceptedAtBrown, BROWN, NOVEMBER, storyOf } from '../../../plan/moves/stories.ts';

const lanesOf = (facts: Facts) => seasonLanes(facts, PUBLISHED_WORLD, NOVEMBER);
const states = (facts: Facts) => lanesOf(facts).lanes.map(({ state }) => state);

describe('a lane', () => {
  test('is listed, applied for, confirmed, done', () => {
    expect(states(storyOf().facts)).toEqual(['listed']);
    const applied = storyOf().report(NOVEMBER, { type: 'applied', rotationId: 'r1' });
    expect(states(applied.facts)).toEqual(['applied']);
    expect(states(acceptedAtBrown().facts)).toEqual(['confirmed']);
    expect(states(carol().facts)).toEqual(['done']);
  });

  test('of what came to nothing is not drawn', () => {
    const gone = storyOf().report(NOVEMBER, { type: 'withdrawn', rotationId: 'r1' });
    expect(states(gone.facts)).toEqual([]);
  });

  test('has the day to start its next step, and says when that is past', () => {
    const [lane] = lanesOf(storyOf().facts).lanes;
    expect(lane?.next).toMatchObject({
      matter: { rule: 'G6' },
      day: '2026-09-14',
      isLate: true,
    });
  });

  test('without dates stands last', () => {
    const { dates: _, ...undated } = BROWN;
    const reported = storyOf(undated).report(NOVEMBER, { type: 'rotation-added', rotation: BROWN });
    expect(lanesOf(reported.facts).lanes.map(({ rotationId }) => rotationId)).toEqual(['r2', 'r1']);
  });
});

describe('the picture', () => {
  test('runs by whole months from the first day on it past Match Day', () => {
    const { from, to, marks } = lanesOf(storyOf().facts);
    expect([from, to]).toEqual(['2026-09-01', '2028-04-01']);
    expect(marks.map(({ certainty }) => certainty)).toEqual(Array(5).fill('estimated'));
  });

  test('never grows past thirty months, and always holds today', () => {
    const far = { ...BROWN, dates: { start: '2019-01-07', end: '2019-02-01' } } as const;
    const { from, to } = lanesOf(storyOf(far).facts);
    expect(from >= '2025-10-01' && from <= '2026-11-01').toBe(true);
    expect(to).toBe('2028-04-01');
  });
});
