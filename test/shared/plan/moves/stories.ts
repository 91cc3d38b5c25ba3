/** Builders for stories about one applicant and her rotations. Each step is a real transition. */
import { expect } from 'vitest';
import type { Refusal } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Event } from '#shared/people/person/event.ts';
import type { PlanEvent } from '#shared/plan/facts/events.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Rotation, RotationPlan } from '#shared/plan/facts/rotation.ts';
import { passTime } from '#shared/plan/moves/pass-time.ts';
import { transition } from '#shared/plan/moves/transition.ts';
import { explain } from '#shared/words/refusals.ts';
import { PUBLISHED_WORLD, type World } from '#shared/world/world.ts';
import { alice, MONDAY } from '../../../cast.ts';

/** The stories begin on the cast's Monday in November, before any deadline. */
export const NOVEMBER = MONDAY;

export const BROWN: RotationPlan = {
  host: { name: 'Brown' },
  specialty: 'ir',
  mode: 'hands-on',
  route: 'institution',
  country: 'US',
  dates: { start: '2027-07-05', end: '2027-07-30' },
};

/** The cast's Alice, aiming at the 2028 Match; nothing on her list yet. */
export function aliceFacts(overrides: Partial<Facts> = {}): Facts {
  return { ...alice().facts, ...overrides };
}

export interface Story {
  readonly facts: Facts;
  readonly refusal?: Refusal;
  readonly rotation: Rotation;
  /** Time passes to `at`, then the event is told. */
  report(at: Instant, event: PlanEvent): Story;
  /** Time passes to `at` and nobody acts. */
  wait(at: Instant): Story;
}

/** A story begun with one rotation, `r1`, on the list. Every new thing is named r1, r2, … in order. */
export function storyOf(
  plan: RotationPlan = BROWN,
  facts: Facts = aliceFacts(),
  world: World = PUBLISHED_WORLD,
): Story {
  return story(facts, 1, world).report(NOVEMBER, { type: 'rotation-added', rotation: plan });
}

function story(facts: Facts, next: number, world: World, refusal?: Refusal): Story {
  return {
    facts,
    ...(refusal && { refusal }),
    get rotation() {
      const [first] = facts.rotations;
      if (!first) throw new Error('The story has no rotation.');
      return first;
    },
    report(at, event) {
      const present = passTime(facts, at, world).facts;
      const reported = transition(present, event, `r${next}`, at, world);
      return reported.ok
        ? story(reported.value, next + 1, world)
        : story(present, next, world, explain(reported.failure));
    },
    wait: (at) => story(passTime(facts, at, world).facts, next, world),
  };
}

/** The event was accepted and the rotation stands there now. */
export function expectAt(
  reported: Story,
  stage: Rotation['stage'],
  status: Rotation['status'],
): void {
  expect(reported.refusal).toBeUndefined();
  expect([reported.rotation.stage, reported.rotation.status]).toEqual([stage, status]);
}

/** The event was refused for this reason and changed nothing. */
export function expectRefused(before: Story, after: Story, reason: string): void {
  expect(after.refusal?.reason).toBe(reason);
  expect(after.refusal?.message).toMatch(/^[A-Z].*\.$/s);
  expect(after.facts).toEqual(before.facts);
}

/** The rotation at Brown accepted, its checklist waiting. */
export function acceptedAtBrown(plan: RotationPlan = BROWN, facts?: Facts, world?: World): Story {
  return storyOf(plan, facts, world)
    .report('2027-02-10T15:00:00.000Z', { type: 'applied', rotationId: 'r1' })
    .report('2027-03-10T15:00:00.000Z', {
      type: 'offered',
      rotationId: 'r1',
      expiresOn: '2027-03-20',
    })
    .report('2027-03-12T15:00:00.000Z', { type: 'accepted', rotationId: 'r1' });
}

/** Every document on the checklist cleared, none with a date. */
export function cleared(reported: Story, at: Instant): Story {
  return reported.rotation.checklist.reduce(
    (so, { kind }) =>
      so.report(at, { type: 'document-updated', rotationId: 'r1', kind, status: 'cleared' }),
    reported,
  );
}

/** In the middle of the rotation at Brown, spoken well of. */
export function midwayAtBrown(): Story {
  return cleared(acceptedAtBrown(), '2027-05-01T15:00:00.000Z').report('2027-07-19T15:00:00.000Z', {
    type: 'feedback-given',
    rotationId: 'r1',
    mood: 'positive',
  });
}

export function letter(
  type: Extract<Event, { letterId: string }>['type'],
  letterId: string,
): PlanEvent {
  return { type, rotationId: 'r1', letterId } as PlanEvent;
}
