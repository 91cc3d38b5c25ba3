import { expect, test } from 'vitest';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { hostPlaces } from '#shared/words/where.ts';
import { institutions } from '#shared/world/programs/directory.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { storyOf } from '../plan/moves/stories.ts';

const { rotation } = storyOf();

const PLACES = institutions().flatMap(({ id, name }) =>
  (['hands-on', 'observer'] as const).flatMap((mode) =>
    hostPlaces(
      { ...rotation, mode, host: { name, institutionId: id } } as Rotation,
      PUBLISHED_WORLD,
    ),
  ),
);

test('every link to a host opens a page, or a letter to its mailbox', () => {
  expect(PLACES.length).toBeGreaterThan(100);
  expect(PLACES.filter(({ url }) => !/^(https?:\/\/|mailto:\S+@)\S+$/.test(url))).toEqual([]);
});

test('a host that takes applications at a mailbox is written to', () => {
  expect(PLACES).toContainEqual({
    label: 'Application by email',
    url: 'mailto:visitingmed@bcm.edu',
  });
});

test('nobody who has applied is sent to where applications go', () => {
  const places = (status: Rotation['status']) =>
    hostPlaces(
      { ...rotation, status, host: { name: 'Baylor', institutionId: 'baylor' } } as Rotation,
      PUBLISHED_WORLD,
    ).map(({ label }) => label);
  expect(places('preparing')).toContain('Application by email');
  expect(places('submitted')).toEqual(['Host’s page']);
});
