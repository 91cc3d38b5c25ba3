import { expect, test } from 'vitest';
import { missingSeason } from '#shared/world/season/season.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { correctedWorld, matchDay } from '../../people/mailing/worlds.ts';

test('a season without a published date says so, and one with some does not', () => {
  expect(missingSeason(PUBLISHED_WORLD.season(2028))).toBe(
    'Dates of the 2028 Match are our estimates: none are published yet.',
  );
  expect(missingSeason(PUBLISHED_WORLD.season(2035))).toContain('2035');
  expect(missingSeason(PUBLISHED_WORLD.season(2027))).toBeUndefined();
  expect(missingSeason(correctedWorld(matchDay('2028-03-24')).season(2028))).toBeUndefined();
});
