import type { AddressInfo } from 'node:net';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dynamoStore } from '#functions/adapters/dynamo-store.ts';
import { HOUR_MS, plusMs } from '#shared/base/time/instant.ts';
import { DUE_SHARDS, dueShardOf, keyOf } from '#shared/store/keys.ts';
import { alice, MONDAY } from '../../cast.ts';
import { storeContract } from '../../store/contract.ts';
import { createOlderTable, loopbackClient, openDynamoStore } from '../../store/dynamo-table.ts';
import { loseAnswers, refuseFirst, shortenQueries } from '../../store/wire-faults.ts';

const switchedOn = {
  kind: 'switches',
  id: 'sending',
  version: 0,
  sending: 'on',
  changedAt: MONDAY,
} as const;

describe('over the wire', () => {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  let client: DynamoDBClient;
  let tableCount = 0;
  const openNew = (on: DynamoDBClient = client) => openDynamoStore(on, `away-${tableCount++}`);
  const newClient = () => loopbackClient((server.address() as AddressInfo).port);

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    client = newClient();
  });
  afterAll(async () => {
    client.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  storeContract('DynamoDB', () => openNew(), { outbox: false });

  describe('the due index', () => {
    const ids = Array.from({ length: 60 }, (_, n) => `p${String(n).padStart(2, '0')}`);

    test('spreads its people over every shard', () => {
      const shards = new Set(ids.map((id) => dueShardOf(keyOf('applicant', id))));
      expect(shards.size).toBe(DUE_SHARDS);
    });

    test.each([1, 7, 59, 60])(
      'tells everybody once and soonest first, %s a page',
      async (limit) => {
        const { store, close } = await openNew();
        // Three people a moment, so that pages end in the middle of one.
        const dueAtOf = (n: number) => plusMs(MONDAY, -Math.floor(n / 3) * HOUR_MS);
        for (const [n, id] of ids.entries()) await store.write(alice({ id, dueAt: dueAtOf(n) }));
        const reported: string[] = [];
        let from: string | undefined;
        do {
          const { rows, next } = await store.due(MONDAY, limit, from);
          reported.push(...rows.map(({ dueAt, id }) => `${dueAt} ${id}`));
          from = next;
        } while (from !== undefined && reported.length < 100);
        expect(reported).toEqual(ids.map((id, n) => `${dueAtOf(n)} ${id}`).toSorted());
        await close();
      },
    );
  });

  describe('an answer that ends early', () => {
    const ids = Array.from({ length: 12 }, (_, n) => `p${String(n).padStart(2, '0')}`);

    test('is asked on for, so that nobody due is passed over', async () => {
      const short = newClient();
      const { store, close } = await openNew(short);
      for (const id of ids) await store.write(alice({ id }));
      shortenQueries(short, 1);
      const { rows, next } = await store.due(MONDAY, 4);
      expect(rows.map(({ id }) => id)).toEqual(ids.slice(0, 4));
      const rest = await store.due(MONDAY, 20, next);
      expect(rest.rows.map(({ id }) => id)).toEqual(ids.slice(4));
      expect(rest.next).toBeUndefined();
      await close();
    });

    test('makes a short page of a cohort, and the next one continues', async () => {
      const short = newClient();
      const { store, close } = await openNew(short);
      for (const id of ids) await store.write(alice({ id }));
      shortenQueries(short, 5);
      const reported: string[] = [];
      let from: string | undefined;
      do {
        const { rows, next } = await store.cohort('c2028', 10, from);
        expect(rows.length).toBeLessThanOrEqual(5);
        reported.push(...rows.map(({ id }) => id));
        from = next;
      } while (from !== undefined && reported.length < 50);
      expect(reported).toEqual(ids);
      await close();
    });
  });

  describe('a write whose answer was lost', () => {
    test('is known as our own when the client asks again', async () => {
      const faulty = newClient();
      const { store, close } = await openNew(faulty);
      const lost = loseAnswers(faulty, 'PutItemCommand', 1);
      expect(await store.write(alice())).toEqual({ written: true, version: 1 });
      expect(lost.count).toBe(1);
      expect(await store.read('applicant', 'alice')).toEqual(alice({ version: 1 }));
      await close();
    });

    test("is not mistaken for this writer's when the stored version is another's, identical in every word", async () => {
      const faulty = newClient();
      const { store, close } = await openNew(faulty);
      await store.write(alice());
      refuseFirst(faulty, 'PutItemCommand', 1, () => store.write(alice({ version: 1 })));
      expect(await store.write(alice({ version: 1 }))).toEqual({ written: false });
      await close();
    });
  });

  describe('a table that is too busy', () => {
    test('is asked again', async () => {
      const faulty = newClient();
      const { store, close } = await openNew(faulty);
      refuseFirst(faulty, 'PutItemCommand', 2);
      expect(await store.write(alice())).toEqual({ written: true, version: 1 });
      await close();
    });

    test('in the end throws, and nothing is there', async () => {
      const faulty = newClient();
      const { store, close } = await openNew(faulty);
      refuseFirst(faulty, 'PutItemCommand', 3);
      await expect(store.write(alice())).rejects.toThrow(/too busy/);
      expect(await store.read('applicant', 'alice')).toBeUndefined();
      await close();
    });
  });

  describe('a table of an older release', () => {
    test('that lacks an index is named, with what to do', async () => {
      await createOlderTable(client, 'away-older');
      const store = dynamoStore(client, 'away-older');
      await store.write({ ...switchedOn });
      await expect(store.due(MONDAY, 10)).rejects.toThrow(
        'The table away-older lacks an index of this release.',
      );
      await expect(store.cohort('c1', 10)).rejects.toThrow('Deploy the data stack');
    });

    test('that is not there at all is named too', async () => {
      const store = dynamoStore(client, 'away-nowhere');
      await expect(store.read('applicant', 'alice')).rejects.toThrow(
        'There is no table away-nowhere.',
      );
    });
  });

  test('an email alongside is refused, and its item is not written', async () => {
    const { store, close } = await openNew();
    const email = {
      personId: 'alice',
      n: 1,
      at: MONDAY,
      to: 'a@example.org',
      subject: '',
      raw: '',
    };
    await expect(store.write(alice(), email)).rejects.toThrow(/no outbox/);
    expect(await store.read('applicant', 'alice')).toBeUndefined();
    await close();
  });
});
