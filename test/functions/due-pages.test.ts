import { expect, test } from 'vitest';
import { dueJobs } from '#functions/due-pages.ts';
import { newExport } from '#shared/cohort/export/exports.ts';
import { alice, MONDAY } from '../cast.ts';
import { memoryStore } from '../season/memory-store.ts';

test('a job is due from the moment it is asked for, among people who are', async () => {
  const store = memoryStore();
  await store.write(alice());
  await store.write(newExport({ id: 'e1', cohortId: 'c2028', by: 'dana', format: 'json' }, MONDAY));
  expect(await dueJobs(store, MONDAY)).toEqual([{ kind: 'export', id: 'e1' }]);
});
