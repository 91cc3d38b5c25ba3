import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeLock } from '#functions/adapters/lock.ts';

const HOLDER = fileURLToPath(new URL('./lock-holder.ts', import.meta.url));

let folder: string;
const holders: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'away-lock-'));
});
afterEach(async () => {
  for (const holder of holders.splice(0)) await kill(holder);
  rmSync(folder, { recursive: true, force: true });
});

describe('the server role', () => {
  test('is taken, and the folder is made for it', () => {
    const lock = takeLock(join(folder, 'new', 'data'));
    expect(lock.ok).toBe(true);
    expect(existsSync(join(folder, 'new', 'data'))).toBe(true);
    if (lock.ok) lock.value.release();
  });

  test('can be taken again once it is released, however often that is said', () => {
    const first = takeLock(folder);
    if (first.ok) first.value.release();
    if (first.ok) first.value.release();
    const second = takeLock(folder);
    expect([first.ok, second.ok]).toEqual([true, true]);
    if (second.ok) second.value.release();
  });

  test('outlives no process: after a kill -9 it is free at once', async () => {
    const holder = hold();
    expect(await firstWord(holder)).toBe('holds');
    expect(takeLock(folder).ok).toBe(false);
    await kill(holder);
    const lock = takeLock(folder);
    expect(lock.ok).toBe(true);
    if (lock.ok) lock.value.release();
  });

  test('goes to one of four who start at once', async () => {
    const words = await Promise.all([hold(), hold(), hold(), hold()].map(firstWord));
    expect(words.toSorted()).toEqual(['holds', 'refused', 'refused', 'refused']);
  });
});

describe('the server role is refused with a sentence', () => {
  test('that says another server has it', () => {
    const first = takeLock(folder);
    expect(takeLock(folder)).toEqual({
      ok: false,
      failure: expect.stringMatching(/^Another server is running on the data folder .*AWAY_DATA/),
    });
    if (first.ok) first.value.release();
  });

  test('that says the folder cannot be made', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(takeLock(join(folder, 'file', 'data'))).toEqual({
      ok: false,
      failure: expect.stringMatching(/cannot be written \(ENOTDIR\)/),
    });
  });

  test('that says the folder cannot be written', () => {
    writeFileSync(join(folder, 'server.lock'), 'not our lock: '.repeat(60));
    expect(takeLock(folder)).toEqual({
      ok: false,
      failure: expect.stringMatching(/cannot be written\. Set AWAY_DATA/),
    });
  });
});

function hold(): ChildProcess {
  const holder = spawn(process.execPath, [HOLDER, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  holders.push(holder);
  return holder;
}

async function firstWord(holder: ChildProcess): Promise<string> {
  if (!holder.stdout) throw new Error('The holder says nothing.');
  const [said] = await once(holder.stdout, 'data');
  return String(said).trim();
}

async function kill(holder: ChildProcess): Promise<void> {
  if (holder.exitCode !== null || holder.signalCode !== null) return;
  const exited = once(holder, 'exit');
  holder.kill('SIGKILL');
  await exited;
}
