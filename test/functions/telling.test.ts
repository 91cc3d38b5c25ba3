import { describe, expect, test } from 'vitest';
import { type NudgeDeps, nudge } from '#functions/nudge.ts';
import { update } from '#functions/update.ts';
import { HOUR_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Workflow } from '#shared/people/workflow/workflow.ts';
import { PUBLISHED_WORLD as world } from '#shared/world/world.ts';
import { memoryStore } from '../season/memory-store.ts';
import { APPLIED, aliceAccepted, aliceWith, START } from '../shared/people/workflow/waiting.ts';
import { NOVEMBER } from '../shared/plan/moves/stories.ts';

/** A workflow that remembers each notification, and whether the item was written by then. */
async function stage(item: Applicant, now: Instant) {
  const store = memoryStore();
  await store.write(item);
  const reported: { stage: string | undefined; written: number | undefined }[] = [];
  let repairs = 0;
  const workflow: Workflow = {
    graceMs: HOUR_MS,
    followsRotations: true,
    notify: async (written) => {
      const standing = await store.read('applicant', written.id);
      reported.push({ stage: written.facts.rotations[0]?.stage, written: standing?.version });
    },
    repair: async () => {
      repairs += 1;
      return false;
    },
  };
  const deps: NudgeDeps = {
    store,
    worldFor: () => world,
    workflow,
    clock: { now: () => now },
    mailer: {
      evidenceMs: 0,
      deliver: async () => ({ outcome: 'refused', reason: 'no email here' }),
    },
    pepper: 'pepper',
    renderForWriter: () => Promise.reject(new Error('No writer is emailed here.')),
    signInUrl: async () => 'https://rotations.example.org/advisors/in/x',
    advisorUrl: (path) => `https://rotations.example.org${path}`,
    briefStopUrl: async () => 'https://rotations.example.org/b/x',
    render: async () => ({
      to: { name: 'Alice', address: 'alice@example.org' },
      subject: 's',
      text: 't',
      html: 'h',
    }),
  };
  return { deps, reported, repairs: () => repairs };
}

describe('an update', () => {
  test('is notified once it is committed', async () => {
    const { deps, reported } = await stage(aliceWith(), NOVEMBER);
    await update(deps, 'alice', { id: 'u1', by: 'applicant', event: APPLIED });
    expect(reported).toEqual([{ stage: 'apply', written: 2 }]);
  });

  test('that is refused, or replayed, notifies nobody', async () => {
    const { deps, reported } = await stage(aliceWith(), NOVEMBER);
    await update(deps, 'alice', { id: 'u1', by: 'applicant', event: APPLIED });
    await update(deps, 'alice', { id: 'u1', by: 'applicant', event: APPLIED });
    await update(deps, 'alice', { id: 'u2', by: 'applicant', event: APPLIED });
    expect(reported).toHaveLength(1);
  });
});

describe('a visit to a person who is due', () => {
  test('fixes once, and leaves a time move to its execution for an hour', async () => {
    const { deps, reported, repairs } = await stage(aliceAccepted(), plusMs(START, HOUR_MS - 1));
    await nudge(deps, { kind: 'applicant', id: 'alice' });
    expect([reported, repairs()]).toEqual([[], 1]);
  });

  test('makes a time move that is an hour overdue, and tells of it', async () => {
    const { deps, reported, repairs } = await stage(aliceAccepted(), plusMs(START, HOUR_MS));
    expect((await nudge(deps, { kind: 'applicant', id: 'alice' })).moved).toBe(1);
    expect([reported, repairs()]).toEqual([[{ stage: 'rotate', written: 2 }], 1]);
  });

  test('repairs nobody who is not due', async () => {
    const { deps, repairs } = await stage({ ...aliceWith(), dueAt: START }, NOVEMBER);
    await nudge(deps, { kind: 'applicant', id: 'alice' });
    expect(repairs()).toBe(0);
  });
});
