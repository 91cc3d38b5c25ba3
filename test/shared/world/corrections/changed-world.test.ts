import { expect, test } from 'vitest';
import { changedWorld } from '#shared/world/corrections/changed-world.ts';
import type { HostCorrection, SeasonCorrection } from '#shared/world/corrections/correction.ts';
import { UNCHANGED_WORLD } from '#shared/world/corrections/world-item.ts';
import { provenanceOf } from '#shared/world/programs/institution.ts';
import { seasonBanner } from '#shared/world/season/season.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';

const AAMC = {
  source: 'https://students-residents.aamc.org/eras-timeline',
  checkedOn: '2027-02-01',
  certainty: 'official',
} as const;

const REVIEW: SeasonCorrection = {
  of: 'season',
  id: 'c1',
  season: 2028,
  event: 'programs-review-opens',
  day: '2027-09-29',
  timeEt: '09:00',
  ...AAMC,
};

const YALE: HostCorrection = {
  of: 'host',
  id: 'c2',
  institutionId: 'yale',
  field: 'leadDays',
  value: 150,
  ...AAMC,
};

test('with nothing changed it is the very world of the data files', () => {
  expect(changedWorld(UNCHANGED_WORLD)).toBe(PUBLISHED_WORLD);
});

test('a corrected date has its own source, and the others stay as they were', () => {
  const world = changedWorld({ ...UNCHANGED_WORLD, corrections: [REVIEW] });
  expect(world.season(2028).dates['programs-review-opens']).toMatchObject({
    day: '2027-09-29',
    timeEt: '09:00',
    ...AAMC,
  });
  const { 'programs-review-opens': _, ...others } = world.season(2028).dates;
  expect(PUBLISHED_WORLD.season(2028).dates).toMatchObject(others);
  expect(world.season(2027)).toEqual(PUBLISHED_WORLD.season(2027));
});

test('a season with one published date is not estimated throughout, and still says what is', () => {
  expect(PUBLISHED_WORLD.season(2028).estimated).toBe(true);
  const season = changedWorld({ ...UNCHANGED_WORLD, corrections: [REVIEW] }).season(2028);
  expect(season.estimated).toBe(false);
  expect(seasonBanner(season)).toContain('Not all dates of the 2028 Match are published');
});

test('what follows from a corrected date by the pattern follows from the new one', () => {
  const submit: SeasonCorrection = {
    ...REVIEW,
    season: 2031,
    event: 'eras-submit-opens',
    day: '2030-09-11',
  };
  const { dates } = changedWorld({ ...UNCHANGED_WORLD, corrections: [submit] }).season(2031);
  expect(dates['programs-review-opens']).toMatchObject({
    day: '2030-10-02',
    certainty: 'estimated',
  });
});

test('a corrected host keeps its other rules and names the source of the new one', () => {
  const host = changedWorld({ ...UNCHANGED_WORLD, corrections: [YALE] }).host('yale');
  const before = PUBLISHED_WORLD.host('yale');
  if (!host || !before) throw new Error('Yale is gone.');
  expect(host.leadDays).toBe(150);
  expect(host.visaClasses).toEqual(before.visaClasses);
  expect(provenanceOf(host, 'leadDays')).toEqual(AAMC);
  expect(provenanceOf(host, 'visaAccepted')).toEqual(provenanceOf(before, 'visaAccepted'));
});

test('a host that is not corrected, and one that nobody knows, stay what they are', () => {
  const world = changedWorld({ ...UNCHANGED_WORLD, corrections: [YALE] });
  expect(world.host('stanford')).toBe(PUBLISHED_WORLD.host('stanford'));
  expect(world.host('nowhere')).toBeUndefined();
});

test('a season loaded from a file replaces the whole old one', () => {
  const rows = [
    { season: 2028, event: 'match-day', day: '2028-03-17', weekday: 'Fri', ...AAMC } as const,
  ];
  const season = changedWorld({ ...UNCHANGED_WORLD, seasons: [{ matchYear: 2028, rows }] }).season(
    2028,
  );
  expect(season.dates['match-day']).toMatchObject({ day: '2028-03-17', certainty: 'official' });
  expect(season.dates['nrmp-registration-opens']).toBeUndefined();
});
