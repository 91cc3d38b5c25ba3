import { expect, test, vi } from 'vitest';
import type { SweepReport } from '#functions/sweep.ts';
import { nudgeDeps } from '#infra/local/parts.ts';
import { sweeperOf } from '#infra/local/sweeper.ts';
import { MINUTE_MS, plusMs } from '#shared/base/time/instant.ts';
import { newApplicant } from '#shared/people/person/applicant.ts';
import { MONDAY, type SmallDemo, smallDemo } from './small-demo.ts';

test('sweeps that are requested at once run one after the other', async () => {
  const demo = await smallDemo();
  let inside = 0;
  let most = 0;
  const turn = () =>
    demo.sweeper.inTurn(async (sweepNow) => {
      inside += 1;
      most = Math.max(most, inside);
      await sweepNow();
      inside -= 1;
    });
  await Promise.all([turn(), turn(), turn()]);
  expect(most).toBe(1);
});

test('a turn that fails is reported to its caller, and the next one runs', async () => {
  const demo = await smallDemo();
  const broken = demo.sweeper.inTurn(async () => {
    throw new Error('The disk is full.');
  });
  await expect(broken).rejects.toThrow('The disk is full.');
  expect((await demo.sweeper.sweep()).finished).toBe(true);
});

test('a running sweep that has to finish ends with its current visit', async () => {
  const demo = await smallDemo();
  await addBob(demo);
  const visited: string[] = [];
  const deps = nudgeDeps(demo.parts);
  const watched = {
    ...deps,
    store: {
      ...deps.store,
      read: async (kind: 'applicant', id: string) => {
        if (kind === 'applicant' && !visited.includes(id)) visited.push(id);
        // The signal arrives during the first visit.
        void sweeper.finish();
        return deps.store.read(kind, id);
      },
    },
  } as typeof deps;
  const sweeper = sweeperOf(
    async () => watched,
    () => undefined,
  );
  await sweeper.sweep();
  expect(visited).toEqual(['alice']);
  const [alice, bob] = [
    await demo.store.read('applicant', 'alice'),
    await demo.store.read('applicant', 'bob'),
  ];
  // Alice waits for her next email; Bob is still due.
  expect(alice?.dueAt).not.toBe(MONDAY);
  expect(bob?.dueAt).toBe(MONDAY);
});

test('somebody who asked for an email is visited beside a sweep, and again soon after a refusal', async () => {
  const demo = await smallDemo();
  const link = { id: 'c1', stream: 'link', at: MONDAY } as const;
  const alice = await demo.store.read('applicant', 'alice');
  if (!alice) throw new Error('Alice is not there.');
  await demo.store.write({ ...alice, causes: [link], dueAt: MONDAY });
  const deps = nudgeDeps(demo.parts);
  let now = MONDAY;
  let refusals = 1;
  const reports: SweepReport[] = [];
  const sweeper = sweeperOf(
    async () => ({
      ...deps,
      clock: { now: () => now },
      mailer: {
        evidenceMs: 0,
        deliver: async (...of) => {
          if (refusals === 0) return deps.mailer.deliver(...of);
          refusals -= 1;
          return { outcome: 'refused', reason: 'greylisted' };
        },
      },
    }),
    (done) => reports.push(done),
  );
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  try {
    await sweeper.inTurn(async () => {
      await sweeper.visit({ kind: 'applicant', id: 'alice' });
      now = plusMs(MONDAY, MINUTE_MS);
      vi.advanceTimersByTime(MINUTE_MS);
    });
    await sweeper.finish();
  } finally {
    vi.useRealTimers();
  }
  expect(reports.map(({ due, refused, sent }) => [due, refused, sent > 0])).toEqual([
    [1, 1, false],
    [1, 0, true],
  ]);
});

async function addBob({ store }: SmallDemo): Promise<void> {
  const alice = await store.read('applicant', 'alice');
  if (!alice) throw new Error('Alice is not there.');
  await store.write(newApplicant({ id: 'bob', cohortId: 'demo', facts: alice.facts }, MONDAY));
}
