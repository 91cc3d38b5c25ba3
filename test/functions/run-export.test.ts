import { describe, expect, test } from 'vitest';
import { type ExportDeps, runExport } from '#functions/run-export.ts';
import { MINUTE_MS, plusMs } from '#shared/base/time/instant.ts';
import { newExport } from '#shared/cohort/export/exports.ts';
import { alice, MONDAY } from '../cast.ts';
import { type AdvisorsStage, advisorsStage, FOREIGN, OWN } from './advisors-stage.ts';

async function asked(
  people = 120,
): Promise<AdvisorsStage & { run: ExportDeps; files: Map<string, string> }> {
  const stage = await advisorsStage();
  for (let n = 100; n < 100 + people; n += 1) await stage.store.write(alice({ id: `p${n}` }));
  await stage.store.write(alice({ id: 'other', cohortId: FOREIGN }));
  await stage.store.write(
    newExport({ id: 'e1', cohortId: OWN, by: 'dana', format: 'rotations-csv' }, MONDAY),
  );
  const files = new Map<string, string>();
  const run: ExportDeps = {
    ...stage.deps,
    mayContinue: () => true,
    xlsx: async function* () {},
    files: {
      write: async (id, pieces) => {
        let text = '';
        for await (const piece of pieces) text += piece;
        files.set(id, text);
        return text.length;
      },
    },
  };
  return { ...stage, run, files };
}

describe('an export', () => {
  test('becomes a file of everybody in the cohort and nobody else', async () => {
    const { run, store, files } = await asked();
    await store.write({
      ...newExport({ id: 'e2', cohortId: OWN, by: 'dana', format: 'applicants-csv' }, MONDAY),
    });
    expect(await runExport(run, 'e2')).toBe('finished');
    const ids = files
      .get('e2')
      ?.split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(',')[0]?.replaceAll('"', ''));
    expect(ids).toEqual(Array.from({ length: 120 }, (_, n) => `p${n + 100}`));
    expect(await store.read('export', 'e2')).toMatchObject({ state: 'ready', done: 120 });
  });

  test('is due no more once it is ready', async () => {
    const { run, store } = await asked();
    await runExport(run, 'e1');
    const { rows } = await store.due(plusMs(MONDAY, 60 * MINUTE_MS), 1000);
    expect(rows.filter(({ kind }) => kind === 'export')).toEqual([]);
    expect(await runExport(run, 'e1')).toBe('not-needed');
  });

  test('stops between two pages when asked, and the next run completes it', async () => {
    const { run, files } = await asked();
    let pages = 0;
    const impatient = { ...run, mayContinue: () => ++pages < 2 };
    expect(await runExport(impatient, 'e1')).toBe('paused');
    expect(files.size).toBe(0);
    expect(await runExport(run, 'e1')).toBe('finished');
  });

  test('whose process died is made by the next, two minutes later', async () => {
    const { run, at, store } = await asked();
    const dying = {
      ...run,
      files: { write: async () => Promise.reject(new Error('killed')) },
    };
    await expect(runExport(dying, 'e1')).rejects.toThrow('killed');
    expect(await runExport(run, 'e1')).toBe('not-needed');
    at(plusMs(MONDAY, 2 * MINUTE_MS));
    expect(await runExport(run, 'e1')).toBe('finished');
    expect((await store.read('export', 'e1'))?.state).toBe('ready');
  });

  test('is not made twice at once', async () => {
    const { run } = await asked();
    const fates = await Promise.all([runExport(run, 'e1'), runExport(run, 'e1')]);
    expect(fates.toSorted()).toEqual(['finished', 'not-needed']);
  });

  test('that nobody downloaded within a day is not started', async () => {
    const { run, at } = await asked(1);
    at(plusMs(MONDAY, 25 * 60 * MINUTE_MS));
    expect(await runExport(run, 'e1')).toBe('not-needed');
  });
});
