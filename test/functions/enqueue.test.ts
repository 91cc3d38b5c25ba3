import { expect, test } from 'vitest';
import { enqueueDue, sweepByQueue } from '#functions/enqueue.ts';
import { SWEEP_PAGE_MAX } from '#shared/base/limits.ts';
import { HOUR_MS, plusMs } from '#shared/base/time/instant.ts';
import { newBulk } from '#shared/cohort/bulk.ts';
import { WALK_ID } from '#shared/people/mailing/walk-item.ts';
import type { Who } from '#shared/people/person/person.ts';
import type { Job } from '#shared/store/items.ts';
import { alice, bob, carol, MONDAY } from '../cast.ts';
import { memoryStore } from '../season/memory-store.ts';

const MESSAGE = { from: 'Dana Advisor', subject: 'Office hours', paragraphs: ['Come on Friday.'] };

async function stage(people: readonly ReturnType<typeof alice>[]) {
  const store = memoryStore();
  for (const each of people) await store.write(each);
  const named: string[] = [];
  const queue = {
    send: async (people: readonly Who[]) => {
      named.push(...people.map(({ kind, id }) => `${kind} ${id}`));
      return { failed: 0 };
    },
  };
  return { store, clock: { now: () => MONDAY }, queue, named };
}

test('everybody who is due is named, and nobody else', async () => {
  const deps = await stage([alice(), bob({ dueAt: plusMs(MONDAY, HOUR_MS) }), carol()]);
  expect(await enqueueDue(deps)).toEqual({ due: 2, failed: 0, finished: true });
  expect(deps.named.toSorted()).toEqual(['applicant alice', 'applicant carol']);
});

test('more people than one page holds are all named once', async () => {
  const ids = Array.from({ length: SWEEP_PAGE_MAX + 5 }, (_, n) => `p${n}`);
  const deps = await stage(ids.map((id) => alice({ id })));
  expect(await enqueueDue(deps)).toMatchObject({ due: ids.length, finished: true });
  expect(deps.named.toSorted()).toEqual(ids.map((id) => `applicant ${id}`).toSorted());
});

test('those the queue does not take are counted, and stay due', async () => {
  const deps = await stage([alice(), bob()]);
  const refusing = { ...deps, queue: { send: async () => ({ failed: 1 }) } };
  expect(await enqueueDue(refusing)).toEqual({ due: 2, failed: 1, finished: true });
  expect(await enqueueDue(deps)).toMatchObject({ due: 2, failed: 0 });
});

test('a queue that cannot be asked fails the sweep', async () => {
  const deps = await stage([alice()]);
  const broken = { ...deps, queue: { send: () => Promise.reject(new Error('no answer')) } };
  await expect(enqueueDue(broken)).rejects.toThrow('no answer');
});

test('the hourly sweep continues the walk, queues everybody who is due and the idle jobs, and reports it', async () => {
  const { store, clock, queue, named } = await stage([alice(), bob()]);
  const of = { id: 'm1', cohortId: 'c2028', message: MESSAGE };
  await store.write(newBulk(of, ['alice'], MONDAY).item);
  const jobs: Job[] = [];
  const lines: unknown[] = [];
  const sweep = sweepByQueue({
    store,
    clock,
    queue,
    release: 'release1',
    startJob: async (job) => void jobs.push(job),
    log: (...line) => lines.push(line),
  });
  expect(await sweep()).toEqual({ due: 2, failed: 0, finished: true });
  expect(named).toHaveLength(2);
  expect(jobs).toEqual([{ kind: 'bulk', id: 'm1' }]);
  expect(await store.read('walk', WALK_ID)).toMatchObject({ fingerprint: 'release1.0' });
  expect(lines).toEqual([['info', 'swept', { due: 2, failed: 0, finished: true }]]);
});
