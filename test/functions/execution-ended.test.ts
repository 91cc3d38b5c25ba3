import { expect, test } from 'vitest';
import { executionEnded } from '#functions/execution-ended.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { memoryStore } from '../season/memory-store.ts';
import { aliceWith, FIRST_WAIT, START } from '../shared/people/workflow/waiting.ts';
import { NOVEMBER } from '../shared/plan/moves/stories.ts';

async function stage(item: Applicant) {
  const store = memoryStore();
  await store.write(item);
  const read = async () => (await store.read('applicant', 'alice')) as Applicant;
  return { store, worldFor: () => PUBLISHED_WORLD, read, clock: { now: () => NOVEMBER } };
}

test('an execution’s end opens its next run, and leaves the start to the sweep', async () => {
  const rested = { ...aliceWith({ run: 1, wait: FIRST_WAIT }), dueAt: START };
  const deps = await stage(rested);
  expect(await executionEnded(deps, { applicantId: 'alice', rotationId: 'r1', run: 1 })).toBe(
    'replaced',
  );
  expect(await deps.read()).toMatchObject({ runs: { r1: { run: 2 } }, dueAt: NOVEMBER });
});

test('an end reported late, of a run before the item’s, changes nothing', async () => {
  const deps = await stage(aliceWith({ run: 2, wait: FIRST_WAIT }));
  const response = { applicantId: 'alice', rotationId: 'r1', run: 1 };
  expect(await executionEnded(deps, response)).toBe('not-needed');
  expect((await deps.read()).version).toBe(1);
});

test("the end of an unknown person's execution changes nothing", async () => {
  const deps = await stage(aliceWith());
  const response = { applicantId: 'zoe', rotationId: 'r1', run: 1 };
  expect(await executionEnded(deps, response)).toBe('not-needed');
});
