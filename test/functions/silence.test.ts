import { beforeEach, describe, expect, test } from 'vitest';
import { endIfGone } from '#functions/silence.ts';
import { countMissing } from '#functions/store/tally.ts';
import { HOUR_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import type { EmailRecord } from '#shared/people/person/email-record.ts';
import type { Store } from '#shared/store/store.ts';
import { alice, MONDAY } from '../cast.ts';
import { memoryStore } from '../season/memory-store.ts';

const WHO = { kind: 'applicant', id: 'alice' } as const;
const NOON: Instant = plusMs(MONDAY, 2 * HOUR_MS);

let store: Store;
beforeEach(() => {
  store = memoryStore();
});

const ports = () => ({ store, clock: { now: () => NOON }, pepper: 'pepper' });

describe('an address that does not exist', () => {
  test('ends the emails after two refusals a day apart', async () => {
    await store.write(alice({ emails: [refused(1, -25), refused(2, -1)] }));
    expect(await endIfGone(ports(), WHO)).toBe('ended');
    expect((await store.read('applicant', 'alice'))?.reach).toBe('bounced');
  });

  test('ends nothing after one, nor after two within a day', async () => {
    await store.write(alice({ emails: [refused(1, -3), refused(2, -1)] }));
    expect(await endIfGone(ports(), WHO)).toBeUndefined();
    expect((await store.read('applicant', 'alice'))?.reach).toBe('ok');
  });

  test('is the operator’s matter where the whole domain refuses', async () => {
    await store.write(alice({ emails: [refused(1, -25), refused(2, -1)] }));
    const others = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@example.org`);
    for (const address of others) await countMissing(ports(), address);
    expect(await endIfGone(ports(), WHO)).toBe('domain');
    expect((await store.read('applicant', 'alice'))?.reach).toBe('ok');
  });
});

function refused(n: number, hours: number): EmailRecord {
  const at = plusMs(NOON, hours * HOUR_MS);
  return {
    n,
    stream: 'digest',
    status: 'failed',
    keys: [],
    rotationIds: [],
    subject: 'Due Fri, Sep 3',
    claimedAt: at,
    leaseUntil: at,
    settledAt: at,
    cameBack: { at, blames: 'address' },
  };
}
