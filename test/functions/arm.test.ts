import { describe, expect, test } from 'vitest';
import { arm } from '#functions/arm.ts';
import { followRotations } from '#functions/follow.ts';
import { CONFLICT_RETRIES_MAX, WAIT_SECONDS_MAX } from '#shared/base/limits.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { DEFINITION } from '#shared/people/workflow/definition.ts';
import { RE_ENTRIES_MAX } from '#shared/people/workflow/where-next.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { memoryStore } from '../season/memory-store.ts';
import { memoryExecutions } from '../shared/people/workflow/memory-executions.ts';
import { aliceAccepted, aliceWith, FIRST_WAIT, START } from '../shared/people/workflow/waiting.ts';
import { NOVEMBER } from '../shared/plan/moves/stories.ts';

async function stage(item: Applicant | undefined, now: Instant = NOVEMBER) {
  const store = memoryStore();
  if (item) await store.write(item);
  const executions = memoryExecutions();
  const worldFor = () => PUBLISHED_WORLD;
  const workflow = followRotations({ store, worldFor, executions, log: () => undefined });
  const clock = { now: () => now };
  const deps = { store, worldFor, clock, executions, workflow, waitSecondsMax: WAIT_SECONDS_MAX };
  const ask = (entries = 0, run = 1) =>
    arm(deps, {
      input: { applicantId: 'alice', rotationId: 'r1', run, entries },
      startedAt: NOVEMBER,
      definition: DEFINITION,
    });
  return { store, executions, ask, read: () => store.read('applicant', 'alice') };
}

test('Arm answers where to wait, and counts the entry', async () => {
  const { ask } = await stage(aliceWith());
  expect(await ask(4)).toMatchObject({ next: 'identify', until: null, entries: 5, run: 1 });
});

test('Arm makes what time owes, and answers where that leads', async () => {
  const { ask, read } = await stage(aliceAccepted(), START);
  expect(await ask()).toMatchObject({ next: 'rotate' });
  expect(await read()).toMatchObject({ dueAt: START, facts: { rotations: [{ stage: 'rotate' }] } });
});

test('Arm makes a time move once, however often it is asked', async () => {
  const { ask, read } = await stage(aliceAccepted(), START);
  await Promise.all([ask(), ask(), ask()]);
  expect((await read())?.history.filter(({ by }) => by === 'time')).toHaveLength(1);
});

describe('Arm ends an execution', () => {
  test('of a deleted plan', async () => {
    expect(await (await stage(undefined)).ask()).toMatchObject({ next: 'over', why: 'no-person' });
  });

  test('whose run is not the item’s', async () => {
    const { ask } = await stage(aliceWith({ run: 2 }));
    expect(await ask()).toMatchObject({ next: 'over', why: 'superseded' });
  });

  test('of a rotation that is over, and forgets its wait', async () => {
    const item = aliceWith({ run: 1, wait: FIRST_WAIT }, [{ type: 'withdrawn', rotationId: 'r1' }]);
    const rotations = item.facts.rotations.map((each) => ({ ...each, endedAt: NOVEMBER }));
    const { ask, read } = await stage({ ...item, facts: { ...item.facts, rotations } });
    expect(await ask()).toMatchObject({ next: 'over', why: 'ended' });
    expect((await read())?.runs).toEqual({ r1: { run: 1 } });
  });

  test('that has grown old, once its next run is committed and started', async () => {
    const { ask, executions, read } = await stage(aliceWith({ run: 1, wait: FIRST_WAIT }));
    expect(await ask(RE_ENTRIES_MAX)).toMatchObject({ next: 'over', why: 'next-run' });
    expect([(await read())?.runs, executions.started]).toEqual([{ r1: { run: 2 } }, ['r1-2']]);
  });
});

describe('Arm fails', () => {
  test('when the next run is committed and cannot be started; asked again, it is superseded', async () => {
    const { ask, executions } = await stage(aliceWith());
    executions.start = () => Promise.reject(new Error('no answer'));
    await expect(ask(RE_ENTRIES_MAX)).rejects.toThrow('no answer');
    expect(await ask(RE_ENTRIES_MAX)).toMatchObject({ next: 'over', why: 'superseded' });
  });

  test('after too many lost races, so that the machine tries again', async () => {
    const { ask, store } = await stage(aliceAccepted(), START);
    let writes = 0;
    store.write = async () => {
      writes += 1;
      return { written: false };
    };
    await expect(ask()).rejects.toThrow(/too many writers/);
    expect(writes).toBe(CONFLICT_RETRIES_MAX + 1);
  });
});
