/** The hours in which a day has started for its reader, and not yet in the US. */
import { expect, test } from 'vitest';
import { occasionsAt } from '#shared/words/occasions.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice, carol } from '../../../cast.ts';

test('what opens that day is ahead until it has begun for both, and in no hour forgotten', () => {
  const [at] = carol().facts.rotations;
  if (!at) throw new Error('Carol has a rotation.');
  const dates = { start: '2027-02-11', end: '2027-03-02' } as const;
  const underway = {
    ...at,
    stage: 'rotate' as const,
    status: 'underway' as const,
    dates,
    letters: [],
  };
  const { facts } = alice({ facts: { ...alice().facts, rotations: [underway] } });

  const plan = { ...facts, profile: { ...facts.profile, zone: 'Asia/Seoul' } };
  for (const now of [
    '2027-02-17T10:00:00.000Z',
    '2027-02-17T19:00:00.000Z',
    '2027-02-18T03:00:00.000Z',
    '2027-02-18T20:00:00.000Z',
  ] as const) {
    const rules = occasionsAt(plan, PUBLISHED_WORLD, now).map(({ rule }) => rule);
    expect(rules, now).toContain('G15b');
  }
});
