/** The examples in the docs, run against a real server, and a sender that sends everything at once. */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteStore, type SqliteStore } from '#functions/adapters/sqlite-store.ts';
import { storeFileIn } from '#infra/local/data-folder.ts';
import { messageAnswerSchema } from '#shared/exchange/webhook/answer.ts';
import { MESSAGES_PER_WINDOW_MAX } from '#shared/exchange/webhook/quota.ts';
import { signStandard } from '#shared/exchange/webhook/signature.ts';
import { runCommand } from './run-command.ts';
import {
  freePort,
  killLeftovers,
  type ServerProcess,
  startServer,
  temporaryFolder,
} from './server-process.ts';

const SENDER = {
  id: 'school',
  name: 'School office',
  product: 'standard',
  cohortIds: ['demo'],
  eventTypes: ['rotation-added', 'zone-changed'],
};

let folder: ReturnType<typeof temporaryFolder>;
let server: ServerProcess;
beforeEach(async () => {
  folder = temporaryFolder();
  server = await startServer({ PORT: await freePort(), AWAY_DATA: folder.path });
});
afterEach(async () => {
  await server.kill();
  folder.remove();
});
afterAll(killLeftovers);

/** Adds the school beside the running server, and returns what its system must know. */
function addSchool(): { AWAY_ADDRESS: string; AWAY_SECRET: string } {
  const file = join(folder.path, 'sender.json');
  writeFileSync(file, JSON.stringify(SENDER));
  const { stdout } = runCommand({ AWAY_DATA: folder.path }, 'sender', 'add', file);
  const [, path] = /address {2}(\S+)/.exec(stdout) ?? [];
  const [, secret = ''] = /secret {3}(\S+)/.exec(stdout) ?? [];
  return { AWAY_ADDRESS: `${server.url}${path}`, AWAY_SECRET: secret };
}

function example(language: 'sh' | 'ts'): string {
  const page = readFileSync('docs/webhook/README.md', 'utf8');
  const [, code] = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page) ?? [];
  if (!code) throw new Error(`The page has no example in ${language}.`);
  return code;
}

/** Asynchronous, because the example waits for this test's own server. */
async function run(command: string, args: string[], env: Record<string, string>): Promise<string> {
  const child = spawn(command, args, { env: { ...process.env, ...env } });
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += chunk));
  child.stderr.on('data', (chunk) => (printed += chunk));
  await new Promise((done) => child.once('close', done));
  return printed;
}

const answersIn = (printed: string) =>
  messageAnswerSchema.parse(JSON.parse(printed)).updates.map(({ answer }) => answer);

const isThere = (command: string) => spawnSync(command, ['--version']).error === undefined;

describe('the examples in the docs', () => {
  test('in TypeScript', async () => {
    const known = addSchool();
    const file = join(folder.path, 'example.ts');
    writeFileSync(file, example('ts'));
    expect(answersIn(await run(process.execPath, [file], known))).toEqual(['accepted', 'refused']);
  });

  test('in curl', async ({ skip }) => {
    skip(!isThere('curl') || !isThere('openssl'), 'It needs curl and openssl.');
    const known = addSchool();
    const file = join(folder.path, 'example.sh');
    writeFileSync(file, example('sh'));
    expect(answersIn(await run('bash', [file], known))).toEqual(['accepted']);
  });
});

test('a thousand at once: accepted updates survive a kill, and the other senders learn when to retry', async () => {
  const { AWAY_ADDRESS, AWAY_SECRET } = addSchool();
  const people = await onDisk(async (store) =>
    (await store.cohort('demo', 100)).rows.map(({ id }) => id),
  );
  const bytes = Buffer.from(AWAY_SECRET.replace('whsec_', ''), 'base64');
  const post = async (n: number): Promise<Response> => {
    const zone = n % 2 ? 'Asia/Tokyo' : 'Europe/Paris';
    const [id, timestamp] = [`m${n}`, String(Math.floor(Date.now() / 1000))];
    const update = {
      applicant: { id: people[n % people.length] },
      event: { type: 'zone-changed', zone },
    };
    const body = new TextEncoder().encode(JSON.stringify({ updates: [update] }));
    return fetch(AWAY_ADDRESS, {
      method: 'POST',
      body,
      headers: {
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': signStandard({ bytes }, { id, timestamp }, body),
      },
    });
  };
  const started = performance.now();
  const responses = await Promise.all(Array.from({ length: 1000 }, (_, n) => post(n)));
  const seconds = (performance.now() - started) / 1000;
  const answered = await Promise.all(
    responses.map(async (response) => ({
      status: response.status,
      retry: response.headers.get('retry-after'),
      text: await response.text(),
    })),
  );
  await server.kill();

  const limited = answered.filter(({ status }) => status === 429);
  const judged = answered.filter(({ status }) => status === 200 || status === 422);
  const windows = Math.ceil(seconds / 10) + 1;
  expect(judged.length + limited.length).toBe(1000);
  expect(judged.length).toBeGreaterThanOrEqual(MESSAGES_PER_WINDOW_MAX);
  expect(judged.length).toBeLessThanOrEqual(MESSAGES_PER_WINDOW_MAX * windows);
  expect(limited.filter(({ retry }) => !(Number(retry) >= 1))).toEqual([]);

  const promised = judged
    .flatMap(({ text }) => messageAnswerSchema.parse(JSON.parse(text)).updates)
    .flatMap((each) => (each.answer === 'accepted' ? [each.update] : []));
  expect(promised.length).toBeGreaterThan(0);
  const recorded = await onDisk(async (store) => {
    const persons = await Promise.all(people.map((id) => store.read('applicant', id)));
    return new Set(persons.flatMap((person) => person?.history.map(({ id }) => id) ?? []));
  });
  expect(promised.filter((id) => !recorded.has(id))).toEqual([]);
});

async function onDisk<Value>(look: (store: SqliteStore) => Promise<Value>): Promise<Value> {
  const store = openSqliteStore(storeFileIn(folder.path), { readOnly: true });
  try {
    return await look(store);
  } finally {
    store.close();
  }
}
