/** `npm start` as a person runs it: what it prints, what it serves, and what prevents it from starting. */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  freePort,
  killLeftovers,
  refusedStart,
  type ServerProcess,
  startServer,
  temporaryFolder,
} from './server-process.ts';

let folder: ReturnType<typeof temporaryFolder>;
let servers: ServerProcess[];
beforeEach(() => {
  folder = temporaryFolder();
  servers = [];
});
afterEach(async () => {
  for (const server of servers) await server.kill();
  folder.remove();
});

afterAll(killLeftovers);

async function start(env: Record<string, string> = {}): Promise<ServerProcess> {
  const server = await startServer({ PORT: await freePort(), AWAY_DATA: folder.path, ...env });
  servers.push(server);
  return server;
}

describe('a start that works', () => {
  test('prints the addresses of the people, a plan, the outbox, and the clock, and they answer', async () => {
    const server = await start();
    const urls = server.printed.match(/http:\/\/\S+/g) ?? [];
    expect(urls).toEqual(
      ['/', '/as/alice', '/as/dana', '/shortlist', '/outbox', '/clock'].map(
        (path) => server.url + path,
      ),
    );
    for (const url of urls) expect((await fetch(url)).status, url).toBe(200);
  });

  test('ends with 0 on request, and starts again with the same data and clock', async () => {
    const first = await start({ AWAY_NOW: '2027-02-01T15:00:00Z' });
    expect(await (await fetch(`${first.url}/clock`)).text()).toContain('Mon, Feb 1, 2027');
    expect(await first.stop()).toBe(0);
    const second = await start();
    expect(second.printed).toContain('Mon, Feb 1, 2027');
    expect(await (await fetch(`${second.url}/people`)).text()).toContain('Alice Mathew');
  });

  test('shows no people, outbox, or clock when it is live', async () => {
    const server = await start({
      AWAY_SMTP_URL: 'smtp://127.0.0.1:9',
      AWAY_URL: 'https://rotations.example.org',
      AWAY_REPLY_TO: 'office@example.org',
    });
    const front = await (await fetch(server.url)).text();
    expect(front).toContain('mailto:office@example.org');
    expect(front).not.toContain('demo');
    for (const path of [
      '/people',
      '/as/alice',
      '/as/dana',
      '/outbox',
      '/outbox/1',
      '/clock',
      '/gallery',
    ]) {
      expect((await fetch(server.url + path)).status, path).toBe(404);
    }
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect(await server.stop()).toBe(0);
  });

  test('lets a command read the data beside it', async () => {
    await start();
    const { openSqliteStore } = await import('#functions/adapters/sqlite-store.ts');
    const { storeFileIn } = await import('#infra/local/data-folder.ts');
    const store = openSqliteStore(storeFileIn(folder.path), { readOnly: true });
    expect((await store.cohort('demo', 50)).rows).toHaveLength(12);
    store.close();
  });
});

describe('a start that cannot work prints one line of error and ends with 1', () => {
  async function expectOneLine(env: Record<string, string>, message: RegExp): Promise<void> {
    const refused = await refusedStart({ PORT: await freePort(), AWAY_DATA: folder.path, ...env });
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr.trimEnd().split('\n')).toEqual([expect.stringMatching(message)]);
  }

  test('a taken port, which it names', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => taken.once('listening', listening));
    const { port } = taken.address() as { port: number };
    try {
      await expectOneLine(
        { PORT: String(port) },
        new RegExp(`Port ${port} is taken.*PORT=\\d+ npm start`),
      );
    } finally {
      taken.close();
    }
  });

  test('a data folder that cannot exist', async () => {
    // Not even the superuser can create a folder inside a regular file.
    const file = join(folder.path, 'a-file');
    writeFileSync(file, '');
    await expectOneLine({ AWAY_DATA: join(file, 'data') }, /data folder .* cannot be written/);
  });

  test('a second server on the same folder, which leaves the first one alone', async () => {
    const first = await start();
    await expectOneLine({}, /Another server is running on the data folder/);
    expect((await fetch(first.url)).status).toBe(200);
  });

  test.each([
    [{ PORT: 'eighty' }, /PORT must be/],
    [{ PORT: '70000' }, /PORT must be/],
    [{ AWAY_NOW: 'tomorrow' }, /AWAY_NOW must be/],
    [{ AWAY_NOW: '2027-02-30' }, /AWAY_NOW must be/],
    [{ AWAY_SMTP_URL: 'smtp://127.0.0.1:2525' }, /AWAY_URL must be/],
    [
      { AWAY_SMTP_URL: 'smtp://127.0.0.1:2525', AWAY_URL: 'http://plain.example.org' },
      /AWAY_URL must be/,
    ],
    [
      { AWAY_SMTP_URL: 'smtp://127.0.0.1:2525', AWAY_URL: 'https://rotations.example.org' },
      /AWAY_REPLY_TO must be a mailbox that someone reads/,
    ],
  ])('%o', async (env, message) => {
    await expectOneLine(env, message);
  });

  test('a database file that is not one', async () => {
    writeFileSync(
      join(folder.path, 'away.sqlite'),
      'this is a poem and no database, long enough to be read',
    );
    await expectOneLine({}, /cannot be used/);
  });

  test('real email from a folder that ran on a virtual clock', async () => {
    await (await start()).stop();
    await expectOneLine(
      {
        AWAY_SMTP_URL: 'smtp://127.0.0.1:2525',
        AWAY_URL: 'https://rotations.example.org',
        AWAY_REPLY_TO: 'office@example.org',
      },
      /has run on a virtual clock/,
    );
  });
});
