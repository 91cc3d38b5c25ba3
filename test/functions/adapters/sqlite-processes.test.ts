/** What two processes on one data file owe each other, and what a killed one leaves behind. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteStore } from '#functions/adapters/sqlite-store.ts';
import { alice } from '../../cast.ts';

const WRITER = fileURLToPath(new URL('./store-writer.ts', import.meta.url));

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'away-processes-'));
  file = join(folder, 'away.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a process killed in the middle of its writes leaves every one it had answered, and no half of another', async () => {
  const writer = start('put');
  const exited = once(writer, 'exit');
  const answered: string[] = [];
  for await (const id of createInterface({ input: writer.stdout })) {
    answered.push(id);
    if (answered.length === 60) writer.kill('SIGKILL');
  }
  await exited;
  expect(answered.length).toBeGreaterThanOrEqual(60);
  expect(writer.signalCode).toBe('SIGKILL');

  const store = openSqliteStore(file);
  const people = (await store.cohort('c2028', 1000)).rows.map(({ id }) => id);
  const emailed = store.outbox.list(1000).rows.map(({ personId }) => personId);
  store.close();
  expect(people).toEqual(expect.arrayContaining(answered));
  // At most the one write that was made and not yet answered.
  expect(people.length - answered.length).toBeLessThanOrEqual(1);
  expect(emailed.toSorted()).toEqual(people.toSorted());
});

test('two processes that write the same item lose nothing', async () => {
  const store = openSqliteStore(file);
  await store.write(alice());
  const codes = await Promise.all([ended(start('add', '40')), ended(start('add', '40'))]);
  expect(codes).toEqual([0, 0]);
  expect(await store.read('applicant', 'alice')).toEqual(alice({ version: 81, revision: 80 }));
  store.close();
});

test('processes that make the same new file at once all find it whole', async () => {
  const starters = Array.from({ length: 5 }, () => start('add', '0'));
  expect(await Promise.all(starters.map(ended))).toEqual([0, 0, 0, 0, 0]);
  const store = openSqliteStore(file, { readOnly: true });
  expect(await store.read('applicant', 'alice')).toBeUndefined();
  store.close();
});

type Writer = ChildProcessByStdio<null, Readable, null>;

function start(...task: string[]): Writer {
  return spawn(process.execPath, [WRITER, file, ...task], { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function ended(writer: Writer): Promise<number | null> {
  writer.stdout.resume();
  await once(writer, 'exit');
  return writer.exitCode;
}
