/** A school with one cohort and one advisor: each correction works for it at once, and the operator makes it general. */
import { expect, test } from 'vitest';
import { dismissAdvisor } from '#functions/enroll-advisor.ts';
import { settleEntered, unconfirmedIn } from '#functions/operate/corrections.ts';
import { presentWorld } from '#functions/present-world.ts';
import { worldItem } from '#functions/read-world.ts';
import { DATES_PATH } from '#shared/base/links/advisor-paths.ts';
import { heldByProgram } from '#shared/world/corrections/program-cells.ts';
import type { Offering } from '#shared/world/hosts/offering.ts';
import { hostFeeOf } from '#shared/world/programs/institution.ts';
import type { Program } from '#shared/world/programs/program.ts';
import { PUBLISHED_WORLD, type World } from '#shared/world/world.ts';
import { advisorsStage, FOREIGN, OWN, TEAM } from './advisors-stage.ts';
import { portsOf } from './ports.ts';

const PAGE = { certainty: 'official', checkedOn: '2026-11-23', reason: 'read it today' };
const YALES = { ...PAGE, source: 'https://medicine.yale.edu/visiting' };
type Read = Offering['read'];
const HOURS = { hours: 72, from: 'offer' };
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
    form: { ...YALES, of: 'host', institutionId: 'yale', leadDays: '130' },
    read: (world: World) => world.host('yale')?.leadDays,
    values: [120, 130],
  },
  {
    form: { ...YALES, of: 'host', institutionId: 'yale', graduates: 'yes' },
    read: (world: World) => world.host('yale')?.acceptsGraduates,
    values: ['no', 'yes'],
  },
  {
    form: { ...YALES, of: 'host', institutionId: 'yale', opens: '270' },
    read: (world: World) => world.host('yale')?.offering.read?.opens,
    values: [PUBLISHED_WORLD.host('yale')?.offering.read?.opens, [{ before: { days: 270 } }]],
  },
  {
    form: { ...YALES, of: 'host', institutionId: 'yale', routes: 'vslo' },
    read: (world: World) => world.host('yale')?.routes,
    values: [PUBLISHED_WORLD.host('yale')?.routes, ['vslo']],
  },
  {
    form: { ...YALES, of: 'host', institutionId: 'yale', tuitionFee: '1115' },
    read: (world: World) => hostFeeOf(world.host('yale')?.offering as Offering, 'tuition'),
    values: [hostFeeOf(PUBLISHED_WORLD.host('yale')?.offering as Offering, 'tuition'), 1115],
  },
  {
    form: { ...YALES, of: 'host', institutionId: 'yale', applicationFee: '0' },
    read: (world: World) => hostFeeOf(world.host('yale')?.offering as Offering, 'application'),
    values: [hostFeeOf(PUBLISHED_WORLD.host('yale')?.offering as Offering, 'application'), 0],
  },
  ...[
    ['toefl', '110', (read?: Read) => read?.english?.minimum?.toefl, 110],
    ['decision', '60', (read?: Read) => read?.decision?.[0], { before: { days: 60 } }],
    ['offerTerm', '72 hours from offer', (read?: Read) => read?.offerTerm, HOURS],
    [
      'blockStarts',
      '2027-07-05',
      (read?: Read) => read?.opening?.at(-1)?.blockStarts,
      ['2027-07-05'],
    ],
    ['visaRefused', 'WT', (read?: Read) => read?.visaRefused, ['WT']],
    ['refusesResidencySeekers', 'yes', (read?: Read) => read?.refusesResidencySeekers, true],
    ['validity', 'bls: none', (read?: Read) => read?.validity?.bls, 'none'],
  ].map(([field, text, of, after]) => ({
    form: { ...YALES, of: 'host', institutionId: 'yale', [field as string]: text as string },
    read: (world: World) => (of as (read?: Read) => unknown)(world.host('yale')?.offering.read),
    values: [undefined, after],
  })),
  {
    form: { ...YALES, of: 'program', code: '4160800001', 'graduation-limit': '5' },
    read: (world: World) =>
      heldByProgram(world.program('4160800001') as Program, 'graduation-limit'),
    values: [undefined, 5],
  },
  {
    form: {
      ...YALES,
      of: 'program',
      code: '4160800001',
      'img-residents': '3 of 24 (2025)',
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

test.each(CORRECTIONS)('a correction of $form', async ({ form, read, values }) => {
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

  expect((await unconfirmedIn(deps)).map(({ id, by }) => `${id} by ${by}`)).toEqual([
    'mine by Omar Advisor',
  ]);
  expect((await settleEntered(portsOf(store), 'confirm', 'mine', 'general')).ok).toBe(true);
  expect(await seenBy(OWN, FOREIGN, undefined)).toEqual([after, after, after]);
  expect((await worldItem(store)).audit.map(({ by, act }) => `${act} by ${by}`)).toEqual([
    'corrected by Omar Advisor',
    'confirmed by operator',
  ]);
});

test('ends with its author’s part in the cohort, unless somebody confirmed it', async () => {
  const stage = await advisorsStage();
  const { store, deps } = stage;
  const cookie = await stage.cookie('advisor');
  const [date, lead] = CORRECTIONS;
  for (const [update, of] of [
    ['kept', date],
    ['gone', lead],
  ] as const) {
    await stage.save(DATES_PATH, { ...of?.form, update } as Record<string, string>, cookie);
  }
  await settleEntered(portsOf(store), 'confirm', 'kept', 'general');
  await dismissAdvisor(deps, TEAM.advisor.address, OWN);
  const { corrections, audit } = await worldItem(store);
  expect(corrections.map(({ id }) => id)).toEqual(['general']);
  expect(audit.at(-1)).toMatchObject({
    act: 'taken-back',
    target: 'host/yale-international-electives/leadDays',
    reason: 'its author no longer advises this cohort',
    cohortIds: [OWN],
  });
});
