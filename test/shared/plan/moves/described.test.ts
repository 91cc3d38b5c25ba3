/** What an applicant says about a place: its tier before the rotation, and three answers after it. */
import { expect, test } from 'vitest';
import type { PlanEvent } from '#shared/plan/facts/events.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { transition } from '#shared/plan/moves/transition.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { MONDAY } from '../../../cast.ts';
import { FINISHED, month, plan, rotation, WITHDRAWN } from '../../agenda/plans.ts';

const LAST_MONTH = month('2026-10-05', '2026-10-30');
const ANSWERS = { did: 'observer', gaveLetters: true, wouldReturn: false } as const;

function after(at: Rotation, event: object) {
  const of = { rotationId: at.id, ...event } as PlanEvent;
  return transition(plan([at]), of, 'new', MONDAY, PUBLISHED_WORLD);
}

test('a tier is set, and set again, while the place is ahead', () => {
  const once = after(rotation(), { type: 'tier-set', tier: '1' });
  expect(once.ok && once.value.rotations[0]?.tier).toBe('1');
  const again = after(rotation({ tier: '1' }), { type: 'tier-set', tier: 'unknown' });
  expect(again.ok && again.value.rotations[0]?.tier).toBe('unknown');
});

test('three answers are kept after the rotation, and change nothing else', () => {
  const done = rotation({ ...FINISHED, ...LAST_MONTH });
  const answered = after(done, { type: 'host-described', ...ANSWERS });
  expect(answered.ok && answered.value.rotations[0]).toEqual({ ...done, described: ANSWERS });
});

test.each([
  ['a tier of a rotation that is over', rotation({ ...FINISHED, ...LAST_MONTH }), 'tier-set'],
  ['a tier of one that was withdrawn', rotation(WITHDRAWN), 'tier-set'],
  ['answers about a place on the list', rotation(), 'host-described'],
  ['answers about one that was withdrawn', rotation(WITHDRAWN), 'host-described'],
])('%s is refused', (_, at, type) => {
  expect(after(at, { type, tier: '1', ...ANSWERS }).ok).toBe(false);
});
