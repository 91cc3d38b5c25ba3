/** Every command that an operator may run on a deployment, on the deployed table. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { worldItem } from '#functions/read-world.ts';
import { ALICE, BOB, file, HEADER } from '../../shared/cohort/import/files.ts';
import { call } from './lambda.ts';
import { operate } from './operator.ts';
import { everybodyLookedAt } from './queues.ts';
import { store } from './stage.ts';

const RUN = randomUUID().slice(0, 8);
const COHORT = `ops-${RUN}`;
const ADDRESS = `omar-${RUN}@example.org`;
const folder = mkdtempSync(join(tmpdir(), 'operator-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('an advisor is made, with the cohort, and is one no longer', async () => {
  expect(done('advisor', ADDRESS, '--cohort', COHORT)).toContain(`advisor of ${COHORT}.`);
  expect((await store.read('cohort', COHORT))?.advisorIds).toHaveLength(1);
  expect(done('advisor', ADDRESS, '--cohort', COHORT, '--remove')).toContain(
    'no longer advises a cohort',
  );
});

test('a sheet is imported once, however often it is sent, and reported', async () => {
  const sheet = written('sheet.csv', file(HEADER, ALICE, BOB).replaceAll('@', `-${RUN}@`));
  expect(done('import', sheet, '--cohort', COHORT)).toContain('2 added');
  expect(done('import', sheet, '--cohort', COHORT)).toContain('2 as before');
  expect((await store.cohort(COHORT, 10)).rows).toHaveLength(2);
  expect(done('report', '--cohort', COHORT, '--format', 'csv').trim().split('\r\n')).toHaveLength(
    3,
  );
  expect(done('report', '--cohort', COHORT, '--format', 'html')).toContain(
    '<base href="https://rotations.example.org">',
  );
  expect((await store.read('audit', COHORT))?.entries.map(({ by }) => by)).toContain('operator');
});

test('a season is put, and withdrawn', async () => {
  const season = written(
    'season.json',
    readFileSync('shared/world/season/seasons/2028.json', 'utf8').replace(
      '"2028-03-17"',
      '"2028-03-24"',
    ),
  );
  expect(done('season', season, '--check')).toContain('all valid');
  done('season', season);
  expect((await worldItem(store)).seasons.map(({ matchYear }) => matchYear)).toEqual([2028]);
  done('season', '--withdraw', '2028');
  expect((await worldItem(store)).seasons).toEqual([]);
});

test('a sender is added with its secret, turned and revoked', async () => {
  const id = `form-${RUN}`;
  const example = JSON.parse(readFileSync('docs/webhook/sender-example.json', 'utf8')) as object;
  const sender = written('sender.json', JSON.stringify({ ...example, id, cohortIds: [COHORT] }));
  const first = secretIn(done('sender', 'add', sender));
  expect(secretIn(done('sender', 'rotate', id))).not.toBe(first);
  expect(done('sender', 'revoke', id)).toContain('revoked');
  expect(done('sender', 'list')).toContain(id);
});

test('email is paused and resumed, and a day ahead is forecast without sending', async () => {
  try {
    expect(done('ops', 'pause')).toContain('Sending: stopped');
    expect(JSON.parse(done('ops', 'status', '--json'))).toMatchObject({ sending: 'stopped' });
  } finally {
    expect(done('ops', 'resume')).toContain('Sending: on');
  }
  const ahead = JSON.parse(done('ops', 'dry-run', '--day', '2027-03-01', '--json')) as object;
  expect(ahead).toMatchObject({ day: '2027-03-01', emails: expect.any(Array) });
  expect(done('ops', 'replay', '--day', '2026-01-05')).toContain('2026-01-05: 0 emails sent');
  // A replay makes everybody due: no later walk waits behind them.
  await call('SweepFunction', {});
  await everybodyLookedAt();
});

test('a missing table is named in a sentence, and nothing is created on this machine', () => {
  const reported = operate('ops', ['status'], { AWAY_TABLE: 'nobodys-table' });
  expect([reported.status, reported.stdout]).toEqual([1, '']);
  expect(reported.stderr).not.toContain('    at ');
});

/** What a command that went well says. */
function done(command: string, ...args: string[]): string {
  const { status, stderr, stdout } = operate(command, args);
  expect([command, status, stderr]).toEqual([command, 0, expect.not.stringContaining('    at ')]);
  return stdout;
}

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function secretIn(text: string): string {
  return /secret {3}(\S{20,})/.exec(text)?.[1] ?? expect.fail(text);
}
