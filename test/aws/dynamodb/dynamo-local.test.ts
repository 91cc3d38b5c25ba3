/**
 * What dynalite cannot answer: the contract, the bounds and the consumed capacity on AWS's own DynamoDB. A real table
 * counts half a read unit for each empty shard of a due page besides.
 */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { nudge } from '#functions/nudge.ts';
import { writeItem } from '#functions/store/write-item.ts';
import { update } from '#functions/update.ts';
import { PAGE_ROWS_MAX } from '#shared/base/limits.ts';
import { DAY_MS, HOUR_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import type { Applicant, HistoryEntry } from '#shared/people/person/applicant.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import type { Mailer } from '#shared/store/mailer.ts';
import { bytesOf, ITEM_BYTES_MAX } from '#shared/store/spill.ts';
import type { Page, Store } from '#shared/store/store.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice, bob, MONDAY } from '../../cast.ts';
import { storeContract } from '../../store/contract.ts';
import { loopbackClient, openDynamoStore } from '../../store/dynamo-table.ts';
import { type Consumed, countConsumed } from './capacity.ts';

const port = inject('dynamoPort');
let client: DynamoDBClient;
let tableCount = 0;
beforeAll(() => {
  client = loopbackClient(port);
});
afterAll(() => client.destroy());
const openNew = (on = client) => openDynamoStore(on, `away-${tableCount++}`);

storeContract("AWS's DynamoDB Local", () => openNew(), { outbox: false });

describe('a page', () => {
  test('of the largest size is full, and the next one has the rest', async () => {
    const { store, close } = await openNew();
    const ids = Array.from(
      { length: PAGE_ROWS_MAX + 5 },
      (_, n) => `p${String(n).padStart(4, '0')}`,
    );
    for (let n = 0; n < ids.length; n += 50) {
      await Promise.all(ids.slice(n, n + 50).map((id) => store.write(alice({ id }))));
    }
    const due = await pagesOf((from) => store.due(MONDAY, PAGE_ROWS_MAX, from));
    expect(due.map((rows) => rows.length)).toEqual([PAGE_ROWS_MAX, 5]);
    expect(due.flat().map(({ id }) => id)).toEqual(ids);
    const cohort = await pagesOf((from) => store.cohort('c2028', PAGE_ROWS_MAX, from));
    expect(cohort.map((rows) => rows.length)).toEqual([PAGE_ROWS_MAX, 5]);
    expect(cohort.flat().map(({ id }) => id)).toEqual(ids);
    await close();
  });
});

describe('a long past', () => {
  test('just over the bound goes to a chunk, and nothing of it is lost', async () => {
    const { store, close } = await openNew();
    const before = grown(alice(), ITEM_BYTES_MAX + 1000, plusMs(MONDAY, -90 * DAY_MS));
    expect(await writeItem(store, before, MONDAY)).toEqual({ written: true, version: 1 });
    const item = await store.read('applicant', 'alice');
    const chunk = await store.read('chunk', 'alice.1');
    expect(item?.chunks).toBe(1);
    expect(item && bytesOf(item)).toBeLessThan(ITEM_BYTES_MAX);
    expect([...(chunk?.history ?? []), ...(item?.history ?? [])]).toEqual(before.history);
    await close();
  });

  test('put aside by a spill that broke off is put aside once', async () => {
    const { store, close } = await openNew();
    const before = grown(alice(), ITEM_BYTES_MAX + 1000, plusMs(MONDAY, -90 * DAY_MS));
    const broken: Store = {
      ...store,
      write: async (item) => {
        if (item.kind === 'applicant') throw new Error('the function died');
        return store.write(item);
      },
    };
    await expect(writeItem(broken, before, MONDAY)).rejects.toThrow(/died/);
    await writeItem(store, before, MONDAY);
    const item = await store.read('applicant', 'alice');
    const chunk = await store.read('chunk', 'alice.1');
    expect([...(chunk?.history ?? []), ...(item?.history ?? [])]).toEqual(before.history);
    expect(await store.read('chunk', 'alice.2')).toBeUndefined();
    await close();
  });

  test('of the bound itself fits, with room before what DynamoDB takes', async () => {
    const { store, close } = await openNew();
    const large = grown(alice(), ITEM_BYTES_MAX - 200, MONDAY);
    await store.write(large);
    expect((await store.read('applicant', 'alice'))?.history).toEqual(large.history);
    await close();
  });

  test('larger than DynamoDB takes is an error, and what was there stays', async () => {
    const { store, close } = await openNew();
    await store.write(alice());
    const huge = grown(alice({ version: 1 }), 700_000, MONDAY);
    await expect(store.write(huge)).rejects.toThrow(/[Ii]tem size/);
    expect(await store.read('applicant', 'alice')).toEqual(alice({ version: 1 }));
    await close();
  });
});

describe('consumed capacity', () => {
  test.each([0, 10_000, 50_000])(
    'of an update and a digest, the past being %s bytes',
    async (bytes) => {
      const counted = loopbackClient(port);
      const { store, close } = await openNew(counted);
      const start = bytes === 0 ? bob() : grown(bob(), bytes, plusMs(MONDAY, -30 * DAY_MS));
      await store.write(start);
      const consumed = countConsumed(counted);

      const chosen = await measure(consumed, () =>
        update(depsAt(store, MONDAY), 'bob', {
          id: 'u1',
          by: 'applicant',
          event: {
            type: 'chosen',
            rotationId: 'bob-r1',
            dates: { start: '2027-03-01', end: '2027-03-26' },
          },
        }),
      );
      expect(chosen.answer).toMatchObject({ answer: 'accepted' });

      // Bob is in Auckland: his digest hour is someone's night.
      let digest: Measured<Awaited<ReturnType<typeof nudge>>> | undefined;
      for (let hour = 0; hour < 72 && !digest?.answer.sent; hour += 1) {
        const now = plusMs(MONDAY, hour * HOUR_MS);
        digest = await measure(consumed, () =>
          nudge(depsAt(store, now), { kind: 'applicant', id: 'bob' }),
        );
      }
      expect(digest?.answer).toMatchObject({ sent: 1, failed: 0 });

      const due = await measure(consumed, () => store.due(plusMs(MONDAY, 30 * DAY_MS), 100));
      expect(due.answer.rows).toHaveLength(1);
      const item = await store.read('applicant', 'bob');
      const bytesNow = item ? bytesOf(item) : 0;
      // A write unit a kB begun, and at most four for the two indexes: an update is one write, a digest is three.
      const oneWrite = bytesNow / 1000 + 4;
      expect(chosen.writeUnits).toBeGreaterThan(bytesNow / 1500);
      expect(chosen.writeUnits).toBeLessThan(oneWrite);
      expect(digest?.writeUnits).toBeLessThan(3 * oneWrite);
      console.log(
        `consumed, item of ${bytesNow} bytes: update ${units(chosen)}; digest ${units(digest)}; due page ${units(due)}`,
      );
      counted.destroy();
      await close();
    },
  );
});

type Measured<Answer> = Consumed & { answer: Answer };

async function measure<Answer>(
  consumed: Consumed,
  act: () => Promise<Answer>,
): Promise<Measured<Answer>> {
  Object.assign(consumed, { readUnits: 0, writeUnits: 0, calls: 0 });
  const answer = await act();
  return { ...consumed, answer };
}

function units(consumed: Consumed | undefined): string {
  const { readUnits, writeUnits, calls } = consumed ?? { readUnits: 0, writeUnits: 0, calls: 0 };
  return `${readUnits} RU + ${writeUnits} WU in ${calls} calls`;
}

const accepting: Mailer = { evidenceMs: HOUR_MS, deliver: async () => ({ outcome: 'accepted' }) };

function depsAt(store: Store, now: Instant) {
  return {
    store,
    worldFor: () => PUBLISHED_WORLD,
    clock: { now: () => now },
    workflow: NO_WORKFLOW,
    mailer: accepting,
    pepper: 'pepper',
    renderForWriter: () => Promise.reject(new Error('No writer is emailed here.')),
    signInUrl: async () => 'https://rotations.example.org/advisors/in/x',
    advisorUrl: (path: string) => `https://rotations.example.org${path}`,
    briefStopUrl: async () => 'https://rotations.example.org/b/x',
    render: async () => ({
      to: { name: 'Bob Tane', address: 'bob@example.org' },
      subject: 'Due',
      text: '',
      html: '',
    }),
  };
}

/** Someone with so many entries of history, the first at `from`, that the item has this many bytes. */
function grown(applicant: Applicant, bytes: number, from: Instant): Applicant {
  const entry = (n: number): HistoryEntry => ({
    id: `update-${String(n).padStart(6, '0')}`,
    at: plusMs(from, n),
    by: 'applicant',
    event: { type: 'withdrawn', rotationId: 'bob-r1' },
  });
  const entryBytes = JSON.stringify(entry(0)).length + 1;
  const count = Math.floor((bytes - bytesOf(applicant)) / entryBytes);
  return { ...applicant, history: Array.from({ length: Math.max(count, 0) }, (_, n) => entry(n)) };
}

async function pagesOf<Row>(
  read: (from: string | undefined) => Promise<Page<Row>>,
): Promise<(readonly Row[])[]> {
  const pages: (readonly Row[])[] = [];
  let from: string | undefined;
  do {
    const { rows, next } = await read(from);
    pages.push(rows);
    from = next;
  } while (from !== undefined && pages.length < 20);
  return pages;
}
