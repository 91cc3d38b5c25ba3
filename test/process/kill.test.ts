/**
 * The server is killed again and again while people write and a jumping clock emails them. Every accepted update must be
 * kept, every email recorded, and no email sent twice.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OutboxRow } from '#functions/adapters/sqlite-outbox.ts';
import { openSqliteStore, type SqliteStore } from '#functions/adapters/sqlite-store.ts';
import { storeFileIn } from '#infra/local/data-folder.ts';
import { DEMO_COHORT } from '#infra/local/demo/cast.ts';
import { plusDays } from '#shared/base/time/day.ts';
import type { HistoryEntry } from '#shared/people/person/applicant.ts';
import type { EmailRecord } from '#shared/people/person/email-record.ts';
import { chunkId } from '#shared/store/keys.ts';
import { changeLastDay } from './form-post.ts';
import {
  freePort,
  killLeftovers,
  type ServerProcess,
  startServer,
  temporaryFolder,
} from './server-process.ts';

const KILLS = 6;
const SEED = 20_261_123;
const KILL_AFTER_MS = { least: 100, most: 1400 };
/** Between two forms of one person, so that the clock can advance too. */
const PAUSE_MS = 30;
const START = '2026-11-23T15:00:00.000Z';

/** Two writers share Bob, so that some of their forms are stale. */
const WRITERS = [
  { personId: 'bob', rotationId: 'upmc' },
  { personId: 'bob', rotationId: 'stanford' },
  { personId: 'carol', rotationId: 'usf' },
] as const;

interface Person {
  readonly id: string;
  readonly history: readonly HistoryEntry[];
  readonly emails: readonly EmailRecord[];
}

const folder = temporaryFolder();
const accepted: string[] = [];
const unanswered: string[] = [];
let jumpsCutOff = 0;
let people: Person[] = [];
let outbox: OutboxRow[] = [];

beforeAll(async () => {
  const env = {
    PORT: await freePort(),
    AWAY_DATA: folder.path,
    AWAY_NOW: START,
  };
  const random = randomFrom(SEED);
  for (let kill = 0; kill < KILLS; kill += 1) {
    const server = await startServer(env);
    if ((await clockPage(server)).includes('did not arrive')) jumpsCutOff += 1;
    const before = accepted.length;
    const writing = WRITERS.map((writer, index) => writeUntilKilled(server, writer, index));
    const jumping = jumpUntilKilled(server);
    await until(() => accepted.length > before + WRITERS.length);
    const { least, most } = KILL_AFTER_MS;
    await new Promise((resolve) => setTimeout(resolve, least + random() * (most - least)));
    await server.kill();
    await Promise.all([...writing, jumping]);
  }
  const server = await startServer(env);
  // A month settles what the last kill left claimed: the lease ends, the email counts as lost, and its reminder is planned again.
  await jump(server, 'plus-month');
  await until(async () => (await clockPage(server)).includes('Arrived'));
  expect(await server.stop()).toBe(0);
  const store = openSqliteStore(storeFileIn(folder.path), { readOnly: true });
  people = await everybody(store);
  outbox = everyEmail(store);
  store.close();
});

afterAll(() => {
  killLeftovers();
  folder.remove();
});

test('the kills happened among answers, emails, and a running clock', () => {
  const emailed = outbox.filter(({ at }) => at > START);
  console.log(
    JSON.stringify({
      kills: KILLS,
      accepted: accepted.length,
      unanswered: unanswered.length,
      jumpsCutOff,
      emails: emailed.length,
      lost: people.flatMap(({ emails }) => emails).filter(({ status }) => status === 'lost').length,
    }),
  );
  expect(accepted.length).toBeGreaterThan(30);
  expect(unanswered.length).toBeGreaterThan(0);
  expect(jumpsCutOff).toBeGreaterThan(0);
  expect(emailed.length).toBeGreaterThan(5);
});

test('every accepted update is kept, once', () => {
  const recorded = people.flatMap(({ history }) => history.map(({ id }) => id));
  expect(accepted.filter((id) => recorded.filter((each) => each === id).length !== 1)).toEqual([]);
});

test('an update without an answer is kept once or not at all', () => {
  const recorded = people.flatMap(({ history }) => history.map(({ id }) => id));
  expect(unanswered.filter((id) => recorded.filter((each) => each === id).length > 1)).toEqual([]);
});

test('no person has two emails of one number', () => {
  const tags = outbox.map(({ personId, n }) => `${personId} ${n}`);
  expect(tags.filter((tag, index) => tags.indexOf(tag) !== index)).toEqual([]);
});

test('the ledger and the outbox hold the same emails', () => {
  for (const { id, emails } of people) {
    const sent = emails.filter(({ status }) => status === 'sent').map(({ n }) => n);
    const left = outbox.filter(({ personId }) => personId === id).map(({ n }) => n);
    expect(sent.toSorted(byNumber), id).toEqual(left.toSorted(byNumber));
    expect(
      emails.filter(({ status }) => status === 'claimed'),
      id,
    ).toEqual([]);
  }
});

test('no two emails say the same thing', () => {
  for (const { id, emails } of people) {
    const keys = emails.filter(({ status }) => status === 'sent').flatMap((email) => email.keys);
    expect(
      keys.filter((key, index) => keys.indexOf(key) !== index),
      id,
    ).toEqual([]);
  }
});

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let look = 0; look < 1000; look += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error('What was waited for did not come.');
}

async function writeUntilKilled(
  server: ServerProcess,
  { personId, rotationId }: (typeof WRITERS)[number],
  index: number,
): Promise<void> {
  for (let n = 1; n < 10_000; n += 1) {
    // The clock jumps months between two forms: an old link would have expired, and near dates would have passed.
    const plan = await planUrl(server, personId);
    if (!plan) return;
    const lastDay = plusDays('2027-12-01', (n * WRITERS.length + index) % 60);
    const sent = await changeLastDay(plan, rotationId, lastDay);
    if (sent.answered === 'accepted') accepted.push(sent.updateId);
    if (sent.answered === 'never') {
      if (sent.updateId) unanswered.push(sent.updateId);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** Undefined if the server died before it answered. */
async function planUrl(server: ServerProcess, personId: string): Promise<string | undefined> {
  try {
    const answer = await fetch(`${server.url}/as/${personId}`, { redirect: 'manual' });
    return new URL(String(answer.headers.get('location')), server.url).href;
  } catch {
    return undefined;
  }
}

async function jumpUntilKilled(server: ServerProcess): Promise<void> {
  try {
    for (let look = 0; look < 10_000; look += 1) {
      if (!(await clockPage(server)).includes('This page updates itself')) {
        await jump(server, 'plus-month');
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}

async function jump(server: ServerProcess, act: string): Promise<void> {
  const answer = await fetch(`${server.url}/clock`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: server.url },
    body: new URLSearchParams({ act }),
  });
  expect(answer.status).toBe(303);
}

async function clockPage(server: ServerProcess): Promise<string> {
  return (await fetch(`${server.url}/clock`)).text();
}

async function everybody(store: SqliteStore): Promise<Person[]> {
  const { rows, next } = await store.cohort(DEMO_COHORT, 100);
  expect(next).toBeUndefined();
  return Promise.all(
    rows.map(async ({ id }) => {
      const item = await store.read('applicant', id);
      if (!item) throw new Error(`${id} is in the index but not in the store.`);
      const chunks = await Promise.all(
        Array.from({ length: item.chunks }, (_, n) => store.read('chunk', chunkId(id, n + 1))),
      );
      return {
        id,
        history: [...chunks.flatMap((chunk) => chunk?.history ?? []), ...item.history],
        emails: [...chunks.flatMap((chunk) => chunk?.emails ?? []), ...item.emails],
      };
    }),
  );
}

function everyEmail(store: SqliteStore): OutboxRow[] {
  const emails: OutboxRow[] = [];
  let before: number | undefined;
  do {
    const page = store.outbox.list(100, before);
    emails.push(...page.rows);
    before = page.next;
  } while (before !== undefined);
  return emails;
}

/** The same kills every time, as far as the machine's speed allows (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function byNumber(a: number, b: number): number {
  return a - b;
}
