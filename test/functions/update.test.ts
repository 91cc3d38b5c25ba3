import { describe, expect, test } from 'vitest';
import { type UpdateDeps, update } from '#functions/update.ts';
import { HOUR_MS, plusMs } from '#shared/base/time/instant.ts';
import type { Update } from '#shared/people/applicant/accept.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import type { Store } from '#shared/store/store.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { bob, MONDAY } from '../cast.ts';
import { memoryStore } from '../season/memory-store.ts';

const APPLIED: Update = {
  id: 'u1',
  by: 'applicant',
  revision: 0,
  event: {
    type: 'applied',
    rotationId: 'bob-r1',
    dates: { start: '2027-07-05', end: '2027-07-30' },
  },
};
const ZONE: Update = {
  id: 'u2',
  by: 'applicant',
  event: { type: 'zone-changed', zone: 'Asia/Tokyo' },
};

describe('an update', () => {
  test('is in the store before it is answered, and makes the person due at once', async () => {
    const deps = await withBob();
    const later = plusMs(MONDAY, HOUR_MS);
    const answer = await update({ ...deps, clock: { now: () => later } }, 'bob', APPLIED);
    expect(answer).toMatchObject({ answer: 'accepted', update: { id: 'u1', at: later } });
    const kept = await deps.store.read('applicant', 'bob');
    expect(kept?.facts.rotations[0]?.status).toBe('submitted');
    expect(kept?.dueAt).toBe(later);
  });

  test('sent again changes nothing and gets the first answer', async () => {
    const deps = await withBob();
    const first = await update(deps, 'bob', APPLIED);
    const kept = await deps.store.read('applicant', 'bob');
    const later = { now: () => plusMs(MONDAY, HOUR_MS) };
    const again = await update({ ...deps, clock: later }, 'bob', APPLIED);
    expect(again.answer).toBe('replayed');
    expect('update' in again && 'update' in first && again.update).toEqual(
      'update' in first ? first.update : 'no first answer',
    );
    expect(await deps.store.read('applicant', 'bob')).toEqual(kept);
  });

  test('from an old page is refused beside the current state, and changes nothing', async () => {
    const deps = await withBob();
    await update(deps, 'bob', ZONE);
    const kept = await deps.store.read('applicant', 'bob');
    const answer = await update(deps, 'bob', APPLIED);
    expect(answer).toMatchObject({
      answer: 'refused',
      refusal: { reason: 'stale' },
      applicant: { facts: { profile: { zone: 'Asia/Tokyo' } } },
    });
    expect(await deps.store.read('applicant', 'bob')).toEqual(kept);
  });

  test('that cannot be is refused with a sentence and changes nothing', async () => {
    const deps = await withBob();
    const kept = await deps.store.read('applicant', 'bob');
    const event = { type: 'accepted', rotationId: 'bob-r1' } as const;
    const answer = await update(deps, 'bob', { id: 'u1', by: 'applicant', event });
    expect(answer).toMatchObject({ answer: 'refused', refusal: { reason: 'not-now' } });
    expect(await deps.store.read('applicant', 'bob')).toEqual(kept);
  });

  test('for nobody is answered so, and nobody is made', async () => {
    const deps = await withBob();
    expect(await update(deps, 'zoe', ZONE)).toEqual({ answer: 'unknown-person' });
    expect(await deps.store.read('applicant', 'zoe')).toBeUndefined();
  });
});

describe('updates at once', () => {
  test('lose none: each that lost the race reads again and writes on what the other wrote', async () => {
    const deps = await withBob();
    const zones = ['Asia/Tokyo', 'Asia/Dubai', 'Africa/Cairo', 'Europe/Paris', 'America/Lima'];
    const answers = await Promise.all(
      zones.map((zone, n) =>
        update(deps, 'bob', {
          id: `z${n}`,
          by: 'applicant',
          event: { type: 'zone-changed', zone },
        }),
      ),
    );
    expect(answers.map(({ answer }) => answer)).toEqual(zones.map(() => 'accepted'));
    const kept = await deps.store.read('applicant', 'bob');
    expect(kept?.history.map(({ id }) => id).toSorted()).toEqual(['z0', 'z1', 'z2', 'z3', 'z4']);
    expect([kept?.version, kept?.revision]).toEqual([6, 5]);
  });

  test('with the same id are one update', async () => {
    const deps = await withBob();
    const answers = await Promise.all([update(deps, 'bob', ZONE), update(deps, 'bob', ZONE)]);
    expect(answers.map(({ answer }) => answer).toSorted()).toEqual(['accepted', 'replayed']);
    expect((await deps.store.read('applicant', 'bob'))?.history).toHaveLength(1);
  });

  test('from two copies of one page: the second is refused as out of date', async () => {
    const deps = await withBob();
    const answers = await Promise.all([
      update(deps, 'bob', { ...ZONE, revision: 0 }),
      update(deps, 'bob', APPLIED),
    ]);
    expect(answers.map(({ answer }) => answer).toSorted()).toEqual(['accepted', 'refused']);
    expect((await deps.store.read('applicant', 'bob'))?.history).toHaveLength(1);
  });

  test('that never win the race are asked to try again, and nothing is half done', async () => {
    const deps = await withBob();
    let writes = 0;
    const crowded: Store = {
      ...deps.store,
      write: async () => {
        writes += 1;
        return { written: false };
      },
    };
    const answer = await update({ ...deps, store: crowded }, 'bob', ZONE);
    expect(answer).toMatchObject({ answer: 'refused', refusal: { reason: 'busy' } });
    expect(writes).toBeLessThan(20);
  });
});

async function withBob(): Promise<UpdateDeps> {
  const store = memoryStore();
  await store.write(bob());
  const clock = { now: () => MONDAY };
  return { store, clock, worldFor: () => PUBLISHED_WORLD, workflow: NO_WORKFLOW };
}
