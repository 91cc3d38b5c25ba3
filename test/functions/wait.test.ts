import { expect, test } from 'vitest';
import { wait } from '#functions/wait.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { memoryStore } from '../season/memory-store.ts';
import { memoryExecutions } from '../shared/people/workflow/memory-executions.ts';
import { APPLIED, aliceWith, FIRST_WAIT } from '../shared/people/workflow/waiting.ts';
import { NOVEMBER } from '../shared/plan/moves/stories.ts';
import { portsOf } from './ports.ts';

const REQUEST = {
  applicantId: 'alice',
  rotationId: 'r1',
  run: 1,
  stage: 'identify',
  until: null,
  token: 'token-1',
  enteredAt: NOVEMBER,
  retryCount: 0,
} as const;

async function stage(item: Applicant) {
  const store = memoryStore();
  await store.write(item);
  const executions = memoryExecutions();
  const read = async () => (await store.read('applicant', 'alice')) as Applicant;
  return { ...portsOf(store), store, worldFor: () => PUBLISHED_WORLD, executions, read };
}

test('a wait leaves its token on the item, and the person’s due moment as it was', async () => {
  const deps = await stage(aliceWith());
  expect(await wait(deps, REQUEST)).toBe('kept');
  expect(await deps.read()).toMatchObject({
    dueAt: aliceWith().dueAt,
    runs: { r1: { run: 1, wait: FIRST_WAIT } },
  });
});

test('a wait that loses a race reads the item again', async () => {
  const deps = await stage(aliceWith());
  const { write } = deps.store;
  let isFirst = true;
  deps.store.write = async (item) => {
    if (!isFirst) return write(item);
    isFirst = false;
    const { facts } = aliceWith(undefined, [APPLIED]);
    await write({ ...(await deps.read()), facts });
    return { written: false };
  };
  expect(await wait(deps, REQUEST)).toBe('woken');
  expect(deps.executions.signalled).toEqual(['token-1']);
});

test('a wait for what is no longer so is woken, and the item stays as it was', async () => {
  const deps = await stage(aliceWith(undefined, [APPLIED]));
  expect(await wait(deps, REQUEST)).toBe('woken');
  expect([deps.executions.signalled, (await deps.read()).version]).toEqual([['token-1'], 1]);
});
