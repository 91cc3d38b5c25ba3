/** A school with one cohort and one advisor: each correction works for it at once, and the operator makes it general. */
import { expect, test } from 'vitest';
import { worldItem } from '#functions/change-world.ts';
import { settleEntered, unconfirmedIn } from '#functions/operate/corrections.ts';
import { presentWorld } from '#functions/present-world.ts';
import { DATES_PATH } from '#shared/base/links/advisor-paths.ts';
import type { World } from '#shared/world/world.ts';
import { advisorsStage, FOREIGN, OWN } from './advisors-stage.ts';
import { portsOf } from './ports.ts';

const PAGE = { certainty: 'official', checkedOn: '2026-11-23', reason: 'read it today' };
const YALES = { ...PAGE, source: 'https://medicine.yale.edu/visiting' };
const CORRECTIONS = [
  {
    form: {
      ...PAGE,
      of: 'season',
      season: '2028',
      event: 'match-day',
      day: '2028-03-24',
      source: 'https://www.nrmp.org/',
    },
    read: (world: World) => world.season(2028).dates['match-day']?.day,
    values: ['2028-03-17', '2028-03-24'],
  },
  {
    form: { ...YALES, of: 'host', institutionId: 'yale', field: 'leadDays', value: '130' },
    read: (world: World) => world.host('yale')?.leadDays,
    values: [120, 130],
  },
  {
    form: { ...YALES, of: 'host', institutionId: 'yale', field: 'graduates', value: 'yes' },
    read: (world: World) => world.host('yale')?.acceptsGraduates,
    values: ['no', 'yes'],
  },
  {
    form: {
      ...YALES,
      of: 'program',
      code: '4160800001',
      field: 'img-residents',
      img: '3',
      residents: '24',
      year: '2025',
    },
    read: (world: World) => world.program('4160800001')?.imgResidents?.img,
    values: [undefined, 3],
  },
  {
    form: {
      ...PAGE,
      certainty: 'secondary',
      of: 'new-host',
      name: 'Rural Medical Center',
      state: 'NE',
      mode: 'observer',
      source: 'https://ruralmed.example/visitors',
    },
    read: (world: World) => world.host('new-rural')?.name,
    values: [undefined, 'Rural Medical Center'],
  },
];

test.each(CORRECTIONS)('a correction of $form.field$form.event', async ({ form, read, values }) => {
  const stage = await advisorsStage();
  const { store, deps } = stage;
  const seenBy = async (...cohortIds: (string | undefined)[]) => {
    const worldFor = await presentWorld({ store, clock: deps.clock, log: () => undefined })();
    return cohortIds.map((cohortId) => read(worldFor(cohortId)));
  };
  const [before, after] = values;
  expect(await seenBy(OWN, FOREIGN, undefined)).toEqual([before, before, before]);

  const saved = await stage.save(
    DATES_PATH,
    { ...form, update: 'mine' },
    await stage.cookie('advisor'),
  );
  expect(saved.status).toBe(303);
  expect(await seenBy(OWN, FOREIGN, undefined)).toEqual([after, before, before]);

  expect((await unconfirmedIn(store)).map(({ id, by }) => `${id} by ${by}`)).toEqual([
    'mine by Omar Advisor',
  ]);
  expect((await settleEntered(portsOf(store), 'confirm', 'mine', 'general')).ok).toBe(true);
  expect(await seenBy(OWN, FOREIGN, undefined)).toEqual([after, after, after]);
  expect((await worldItem(store)).audit.map(({ by, act }) => `${act} by ${by}`)).toEqual([
    'corrected by Omar Advisor',
    'confirmed by operator',
  ]);
});
