import { expect, test } from 'vitest';
import { lettersStated, readLetter, writeLetter } from '#shared/plan/letters/stated-letter.ts';
import type { Season } from '#shared/world/season/season.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { MONDAY } from '../../../cast.ts';

const SEASON = PUBLISHED_WORLD.season(2028);
const opening = (certainty: 'official' | 'estimated'): Season => ({
  ...SEASON,
  dates: {
    ...SEASON.dates,
    'eras-opens': {
      event: 'eras-opens',
      day: '2027-06-02',
      certainty,
      source: 'aamc.org',
      checkedOn: '2026-11-23',
    },
  },
});

test.each([
  'Prof. Wren | ir | agreed',
  'Prof. | "Wren"; Jr. | research | uploaded 2026-09-12T10:00:00.000Z | asked 2026-07-19 | ERAS ID A1B2',
  'Dr. Lee | dr | requested 2026-09-12T10:00:00.000Z | asked 2026-07-19 | promised 2026-10-01 on 2026-09-13',
])('a letter is read as it was written: %s', (line) => {
  const letter = readLetter(line);
  expect(letter && writeLetter(letter)).toBe(line);
});

test('what needs ERAS is refused before the published day on which it opens', () => {
  const letter = readLetter('Prof. Wren | ir | uploaded');
  const stated = letter ? [letter] : [];
  const refused = lettersStated(stated, 'r1', opening('official'), MONDAY);
  expect(refused).toMatchObject({ ok: false, failure: { reason: 'eras-not-open' } });
  expect(lettersStated(stated, 'r1', opening('estimated'), MONDAY).ok).toBe(true);
});
