import { expect, test } from 'vitest';
import { dueJobs } from '#functions/due-pages.ts';
import { keepFile, startImport } from '#functions/imports.ts';
import { runJob } from '#functions/run-job.ts';
import { MINUTE_MS, plusMs } from '#shared/base/time/instant.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import { MONDAY } from '../cast.ts';
import { ALICE, file, HEADER } from '../shared/cohort/import/files.ts';
import { type AdvisorsStage, advisorsStage, OWN } from './advisors-stage.ts';

/** These jobs make no file. */
const EXPORTS = {
  files: { write: async () => 0 },
  xlsx: async function* () {},
};

async function withImport(): Promise<AdvisorsStage> {
  const stage = await advisorsStage();
  const of = { id: 'i1', cohortId: OWN, by: 'dana', fileName: 'sheet.csv' };
  const kept = await keepFile(stage.deps, of, new TextEncoder().encode(file(HEADER, ALICE)));
  if (kept.ok) await startImport(stage.deps, kept.value, 1);
  return stage;
}

test('a job that was run is due no more', async () => {
  const { store, deps } = await withImport();
  const run = { ...deps, ...EXPORTS, workflow: NO_WORKFLOW, mayContinue: () => true };
  expect(await runJob(run, { kind: 'import', id: 'i1' })).toBe('finished');
  expect(await dueJobs(store, plusMs(MONDAY, 60 * MINUTE_MS))).toEqual([]);
});

test('a job whose process died is due again two minutes later, and not before', async () => {
  const { store, deps } = await withImport();
  const dying = {
    ...deps,
    ...EXPORTS,
    workflow: NO_WORKFLOW,
    mayContinue: () => {
      throw new Error('killed');
    },
  };
  await expect(runJob(dying, { kind: 'import', id: 'i1' })).rejects.toThrow('killed');
  expect(await dueJobs(store, plusMs(MONDAY, MINUTE_MS))).toEqual([]);
  expect(await dueJobs(store, plusMs(MONDAY, 2 * MINUTE_MS))).toHaveLength(1);
});

test('an unknown job does nothing', async () => {
  const { deps } = await advisorsStage();
  const run = { ...deps, ...EXPORTS, workflow: NO_WORKFLOW, mayContinue: () => true };
  expect(await runJob(run, { kind: 'import', id: 'none' })).toBe('not-needed');
});
