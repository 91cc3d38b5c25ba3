import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import {
  ROTATION_EVENT_TYPES,
  type RotationEvent,
  type RotationEventType,
  rotationEventSchema,
} from '#shared/plan/facts/events.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { factsSchema } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import {
  STAGE_NAMES,
  STATUS_NAMES,
  type StageName,
  type StatusName,
} from '#shared/plan/facts/stage-names.ts';
import { acceptedEvents, STAGES } from '#shared/plan/facts/stages.ts';
import { passTime } from '#shared/plan/moves/pass-time.ts';
import { transition } from '#shared/plan/moves/transition.ts';
import { nextMoment } from '#shared/plan/rotation/moments.ts';
import { refusalWords } from '#shared/words/refusals.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { aliceFacts, BROWN, NOVEMBER } from './stories.ts';

const PLACES = STAGE_NAMES.flatMap((stage) =>
  STATUS_NAMES.filter((status) => STAGES[stage].statuses[status]).map((status) => ({
    stage,
    status,
  })),
);

/** One well-formed event of each type. Its words fit most places; where they do not, a sentence says why. */
const EVENTS: Record<RotationEventType, RotationEvent> = {
  chosen: { type: 'chosen', rotationId: 'r1' },
  applied: { type: 'applied', rotationId: 'r1' },
  waitlisted: { type: 'waitlisted', rotationId: 'r1' },
  offered: { type: 'offered', rotationId: 'r1' },
  accepted: { type: 'accepted', rotationId: 'r1' },
  rejected: { type: 'rejected', rotationId: 'r1' },
  'document-updated': {
    type: 'document-updated',
    rotationId: 'r1',
    kind: 'tb',
    status: 'submitted',
  },
  'feedback-given': { type: 'feedback-given', rotationId: 'r1', mood: 'mixed' },
  'cases-counted': {
    type: 'cases-counted',
    rotationId: 'r1',
    on: '2026-11-23',
    procedure: 'embolization',
    role: 'observed',
    count: 2,
  },
  'mentor-named': { type: 'mentor-named', rotationId: 'r1', mentor: 'Dr. Ortiz' },
  'talk-held': { type: 'talk-held', rotationId: 'r1', on: '2026-11-23' },
  'task-given': {
    type: 'task-given',
    rotationId: 'r1',
    title: 'look a paper up',
    on: '2026-11-23',
  },
  'own-task-set': {
    type: 'own-task-set',
    rotationId: 'r1',
    title: 'call the coordinator',
    dueOn: '2027-01-11',
  },
  'own-task-done': { type: 'own-task-done', rotationId: 'r1', task: 1 },
  'note-kept': { type: 'note-kept', rotationId: 'r1', ownNote: 'the office opens at nine' },
  'task-done': { type: 'task-done', rotationId: 'r1', task: 1 },
  'step-reported': { type: 'step-reported', rotationId: 'r1', step: 'flight', state: 'done' },
  'host-day-entered': {
    type: 'host-day-entered',
    rotationId: 'r1',
    hostDay: 'decision',
    day: '2027-03-01',
  },
  'followed-up': { type: 'followed-up', rotationId: 'r1' },
  'host-confirmed': { type: 'host-confirmed', rotationId: 'r1' },
  'tier-set': { type: 'tier-set', rotationId: 'r1', tier: '2' },
  'host-described': {
    type: 'host-described',
    rotationId: 'r1',
    did: 'observer',
    gaveLetters: true,
    wouldReturn: false,
  },
  'took-place': { type: 'took-place', rotationId: 'r1', happened: 'started' },
  'letter-asked': {
    type: 'letter-asked',
    rotationId: 'r1',
    writer: { name: 'Dr. Ortiz', specialty: 'ir' },
  },
  'letter-contact': {
    type: 'letter-contact',
    rotationId: 'r1',
    letterId: 'l1',
    agreedInPerson: 'yes',
    address: 'ortiz@example.org',
  },
  'letter-promised': {
    type: 'letter-promised',
    rotationId: 'r1',
    letterId: 'l1',
    by: '2027-09-01',
  },
  'letter-handed-over': {
    type: 'letter-handed-over',
    rotationId: 'r1',
    letterId: 'l1',
    coordinator: { name: 'Kim', address: 'kim@example.org' },
    emailsBefore: 1,
  },
  'letter-taken-over': { type: 'letter-taken-over', rotationId: 'r1', letterId: 'l1' },
  'letter-taken-back': { type: 'letter-taken-back', rotationId: 'r1', letterId: 'l1' },
  'letter-email-stopped': {
    type: 'letter-email-stopped',
    rotationId: 'r1',
    letterId: 'l1',
    why: 'asked',
  },
  'letter-agreed': { type: 'letter-agreed', rotationId: 'r1', letterId: 'l1' },
  'letter-requested': { type: 'letter-requested', rotationId: 'r1', letterId: 'l1' },
  'letter-uploaded': { type: 'letter-uploaded', rotationId: 'r1', letterId: 'l1' },
  'letter-assigned': { type: 'letter-assigned', rotationId: 'r1', letterId: 'l1' },
  'letter-declined': { type: 'letter-declined', rotationId: 'r1', letterId: 'l1' },
  'dates-changed': {
    type: 'dates-changed',
    rotationId: 'r1',
    dates: { start: '2027-07-12', end: '2027-08-06' },
  },
  'finished-without-letter': { type: 'finished-without-letter', rotationId: 'r1' },
  withdrawn: { type: 'withdrawn', rotationId: 'r1' },
  'canceled-by-host': { type: 'canceled-by-host', rotationId: 'r1' },
  'letter-corrected': {
    type: 'letter-corrected',
    rotationId: 'r1',
    letterId: 'l1',
    to: 'asked',
  },
  'step-corrected': { type: 'step-corrected', rotationId: 'r1', to: 'listed' },
  reopened: { type: 'reopened', rotationId: 'r1', as: 'listed' },
};

describe('transition', () => {
  for (const { stage, status } of PLACES) {
    for (const type of ROTATION_EVENT_TYPES) {
      const accepted = acceptedEvents(rotationAt(stage, status)).includes(type);
      test(`${stage}/${status}: ${type} is ${accepted ? 'heard' : 'refused by the table'}`, () => {
        const facts = factsAt(stage, status);
        const reported = transition(facts, EVENTS[type], 'new', NOVEMBER, PUBLISHED_WORLD);
        const refusedByTable =
          !reported.ok &&
          (reported.failure.reason === 'not-now' || reported.failure.reason === 'closed');
        expect(refusedByTable).toBe(!accepted);
        if (!reported.ok) expect(refusalWords(reported.failure)).toMatch(/^[A-Z].{20,}\.$/s);
      });
    }
  }

  test('leads only where the stage table says it may, whatever is reported and however time passes', () => {
    const anyEvent = fc.constantFrom(...Object.values(EVENTS));
    const anySteps = fc.array(fc.tuple(anyEvent, fc.integer({ min: 0, max: 60 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(anySteps, (steps) => {
        let facts = factsAt('identify', 'shortlisted');
        let now: Instant = NOVEMBER;
        for (const [event, days] of steps) {
          now = plusMs(now, days * DAY_MS);
          const passed = passTime(facts, now, PUBLISHED_WORLD).facts;
          expectReachable(facts, passed);
          const reported = transition(
            passed,
            event,
            `n${now}`.replace(/\W/g, ''),
            now,
            PUBLISHED_WORLD,
          );
          if (reported.ok) expectReachable(passed, reported.value);
          facts = reported.ok ? reported.value : passed;
          expect(factsSchema.safeParse(facts).success).toBe(true);
        }
      }),
    );
  });
});

describe('the stage table', () => {
  test('has a place for every status and a name for every event', () => {
    expect(new Set(PLACES.map(({ status }) => status))).toEqual(new Set(STATUS_NAMES));
    const heard = new Set(
      PLACES.flatMap(({ stage, status }) => acceptedEvents(rotationAt(stage, status))),
    );
    expect(heard).toEqual(new Set(ROTATION_EVENT_TYPES));
    const schemas = rotationEventSchema.options.map((option) => option.shape.type.value);
    expect(new Set(schemas)).toEqual(new Set(ROTATION_EVENT_TYPES));
  });

  test('names every move that time makes, and time makes no other', () => {
    const season = PUBLISHED_WORLD.season(2028);
    for (const { stage, status } of PLACES) {
      const rotation = rotationAt(stage, status);
      const { windowClosesOn: _, offer: __, ...unbounded } = rotation;
      const moves = [rotation, unbounded].flatMap((each) => nextMoment(each, season)?.move ?? []);
      expect(new Set(moves)).toEqual(new Set(STAGES[stage].statuses[status]?.timeMoves));
    }
  });

  test('refuses an event for a status that is not of that stage', () => {
    expect(acceptedEvents({ mode: 'hands-on', stage: 'identify', status: 'offered' })).toEqual([]);
  });
});

function factsAt(stage: StageName, status: StatusName): Facts {
  return aliceFacts({ rotations: [rotationAt(stage, status)] });
}

function rotationAt(stage: StageName, status: StatusName): Rotation {
  return {
    ...BROWN,
    id: 'r1',
    stage,
    status,
    since: NOVEMBER,
    windowClosesOn: '2027-02-01',
    offer: { expiresOn: '2027-03-20' },
    checklist: [{ kind: 'tb', status: 'to-do', heldBy: 'applicant', askedBy: 'default' }],
    letters: [],
    ...(stage === 'closed' && { closed: { reason: 'withdrawn', at: NOVEMBER } }),
  };
}

/** A rotation may pass through several stages at once; each step of the way must be in the table. */
function expectReachable(before: Facts, after: Facts): void {
  for (const rotation of after.rotations) {
    const from = before.rotations.find(({ id }) => id === rotation.id)?.stage ?? 'identify';
    expect(reachableFrom(from)).toContain(rotation.stage);
  }
}

function reachableFrom(stage: StageName, seen: readonly StageName[] = []): StageName[] {
  if (seen.includes(stage)) return [];
  return [stage, ...STAGES[stage].leadsTo.flatMap((next) => reachableFrom(next, [...seen, stage]))];
}
