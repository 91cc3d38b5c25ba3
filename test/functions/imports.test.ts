import { describe, expect, test } from 'vitest';
import { judge, keepFile, startImport, tableOf } from '#functions/imports.ts';
import { ALICE, file, HEADER } from '../shared/cohort/import/files.ts';
import { advisorsStage, OWN } from './advisors-stage.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const OF = { id: 'i1', cohortId: OWN, by: 'dana', fileName: 'sheet.csv' };

describe('a file is kept', () => {
  test('whole, however large, with a guess at its columns', async () => {
    const { deps, store } = await advisorsStage();
    const people = Array.from({ length: 3000 }, (_, n) =>
      ALICE.replace(/Alice (.*)alice@/, `A${n} $1a${n}@`),
    );
    const kept = await keepFile(deps, OF, bytes(file(HEADER, ...people)));
    if (!kept.ok) throw new Error('It was refused.');
    expect(kept.value.parts).toBeGreaterThan(1);
    expect(kept.value.mapping.address).toEqual({ column: 'Email' });
    expect((await tableOf(store, kept.value)).lines).toHaveLength(3000);
  });

  test('with what its bytes were taken for', async () => {
    const { deps } = await advisorsStage();
    const latin = Buffer.from(file(HEADER, ALICE.replace('Alice', 'Zoë')), 'latin1');
    const kept = await keepFile(deps, OF, latin);
    expect(kept.ok && kept.value.notice).toContain('Latin-1');
  });
});

describe('nothing is kept', () => {
  test('of what is no table', async () => {
    const { deps, store } = await advisorsStage();
    const kept = await keepFile(deps, OF, bytes(file(HEADER, `"${ALICE}`)));
    expect(kept.ok).toBe(false);
    expect(await store.read('import', 'i1')).toBeUndefined();
    expect(await store.read('import-part', 'i1.1')).toBeUndefined();
  });
});

test('judging a file writes nothing', async () => {
  const { deps, store } = await advisorsStage();
  const kept = await keepFile(deps, OF, bytes(file(HEADER, ALICE)));
  if (!kept.ok) throw new Error('It was refused.');
  const { outcomes } = await judge(deps, kept.value, await tableOf(store, kept.value));
  expect(outcomes.added).toBe(1);
  expect((await store.cohort(OWN, 10)).rows).toEqual([]);
});

test('an import is started once, however many press the button', async () => {
  const { deps } = await advisorsStage();
  const kept = await keepFile(deps, OF, bytes(file(HEADER, ALICE)));
  if (!kept.ok) throw new Error('It was refused.');
  const answers = await Promise.all([1, 2].map(() => startImport(deps, kept.value, 1)));
  expect(answers.toSorted()).toEqual([false, true]);
});
