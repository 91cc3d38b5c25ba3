/**
 * One update to one applicant: replayed, stale, refused, or accepted. Pure: the caller reads the item, calls this,
 * and writes the answer under the version it read; after a lost race it reads and calls again.
 */
import { createHash } from 'node:crypto';
import { setWish } from '#shared/agenda/occasions/wishes.ts';
import { CAUSES_MAX } from '#shared/base/limits.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { type PlanEvent, type WishEvent, wishEventSchema } from '#shared/plan/facts/events.ts';
import { OWN_LETTERS } from '#shared/plan/facts/letter.ts';
import { type PlanRefusal, refusals } from '#shared/plan/facts/refusals.ts';
import { nextTimeMove, passTime, type TimeMoved } from '#shared/plan/moves/pass-time.ts';
import { transition } from '#shared/plan/moves/transition.ts';
import type { World } from '#shared/world/world.ts';
import { moveCase } from '../casework/case-moves.ts';
import type { CaseEvent } from '../casework/casework.ts';
import { withOutlook } from '../outlook/look-ahead.ts';
import {
  ACCEPTED_UPDATES_MAX,
  type AcceptedUpdate,
  type Actor,
  type Applicant,
  type HistoryEntry,
  type Through,
} from '../person/applicant.ts';
import type { Event } from '../person/event.ts';
import type { Cause } from '../person/person.ts';
import { isFresh, takenBack, type Undo, undoOf } from '../person/undo.ts';

/** Times that a plan names whom to email about a letter: two for each rotation. A name is anybody's, so a plan emails no crowd. */
export const WRITERS_NAMED_MAX = 24;

export interface Update {
  /** Made by the form or the sender; the same id again is the same update again. */
  readonly id: string;
  readonly by: Actor;
  /** Where `by` is a sender: which one. */
  readonly through?: Through;
  readonly event: Event;
  /** The revision the person saw; absent for machines, which saw none. */
  readonly revision?: number;
}

export type Verdict =
  | { readonly verdict: 'accepted'; readonly applicant: Applicant; readonly answer: AcceptedUpdate }
  | { readonly verdict: 'replayed'; readonly answer: AcceptedUpdate }
  | { readonly verdict: 'refused'; readonly refusal: PlanRefusal };

/**
 * Judges an update on the whole person. The same one sent again gets its first answer; a stale revision, an illegal move or an id
 * taken by something else is refused; neither changes anything. An accepted one leaves the applicant due at once.
 */
export function accept(applicant: Applicant, update: Update, now: Instant, world: World): Verdict {
  // Whatever door an update comes through, also an import that still knows the name: a deleted plan stays deleted.
  if (applicant.erased) return { verdict: 'refused', refusal: refusals.erased() };
  const before = applicant.accepted.find(({ id }) => id === update.id);
  if (before?.digest === digestOf(update.event)) return { verdict: 'replayed', answer: before };
  if (before) return { verdict: 'refused', refusal: refusals.idTaken() };

  const present = withTimePassed(applicant, now, world);
  if (update.revision !== undefined && update.revision !== present.revision) {
    return { verdict: 'refused', refusal: refusals.stale() };
  }
  const answer = answerTo(update, now);
  const after = outcomeOf(present, update, now, world);
  if (!after.ok) return { verdict: 'refused', refusal: after.failure };
  const told: Applicant = {
    ...after.value,
    revision: present.revision + 1,
    history: [...present.history, entryOf(update, now)],
    accepted: [...after.value.accepted, answer].slice(-ACCEPTED_UPDATES_MAX),
    dueAt: now,
  };
  // Facts given back, or dates entered late, may be facts that time has already moved on.
  return {
    verdict: 'accepted',
    answer,
    applicant: withOutlook(withTimePassed(told, now, world), world, now),
  };
}

/**
 * The applicant as the calendar left them: every time move due by `now` made and written in the history.
 * The same object when nothing was due. `dueAt` is left to the caller.
 */
export function withTimePassed(applicant: Applicant, now: Instant, world: World): Applicant {
  const { facts, moved } = passTime(applicant.facts, now, world);
  if (moved.length === 0) return applicant;
  return {
    ...applicant,
    facts,
    revision: applicant.revision + moved.length,
    history: [...applicant.history, ...newEntries(applicant.history, moved)],
  };
}

/** True while the latest update can be taken back. */
export function canUndo(applicant: Applicant, now: Instant): boolean {
  return applicant.undo !== undefined && isFresh(applicant.undo, now);
}

/** When time next moves a rotation of this person, or undefined. */
export function nextTimeMoveAt(applicant: Applicant, world: World): Instant | undefined {
  return nextTimeMove(applicant.facts, world)?.at;
}

function outcomeOf(
  present: Applicant,
  update: Update,
  now: Instant,
  world: World,
): Result<Applicant, PlanRefusal> {
  const { id, by, event } = update;
  if (event.type === 'undone') return undone(present, id, now);
  if (!isCaseEvent(event)) return changed(present, update, event, now, world);
  if (by !== 'advisor') return failure(refusals.onlyForAdvisors());
  const casework = moveCase(present.casework, event, 'advisor', id, now);
  return casework.ok ? success({ ...present, casework: casework.value }) : casework;
}

function isCaseEvent(event: Event): event is CaseEvent {
  return event.type.startsWith('case-');
}

function isWish(event: PlanEvent | WishEvent): event is WishEvent {
  return wishEventSchema.options.some(({ shape }) => shape.type.value === event.type);
}

function changed(
  present: Applicant,
  { id: updateId, by }: Update,
  event: PlanEvent | WishEvent,
  now: Instant,
  world: World,
): Result<Applicant, PlanRefusal> {
  const facts = isWish(event)
    ? setWish(present.facts, event, now, world)
    : transition(present.facts, event, updateId, now, world);
  if (!facts.ok) return facts;
  const named = withNamed(present, event);
  if (!named.ok) return named;
  // What a writer said is not the applicant's to take back; nor is what lies beneath it.
  if (by === 'writer') {
    const { undo: _, ...kept } = named.value;
    return success({ ...kept, facts: facts.value });
  }
  const undo = undoOf(updateId, now, present.facts, facts.value);
  return success({ ...named.value, facts: facts.value, undo });
}

/** Whoever is named is emailed, and stays emailed when it is taken back: so it is counted beside the facts. */
function withNamed(
  present: Applicant,
  { type }: PlanEvent | WishEvent,
): Result<Applicant, PlanRefusal> {
  if (type !== 'letter-contact' && type !== 'letter-handed-over') return success(present);
  const writersNamed = (present.writersNamed ?? 0) + 1;
  return writersNamed > WRITERS_NAMED_MAX
    ? failure(refusals.tooManyWritersNamed())
    : success({ ...present, writersNamed });
}

function undone(
  present: Applicant,
  updateId: string,
  now: Instant,
): Result<Applicant, PlanRefusal> {
  const { undo, ...kept } = present;
  if (!undo || !isFresh(undo, now)) return failure(refusals.nothingToUndo());
  return success({
    ...kept,
    facts: takenBack(present.facts, undo),
    accepted: present.accepted.map((each) =>
      each.id === undo.updateId ? { ...each, takenBack: true } : each,
    ),
    causes: [...present.causes, ...corrections(present, undo, updateId, now)].slice(-CAUSES_MAX),
  });
}

/** An email that left after the update may say what is no longer so; the person is told once. */
function corrections(present: Applicant, undo: Undo, updateId: string, now: Instant): Cause[] {
  const rotationId = present.accepted.find(({ id }) => id === undo.updateId)?.rotationId;
  const mailed = present.mails.some(
    (mail) =>
      mail.claimedAt >= undo.at &&
      mail.status !== 'failed' &&
      rotationId !== undefined &&
      mail.rotationIds.includes(rotationId),
  );
  if (!mailed || rotationId === undefined) return [];
  return [{ id: updateId, stream: 'correction', at: now, rotationId }];
}

function answerTo(update: Update, now: Instant): AcceptedUpdate {
  const { event } = update;
  return {
    id: update.id,
    at: now,
    type: event.type,
    digest: digestOf(event),
    ...('rotationId' in event &&
      event.rotationId !== OWN_LETTERS && { rotationId: event.rotationId }),
    ...('rotation' in event && { rotationId: update.id }),
  };
}

function entryOf({ id, by, through, event }: Update, now: Instant): HistoryEntry {
  return { id, at: now, by, ...(through && { through }), event };
}

function digestOf(event: Event): string {
  return createHash('sha256').update(JSON.stringify(event)).digest('base64url').slice(0, 16);
}

/** A move that an undo gave back and time makes again is written once: move and moment name the entry. */
function newEntries(history: readonly HistoryEntry[], moved: readonly TimeMoved[]): HistoryEntry[] {
  return moved
    .map(timeEntry)
    .filter((entry) => !history.some(({ id, at }) => id === entry.id && at === entry.at));
}

function timeEntry({ rotationId, move, at }: TimeMoved): HistoryEntry {
  return {
    id: `t-${rotationId.slice(0, 40)}-${move}`,
    at,
    by: 'time',
    event: { type: 'time-passed', rotationId, move },
  };
}
