import { describe, expect, test } from 'vitest';
import { followRotations } from '#functions/follow.ts';
import { HOUR_MS, plusMs } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { memoryStore } from '../season/memory-store.ts';
import { memoryExecutions } from '../shared/people/workflow/memory-executions.ts';
import { APPLIED, aliceWith, FIRST_WAIT } from '../shared/people/workflow/waiting.ts';
import { NOVEMBER } from '../shared/plan/moves/stories.ts';

const NOW = plusMs(NOVEMBER, HOUR_MS);
const SOON_AFTER = { run: 1, wait: FIRST_WAIT };

async function stage(item: Applicant) {
  const store = memoryStore();
  await store.write(item);
  const executions = memoryExecutions();
  const reported: string[] = [];
  const log = (_: string, event: string) => void reported.push(event);
  const workflow = followRotations({ store, worldFor: () => PUBLISHED_WORLD, executions, log });
  const read = async () => (await store.read('applicant', 'alice')) as Applicant;
  return { store, executions, workflow, reported, read, item: await read() };
}

describe('after a write', () => {
  test('a rotation without a wait is started', async () => {
    const { workflow, executions, item } = await stage(aliceWith());
    await workflow.notify(item);
    expect(executions.started).toEqual(['r1-1']);
  });

  test('an execution that is behind is signalled by the token of the written item', async () => {
    const { workflow, executions, item } = await stage(aliceWith(SOON_AFTER, [APPLIED]));
    await workflow.notify(item);
    expect([executions.signalled, executions.started]).toEqual([['token-1'], []]);
  });

  test('an execution that follows is left alone', async () => {
    const { workflow, executions, item } = await stage(aliceWith(SOON_AFTER));
    await workflow.notify(item);
    expect([executions.signalled, executions.started]).toEqual([[], []]);
  });

  test('a machine that cannot be reached is logged, and the update is kept', async () => {
    const { workflow, executions, reported, item } = await stage(aliceWith());
    executions.start = () => Promise.reject(new Error('no answer'));
    await expect(workflow.notify(item)).resolves.toBeUndefined();
    expect(reported).toEqual(['workflow-not-notified']);
  });
});

describe('the sweep', () => {
  test('starts what never started, and writes nothing', async () => {
    const { workflow, executions, item, read } = await stage(aliceWith());
    expect(await workflow.repair(item, NOW)).toBe(false);
    expect([executions.started, (await read()).version]).toEqual([['r1-1'], 1]);
  });

  test('repeats the signal of what is behind', async () => {
    const { workflow, executions, item } = await stage(aliceWith(SOON_AFTER, [APPLIED]));
    expect(await workflow.repair(item, NOW)).toBe(false);
    expect(executions.signalled).toEqual(['token-1']);
  });

  test('leaves one between two waits alone while it runs', async () => {
    const { workflow, executions, item } = await stage(aliceWith({ run: 1 }));
    executions.fates.set('r1-1', 'running');
    expect(await workflow.repair(item, NOW)).toBe(false);
    expect(executions.started).toEqual([]);
  });

  test('leaves one alone that is behind, deaf and running: it is on its way to Arm', async () => {
    const { workflow, executions, item } = await stage(aliceWith(SOON_AFTER, [APPLIED]));
    executions.gone.add('token-1');
    executions.fates.set('r1-1', 'running');
    expect(await workflow.repair(item, NOW)).toBe(false);
  });

  test('replaces one that ended between two waits', async () => {
    const { workflow, executions, item, read } = await stage(aliceWith({ run: 1 }));
    executions.fates.set('r1-1', 'over');
    expect(await workflow.repair(item, NOW)).toBe(true);
    expect([(await read()).runs, executions.started]).toEqual([{ r1: { run: 2 } }, ['r1-2']]);
  });

  test.each(['over', undefined] as const)(
    'replaces one that is behind, deaf and %s',
    async (fate) => {
      const { workflow, executions, item, read } = await stage(aliceWith(SOON_AFTER, [APPLIED]));
      executions.gone.add('token-1');
      if (fate) executions.fates.set('r1-1', fate);
      expect(await workflow.repair(item, NOW)).toBe(true);
      expect([(await read()).runs, executions.started]).toEqual([{ r1: { run: 2 } }, ['r1-2']]);
    },
  );

  test('believes a wait of this week, and asks after an older one', async () => {
    const { workflow, executions, item, read } = await stage(aliceWith(SOON_AFTER));
    executions.fates.set('r1-1', 'over');
    expect(await workflow.repair(item, NOW)).toBe(false);
    expect(await workflow.repair(item, plusMs(NOVEMBER, 7 * 24 * HOUR_MS))).toBe(true);
    expect((await read()).runs).toEqual({ r1: { run: 2 } });
  });

  test('starts nothing when another write came first, and has the item read again', async () => {
    const { workflow, executions, store, item } = await stage(aliceWith({ run: 1 }));
    executions.fates.set('r1-1', 'over');
    await store.write({ ...item, reach: 'unsubscribed' });
    expect(await workflow.repair(item, NOW)).toBe(true);
    expect(executions.started).toEqual([]);
  });

  test('forgets the wait of a rotation that is over, once its execution is', async () => {
    const withdrawn = aliceWith(SOON_AFTER, [{ type: 'withdrawn', rotationId: 'r1' }]);
    const rotations = withdrawn.facts.rotations.map((each) => ({ ...each, endedAt: NOW }));
    const ended = { ...withdrawn, facts: { ...withdrawn.facts, rotations } };
    const { workflow, executions, item, read } = await stage(ended);
    executions.gone.add('token-1');
    expect(await workflow.repair(item, NOW)).toBe(true);
    expect([(await read()).runs, executions.started]).toEqual([{ r1: { run: 1 } }, []]);
  });
});
