/** Any sequence of updates by any number of people, with any time between them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import {
  DAY_MS,
  dayIn,
  EASTERN,
  HOUR_MS,
  type Instant,
  plusMs,
} from '#shared/base/time/instant.ts';
import { accept, withTimePassed } from '#shared/people/applicant/accept.ts';
import { type Actor, type Applicant, applicantSchema } from '#shared/people/person/applicant.ts';
import type { Event } from '#shared/people/person/event.ts';
import { STAGE_NAMES, type StageName } from '#shared/plan/facts/stage-names.ts';
import { acceptedEvents, STAGES } from '#shared/plan/facts/stages.ts';
import { ITEM_BYTES_MAX } from '#shared/store/spill.ts';
import { refusalWords } from '#shared/words/refusals.ts';
import { DEFAULT_CHECKLIST } from '#shared/world/hosts/document-kinds.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice, MONDAY } from '../../../cast.ts';
import { midwayAtBrown } from '../../plan/moves/stories.ts';

interface Move {
  readonly by: Actor;
  readonly type: Event['type'];
  /** Which rotation, letter, document: taken modulo what there is. */
  readonly pick: number;
  readonly waitHours: number;
  /** Whether the page it was sent from was the current one. */
  readonly isStale: boolean;
  /** Something that the rotation can hear now, rather than anything at all. */
  readonly isLikely: boolean;
  readonly number: number;
}

const TYPES: readonly Event['type'][] = [
  'rotation-added',
  'chosen',
  'applied',
  'offered',
  'accepted',
  'document-updated',
  'document-updated',
  'feedback-given',
  'cases-counted',
  'mentor-named',
  'talk-held',
  'task-given',
  'task-done',
  'own-task-set',
  'own-task-done',
  'note-kept',
  'tier-set',
  'host-described',
  'letter-asked',
  'letter-agreed',
  'letter-requested',
  'letter-uploaded',
  'letter-assigned',
  'letter-declined',
  'dates-changed',
  'finished-without-letter',
  'rejected',
  'withdrawn',
  'canceled-by-host',
  'reopened',
  'rotation-corrected',
  'profile-changed',
  'cost-entered',
  'cost-removed',
  'experience-added',
  'experience-removed',
  'story-noted',
  'packet-entered',
  'zone-changed',
  'eras-submitted',
  'eras-corrected',
  'undone',
];

const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.record({
    by: fc.constantFrom<Actor>('applicant', 'advisor', 'writer', 'sender'),
    type: fc.constantFrom(...TYPES),
    pick: fc.nat(30),
    waitHours: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(0, 1) },
      { weight: 2, arbitrary: fc.nat(24 * 12) },
    ),
    isStale: fc.nat(5).map((n) => n === 0),
    isLikely: fc.nat(3).map((n) => n > 0),
    number: fc.nat(60),
  }),
  { minLength: 1, maxLength: 60, size: 'max' },
);

function eventOf(move: Move, { facts }: Applicant, today: Day): Event {
  const { pick, number } = move;
  const at = <Item>(items: readonly Item[]) => items[pick % Math.max(1, items.length)];
  const rotation = at(facts.rotations);
  const heard = rotation ? acceptedEvents(rotation) : [];
  const likely = heard.filter((each) => TYPES.includes(each));
  const type = (move.isLikely && likely[number % Math.max(1, likely.length)]) || move.type;
  const rotationId = rotation?.id ?? 'nowhere';
  const start = plusDays(today, number - 20);
  const dates = { start, end: plusDays(start, 27) };
  const fields: Partial<Record<Event['type'], object>> = {
    'rotation-added': {
      rotation: {
        host: { name: 'Brown' },
        specialty: 'ir',
        mode: number % 2 ? 'observer' : 'hands-on',
        route: 'institution',
        country: 'US',
        ...(number % 3 && { dates }),
      },
    },
    chosen: { rotationId, dates },
    accepted: { rotationId, ...(number % 2 && { dates }) },
    'dates-changed': { rotationId, dates },
    reopened: {
      rotationId,
      as: (['listed', 'applied', 'accepted', 'finished'] as const)[number % 4],
    },
    offered: { rotationId, expiresOn: plusDays(today, number - 10) },
    'document-updated': {
      rotationId,
      kind: rotation?.checklist[pick % 9]?.kind ?? DEFAULT_CHECKLIST[pick % 9],
      status: number % 4 ? 'cleared' : 'submitted',
      ...(number % 3 === 0 && { issuedOn: plusDays(today, -number) }),
    },
    'feedback-given': { rotationId, mood: 'positive' },
    'cases-counted': {
      rotationId,
      on: today,
      procedure: `kind ${pick}`,
      role: 'observed',
      count: number,
    },
    'mentor-named': { rotationId, mentor: 'Dr. Amsel' },
    'talk-held': { rotationId, on: today },
    'task-given': { rotationId, title: 'look a paper up', on: today },
    'task-done': { rotationId, task: 1 + (number % 3) },
    'own-task-set': { rotationId, title: 'buy shoes', dueOn: plusDays(today, number) },
    'own-task-done': { rotationId, task: 1 + (number % 3) },
    'note-kept': { rotationId, ...(number % 2 && { ownNote: `note ${number}` }) },
    'tier-set': { rotationId, tier: number % 2 ? '1' : 'unknown' },
    'host-described': { rotationId, did: 'observer', gaveLetters: true, wouldReturn: true },
    'letter-asked': { rotationId, writer: { name: 'Dr. Amsel', specialty: 'ir' } },
    'rotation-corrected': {
      rotationId,
      rotation: {
        host: { name: 'Right' },
        specialty: 'dr',
        mode: 'observer',
        route: 'paid',
        country: 'IN',
      },
    },
    'profile-changed': {
      profile: { entry: number % 2 === 0 ? 'visa' : 'citizen', visaWaitDays: number },
    },
    'cost-entered': { cost: { kind: 'visa', amountUsd: number, state: 'paid' } },
    'cost-removed': { costId: at(facts.costs ?? [])?.id ?? 'none' },
    'experience-added': {
      experience: { title: 'A', place: 'B', country: 'IN', specialty: 'ir', dates },
    },
    'experience-removed': { experienceId: at(facts.experiences ?? [])?.id ?? 'none' },
    'story-noted': { story: { kind: 'teamwork', note: `note ${number}` } },
    'packet-entered': { item: 'personal-statement', text: `text ${number}` },
    'zone-changed': { zone: number % 2 ? 'Asia/Tokyo' : 'Europe/London' },
    'eras-submitted': {},
    'eras-corrected': {},
    undone: {},
  };
  const letterId = rotation?.letters[pick % 4]?.id ?? 'no-letter';
  const others = type.startsWith('letter-') ? { rotationId, letterId } : { rotationId };
  return { type, ...(fields[type] ?? others) } as Event;
}

interface Played {
  readonly applicant: Applicant;
  readonly now: Instant;
  readonly accepted: number;
}

/** Every story begins with a place to go to. */
const FIRST: Move = {
  by: 'applicant',
  type: 'rotation-added',
  pick: 0,
  waitHours: 0,
  isStale: false,
  isLikely: false,
  number: 40,
};

/** Nothing on the list yet; or in the middle of a rotation. */
const BEGINNINGS = {
  fresh: { facts: alice().facts, at: MONDAY },
  midway: { facts: midwayAtBrown().facts, at: '2027-07-19T16:00:00.000Z' },
} as const;
type Beginning = keyof typeof BEGINNINGS;
const beginnings = fc.constantFrom<Beginning>('fresh', 'midway');

function play(
  beginning: Beginning,
  all: readonly Move[],
  look: (before: Applicant, after: Applicant) => void,
): Played {
  let applicant = alice({ facts: BEGINNINGS[beginning].facts });
  let now: Instant = BEGINNINGS[beginning].at;
  let accepted = 0;
  [FIRST, ...all].forEach((move, index) => {
    now = plusMs(now, move.waitHours * HOUR_MS);
    const present = withTimePassed(applicant, now, PUBLISHED_WORLD);
    look(applicant, present);
    const event = eventOf(move, present, dayIn(EASTERN, now));
    const revision = move.isStale ? present.revision - 1 : present.revision;
    const update = { id: `u${index}`, by: move.by, event, revision };
    const verdict = accept(applicant, update, now, PUBLISHED_WORLD);
    if (verdict.verdict !== 'accepted') {
      // An update that comes late or is wrong changes nothing and gets a sentence.
      if (move.isStale) expect(verdict).toMatchObject({ refusal: { reason: 'stale' } });
      if (verdict.verdict === 'refused')
        expect(refusalWords(verdict.refusal)).toMatch(/^[A-Z].*[.]$/s);
      return;
    }
    expect(move.isStale).toBe(false);
    accepted += 1;
    if (event.type !== 'undone') look(present, verdict.applicant);
    applicant = verdict.applicant;
  });
  return { applicant, now, accepted };
}

/** Where the table leads to from a stage, in any number of steps, and the stage itself. */
function reachable(from: StageName): Set<StageName> {
  const seen = new Set<StageName>([from]);
  for (const stage of seen) for (const next of STAGES[stage].leadsTo) seen.add(next);
  return seen;
}
const REACHABLE = Object.fromEntries(STAGE_NAMES.map((stage) => [stage, reachable(stage)]));

describe('any updates by anybody', () => {
  test('leave every rotation where the stage table can lead it, and a whole item', () => {
    let accepted = 0;
    const visited = new Set<StageName>();
    fc.assert(
      fc.property(beginnings, moves, (beginning, all) => {
        const played = play(beginning, all, (before, after) => {
          for (const rotation of after.facts.rotations) {
            visited.add(rotation.stage);
            expect(STAGES[rotation.stage].statuses[rotation.status]).toBeDefined();
            const was = before.facts.rotations.find(({ id }) => id === rotation.id);
            expect(REACHABLE[was?.stage ?? 'identify']?.has(rotation.stage)).toBe(true);
          }
        });
        expect(applicantSchema.safeParse(played.applicant).error).toBeUndefined();
        expect(JSON.stringify(played.applicant).length).toBeLessThan(ITEM_BYTES_MAX);
        accepted += played.accepted;
      }),
      { numRuns: 300, seed: 7 },
    );
    // A quiet or narrow run would prove little.
    expect(accepted).toBeGreaterThan(2000);
    expect([...visited].toSorted()).toEqual([...STAGE_NAMES].toSorted());
  });

  test('have a history that replays to the same state', () => {
    fc.assert(
      fc.property(beginnings, moves, fc.nat(200), (beginning, all, waitDays) => {
        const { applicant, now } = play(beginning, all, () => undefined);
        const later = plusMs(now, waitDays * DAY_MS);
        const first = withTimePassed(applicant, later, PUBLISHED_WORLD);
        const replayed = first.history
          .filter(({ by }) => by !== 'time')
          .reduce(
            (so, { id, at, by, event }) => {
              if (event.type === 'time-passed') return so;
              const verdict = accept(so, { id, by, event }, at, PUBLISHED_WORLD);
              return verdict.verdict === 'accepted' ? verdict.applicant : so;
            },
            alice({ facts: BEGINNINGS[beginning].facts }),
          );
        const second = withTimePassed(replayed, later, PUBLISHED_WORLD);
        expect(second.facts).toEqual(first.facts);
        expect(second.history).toEqual(first.history);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
