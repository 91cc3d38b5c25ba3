/** A job of three steps, run by processes that stop, die, or sleep through their lease. */
import { expect, test } from 'vitest';
import { type LeasePorts, leased, type RunOutcome } from '#functions/leased.ts';
import { JOB_LEASE_MS } from '#shared/base/limits.ts';
import { type Instant, plusMs } from '#shared/base/time/instant.ts';
import { newBulk } from '#shared/cohort/bulk.ts';
import { MONDAY } from '../cast.ts';
import { memoryStore } from '../season/memory-store.ts';

const MESSAGE = { from: 'Dana Advisor', subject: 'Office hours', paragraphs: ['Come on Friday.'] };

async function stage() {
  const store = memoryStore();
  let now: Instant = MONDAY;
  const of = { id: 'm1', cohortId: 'c2028', message: MESSAGE };
  await store.write(newBulk(of, ['alice', 'bob', 'carol'], MONDAY).item);
  const ports: LeasePorts = {
    store,
    clock: { now: () => now },
    mayContinue: () => true,
    breathe: async () => undefined,
  };
  const steps: number[] = [];
  const run = (with_: Partial<LeasePorts> = {}, work = async () => {}): Promise<RunOutcome> =>
    leased(
      { ...ports, ...with_ },
      'bulk',
      'm1',
      ({ handedOutAt }) => !handedOutAt,
      async (begun, step) => {
        let item = begun;
        while (item.done < item.total) {
          item = await step(async () => {
            await work();
            steps.push(item.done);
            return { ...item, done: item.done + 1 };
          });
        }
        return { ...item, handedOutAt: now };
      },
    );
  return {
    run,
    steps,
    pass: (ms: number) => {
      now = plusMs(now, ms);
    },
    job: async () => {
      const { version, done, leaseUntil, dueAt } = (await store.read('bulk', 'm1')) ?? {};
      return { version, done, leaseUntil, dueAt };
    },
  };
}

test('a job is done step by step and is due no more', async () => {
  const { run, steps, job } = await stage();
  expect(await run()).toBe('finished');
  expect(steps).toEqual([0, 1, 2]);
  expect(await job()).toEqual({ version: 6, done: 3, leaseUntil: undefined, dueAt: undefined });
  expect(await run()).toBe('not-needed');
});

test('each step renews the lease, and others leave the job alone meanwhile', async () => {
  const { run, steps, job, pass } = await stage();
  const others: RunOutcome[] = [];
  const slow = async () => {
    pass(JOB_LEASE_MS - 1);
    others.push(await run());
  };
  expect(await run({}, slow)).toBe('finished');
  expect([others, steps]).toEqual([
    ['not-needed', 'not-needed', 'not-needed'],
    [0, 1, 2],
  ]);
  expect((await job()).version).toBe(6);
});

test('asked to stop, it stops between two steps and is due at once', async () => {
  const { run, steps, job } = await stage();
  let asked = 0;
  const mayContinue = () => {
    asked += 1;
    return asked <= 2;
  };
  expect(await run({ mayContinue })).toBe('paused');
  expect(await job()).toMatchObject({ done: 2, leaseUntil: MONDAY, dueAt: MONDAY });
  expect(await run()).toBe('finished');
  expect(steps).toEqual([0, 1, 2]);
});

test('what a dead process left is gone on with when its lease is over, and not before', async () => {
  const { run, steps, job, pass } = await stage();
  const dies = async () => {
    if (steps.length === 1) throw new Error('killed');
  };
  await expect(run({}, dies)).rejects.toThrow('killed');
  expect(await job()).toMatchObject({ done: 1, dueAt: plusMs(MONDAY, JOB_LEASE_MS) });
  expect(await run()).toBe('not-needed');
  pass(JOB_LEASE_MS);
  expect(await run()).toBe('finished');
  expect(steps).toEqual([0, 1, 2]);
});

test('a process that slept through its lease records nothing more once another has the job', async () => {
  const { run, steps, job, pass } = await stage();
  const others: RunOutcome[] = [];
  let slept = false;
  const sleeps = async () => {
    if (slept) return;
    slept = true;
    pass(JOB_LEASE_MS);
    others.push(await run());
  };
  expect(await run({}, sleeps)).toBe('not-needed');
  expect([others, steps]).toEqual([['finished'], [0, 1, 2, 0]]);
  expect(await job()).toMatchObject({ done: 3, dueAt: undefined });
});

test('two that begin at once are one', async () => {
  const { run, steps } = await stage();
  expect((await Promise.all([run(), run()])).toSorted()).toEqual(['finished', 'not-needed']);
  expect(steps).toEqual([0, 1, 2]);
});
