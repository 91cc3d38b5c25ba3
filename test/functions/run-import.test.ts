/** Twelve people, one of them known already, imported by a process that dies at whatever write it may. */
import { describe, expect, test } from 'vitest';
import { judge, keepFile, startImport, tableOf } from '#functions/imports.ts';
import { type RunDeps, runImport } from '#functions/run-import.ts';
import { MINUTE_MS, plusMs } from '#shared/base/time/instant.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import { alice, MONDAY } from '../cast.ts';
import { ALICE, file, HEADER } from '../shared/cohort/import/files.ts';
import { type AdvisorsStage, advisorsStage, OWN } from './advisors-stage.ts';

const SHEET = file(
  `${HEADER},School,Host,Specialty,First day,Last day,Status`,
  `${ALICE},Kerala,Brown,ir,2027-07-05,2027-07-30,submitted`,
  ...Array.from(
    { length: 11 },
    (_, n) =>
      `${ALICE.replace(/Alice (.*)alice@/, `A${n} $1new${n}@`)},,Yale,ir,2027-09-06,2027-10-01,`,
  ),
);

const WIDE = `${HEADER},Host,Specialty,First day,Last day`;

async function started(sheet = SHEET): Promise<AdvisorsStage & { run: RunDeps }> {
  const stage = await advisorsStage();
  await stage.store.write(alice());
  await stage.store.write({
    kind: 'address',
    id: hashAddress('alice@example.org', 'pepper'),
    version: 0,
    personKind: 'applicant',
    personId: 'alice',
    reach: 'ok',
  });
  const run = { ...stage.deps, workflow: NO_WORKFLOW, mayContinue: () => true };
  await start(stage, sheet, 'i1');
  return { ...stage, run };
}

async function start({ deps, store }: AdvisorsStage, sheet: string, id: string): Promise<void> {
  const of = { id, cohortId: OWN, by: 'dana', fileName: 'sheet.csv' };
  const kept = await keepFile(deps, of, new TextEncoder().encode(sheet));
  if (!kept.ok) throw new Error('It was refused.');
  const { people } = await judge(deps, kept.value, await tableOf(store, kept.value));
  await startImport(deps, kept.value, people.length);
}

async function cohortOf({ store }: AdvisorsStage) {
  const { rows } = await store.cohort(OWN, 100);
  const people = await Promise.all(rows.map(({ id }) => store.read('applicant', id)));
  return people.flatMap((person) => person ?? []);
}

describe('an import', () => {
  test('writes everybody, and says what it did', async () => {
    const stage = await started();
    expect(await runImport(stage.run, 'i1')).toBe('finished');
    const item = await stage.store.read('import', 'i1');
    expect(item).toMatchObject({
      state: 'done',
      done: 12,
      outcomes: { added: 11, changed: 1, same: 0 },
      rotations: { added: 12, changed: 0, same: 0 },
    });
    const people = await cohortOf(stage);
    expect(people).toHaveLength(12);
    expect(people.find(({ id }) => id === 'alice')?.facts).toMatchObject({
      profile: { school: 'Kerala' },
      rotations: [{ host: { name: 'Brown' }, status: 'submitted' }],
    });
  });

  test('is finished by the next run, wherever the last one died, with nobody duplicated', async () => {
    const whole = await started();
    await runImport(whole.run, 'i1');
    const expected = factsOf(await cohortOf(whole));
    let died = 0;
    for (let writes = 1; ; writes += 1) {
      const stage = await started();
      let left = writes;
      const dying: RunDeps = {
        ...stage.run,
        store: {
          ...stage.store,
          write: async (item) => {
            left -= 1;
            if (left < 0) throw new Error('killed');
            return stage.store.write(item);
          },
        },
      };
      const fate = await runImport(dying, 'i1').catch(() => 'killed');
      if (fate === 'finished') break;
      died += 1;
      stage.at(plusMs(MONDAY, 5 * MINUTE_MS));
      expect(await runImport(stage.run, 'i1')).toBe('finished');
      expect(factsOf(await cohortOf(stage))).toEqual(expected);
      const done = await stage.store.read('import', 'i1');
      expect([done?.outcomes.added, done?.rotations?.added]).toEqual([11, 12]);
    }
    // A claim, a person and an address for each, a batch and an end.
    expect(died).toBeGreaterThan(24);
  });

  test('again changes nothing, and another sheet only what it says', async () => {
    const stage = await started();
    await runImport(stage.run, 'i1');
    stage.at(plusMs(MONDAY, MINUTE_MS));
    await start(stage, SHEET, 'i2');
    await runImport(stage.run, 'i2');
    expect((await stage.store.read('import', 'i2'))?.outcomes).toEqual({
      added: 0,
      changed: 0,
      same: 12,
    });
    await start(stage, file('Email,School', 'new3@example.org,Lahore'), 'i3');
    await runImport(stage.run, 'i3');
    expect((await stage.store.read('import', 'i3'))?.outcomes.changed).toBe(1);
    expect(await cohortOf(stage)).toHaveLength(12);
  });

  test('twice at once makes one of each', async () => {
    const stage = await started();
    await start(stage, SHEET, 'i2');
    await Promise.all([runImport(stage.run, 'i1'), runImport(stage.run, 'i2')]);
    const people = await cohortOf(stage);
    expect(people).toHaveLength(12);
    expect(people.filter(({ facts }) => facts.rotations.length !== 1)).toEqual([]);
  });

  test('is left alone while a living process runs it, and stops where it must', async () => {
    const stage = await started();
    expect(await runImport({ ...stage.run, mayContinue: () => false }, 'i1')).toBe('paused');
    const running = runImport(stage.run, 'i1');
    expect(await runImport(stage.run, 'i1')).toBe('not-needed');
    expect(await running).toBe('finished');
    expect(await runImport(stage.run, 'i1')).toBe('not-needed');
  });

  test('writes nothing when a rotation came onto the plan meanwhile that it may be about', async () => {
    const stage = await started(file(WIDE, `${ALICE},Brown,ir,2027-07-05,2027-07-30`));
    await start(stage, file(WIDE, `${ALICE},Brown,ir,2027-08-02,2027-08-27`), 'i2');
    await runImport(stage.run, 'i1');
    await runImport(stage.run, 'i2');
    const item = await stage.store.read('import', 'i2');
    expect([item?.state, item?.left[0]?.column, item?.left[0]?.message]).toEqual([
      'stopped',
      'Host',
      expect.stringContaining('Is this the same rotation'),
    ]);
    const [person] = await cohortOf(stage);
    expect(person?.facts.rotations.map(({ dates }) => dates?.start)).toEqual(['2027-07-05']);
  });

  test('writes nothing when a line went wrong between the check and the start', async () => {
    const wide = `${HEADER},Host,Specialty,First day,Last day,Status`;
    const stage = await started(file(wide, `${ALICE},Brown,ir,2027-07-05,2027-07-30,collecting`));
    await start(stage, file(wide, `${ALICE},Yale,ir,2027-07-26,2027-08-20,collecting`), 'i2');
    await runImport(stage.run, 'i1');
    await runImport(stage.run, 'i2');
    const item = await stage.store.read('import', 'i2');
    expect(item?.state).toBe('stopped');
    expect(item?.left[0]?.message).toContain('overlap your confirmed rotation at Brown');
    const [person] = await cohortOf(stage);
    expect(person?.facts.rotations.map(({ host }) => host.name)).toEqual(['Brown']);
  });
});

function factsOf(people: Awaited<ReturnType<typeof cohortOf>>) {
  return people.map(({ id, facts, revision }) => ({ id, facts, revision }));
}
