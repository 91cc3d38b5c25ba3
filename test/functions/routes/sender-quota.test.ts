import { expect, test } from 'vitest';
import { senderQuota } from '#functions/routes/sender-quota.ts';
import { plusMs } from '#shared/base/time/instant.ts';
import { MESSAGES_PER_WINDOW_MAX, QUOTA_WINDOW_MS } from '#shared/exchange/webhook/quota.ts';
import { MONDAY } from '../../cast.ts';
import { memoryStore } from '../../season/memory-store.ts';
import { portsOf } from '../ports.ts';

test('several processes together keep one sender to its limit, and another sender to its own', async () => {
  const store = memoryStore();
  const processes = Array.from({ length: 5 }, () => senderQuota(portsOf(store)));
  const ask = async (sender: string, many: number) => {
    const asked = processes.flatMap((take) =>
      Array.from({ length: many }, () => take(sender, MONDAY)),
    );
    return (await Promise.all(asked)).filter(({ taken }) => taken).length;
  };
  expect(await ask('school', 100)).toBe(MESSAGES_PER_WINDOW_MAX);
  expect(await ask('school', 10)).toBe(0);
  expect(await ask('other', 10)).toBe(50);
});

test('a spent window says how long it lasts, is asked for once, and ends', async () => {
  const store = memoryStore();
  let asked = 0;
  const counted = {
    ...store,
    read: ((kind, id) => {
      asked += 1;
      return store.read(kind, id);
    }) as typeof store.read,
  };
  const take = senderQuota(portsOf(counted));
  const late = plusMs(MONDAY, 6500);
  for (let n = 0; n < MESSAGES_PER_WINDOW_MAX; n += 1) await take('school', late);
  const before = asked;
  for (let n = 0; n < 50; n += 1) {
    expect(await take('school', late)).toEqual({ taken: false, retrySeconds: 4 });
  }
  expect(asked - before).toBe(1);
  expect(await take('school', plusMs(MONDAY, QUOTA_WINDOW_MS))).toEqual({ taken: true });
});
