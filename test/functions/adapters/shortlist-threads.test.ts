/** The shortlist never holds up another page: it is weighed on a thread, few at once, and never for long. */
import { afterEach, describe, expect, test } from 'vitest';
import {
  type ShortlistThreads,
  shortlistThreads,
  type ThreadLimits,
} from '#functions/adapters/shortlist-threads.ts';
import { readProfile } from '#shared/shortlist/read-profile.ts';
import { type ShortlistQuestion, weighHere } from '#shared/shortlist/weigh.ts';

const LIMITS: ThreadLimits = { threads: 1, waiting: 4, waitingOfOne: 2, msMax: 20_000 };

let open: ShortlistThreads | undefined;
afterEach(() => open?.close());

function threads(limits: Partial<ThreadLimits> = {}): ShortlistThreads {
  open = shortlistThreads({ ...LIMITS, ...limits });
  return open;
}

function question(matchYear: number): ShortlistQuestion {
  const profile = readProfile({
    matchYear,
    pathway: 'independent',
    enrollment: 'enrolled',
    rotationsWished: 4,
    schoolInVslo: false,
    months: ['2027-01', '2027-02', '2027-03', '2027-04', '2027-05', '2027-06', '2027-07'],
  });
  if (!profile.ok) throw new Error(profile.failure.join());
  return { profile: profile.value, at: '2026-11-30T05:00:00.000Z' };
}

describe('a thread', () => {
  test('gives the same answer as the process itself', async () => {
    const { weigh } = threads();
    expect(await weigh(question(2028), 'one')).toEqual(await weighHere(question(2028), 'one'));
  });

  test('leaves the process free while it weighs', async () => {
    const { weigh } = threads();
    const order: string[] = [];
    const list = weigh(question(2028), 'one').then(() => order.push('list'));
    await new Promise((done) => setImmediate(done));
    order.push('another page');
    await list;
    expect(order).toEqual(['another page', 'list']);
  });

  test('is ended when a question takes too long, and the next question gets a new one', async () => {
    const limits = { ...LIMITS, msMax: 1 };
    open = shortlistThreads(limits);
    expect(await open.weigh(question(2028), 'one')).toBeUndefined();
    await open.close();
    const { weigh } = threads();
    expect((await weigh(question(2028), 'one'))?.list.rotations.lines.length).toBeGreaterThan(0);
  });

  test('that fails answers with its error, and the next question gets a new one', async () => {
    const { weigh } = threads();
    const broken = { ...question(2028), at: 'no instant' } as never;
    await expect(weigh(broken, 'one')).rejects.toThrow();
    expect(await weigh(question(2028), 'one')).toBeDefined();
  });
});

describe('the queue', () => {
  test('refuses at once what would wait too long, from any network', async () => {
    const { weigh, close } = threads({ msMax: 60_000 });
    const running = weigh(question(2028), 'one');
    const waiting = ['one', 'one', 'two', 'two'].map((who) => weigh(question(2028), who));
    expect(await weigh(question(2028), 'three')).toBeUndefined();
    await close();
    await Promise.all([running, ...waiting]);
  });

  test('has room for others when one requester asks thirty times', async () => {
    const { weigh, close } = threads({ msMax: 60_000 });
    const flood = Array.from({ length: 30 }, () => weigh(question(2028), 'one'));
    expect(await flood.at(-1)).toBeUndefined();
    const other = weigh(question(2029), 'two');
    expect(await Promise.race([other, Promise.resolve('waits')])).toBe('waits');
    await close();
    expect(await other).toBeUndefined();
    await Promise.all(flood);
  });
});
