/** The cast is told nothing wrong and misses nothing; and a wrong word, once planted, is seen. */
import { expect, test } from 'vitest';
import { CAST, type RoleName } from './cast.ts';
import { plantedSeason } from './planted-season.ts';

test('whatever their situation, the cast is told what is so, and in time', async () => {
  expect(await plantedSeason(Object.keys(CAST) as RoleName[])).toEqual([]);
});

test('a text to plant that is not there is an error, not a pass', async () => {
  const gone = { file: 'shared/base/sentence.ts', find: 'no such text', becomes: '' };
  await expect(plantedSeason(['offered'], gone)).rejects.toThrow('has the text 0 times');
});
