import { expect, test } from 'vitest';
import { openSqliteStore } from '#functions/adapters/sqlite-store.ts';
import { enterMode } from '#infra/local/data-folder.ts';

test.each(['demo', 'live'] as const)('a new folder becomes %s and stays so', (mode) => {
  const store = openSqliteStore(':memory:');
  expect(enterMode(store, mode)).toEqual({ ok: true, value: mode });
  expect(enterMode(store, mode)).toEqual({ ok: true, value: mode });
});

test('a folder that ran on a virtual clock never sends real email', () => {
  const store = openSqliteStore(':memory:');
  enterMode(store, 'demo');
  expect(enterMode(store, 'live')).toMatchObject({
    ok: false,
    failure: expect.stringContaining('has run on a virtual clock'),
  });
  expect(enterMode(store, 'demo').ok).toBe(true);
});

test('a live folder is never used for a demo', () => {
  const store = openSqliteStore(':memory:');
  enterMode(store, 'live');
  expect(enterMode(store, 'demo')).toMatchObject({
    ok: false,
    failure: expect.stringContaining('belongs to a live server'),
  });
});
