/** Applies one update to one applicant. The caller writes the result on the version it read, and retries after a conflict. */
import { createHash } from 'node:crypto';
import { putOffBefore } from '#shared/agenda/ladder.ts';
import { CAUSES_MAX } from '#shared/base/limits.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { type PlanEvent, type WishEvent, wishEventSchema } from '#shared/plan/facts/events.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { OWN_LETTERS } from '#shared/plan/facts/letter.ts';
import { type PlanRefusal, refusals } from '#shared/plan/facts/refusals.ts';
import { nextTimeMove, passTime, type TimeMoved } from '#shared/plan/moves/pass-time.ts';
import { transition } from '#shared/plan/moves/transition.ts';
import { occasionsAt } from '#shared/words/occasions.ts';
import type { World } from '#shared/world/world.ts';
import { moveCase } from '../casework/case-moves.ts';
import type { CaseEvent } from '../casework/casework.ts';
import { withNotice } from '../mailing/requested.ts';
import { withOutlook } from '../outlook/look-ahead.ts';
import {
  ACCEPTED_UPDATES_MAX,
  type AcceptedUpdate,
  type Actor,
  type Applicant,
  type HistoryEntry,
  isDeleted,
  type OnWord,
  type Through,
} from '../person/applicant.ts';
import type { Event } from '../person/event.ts';
import type { Cause } from '../person/person.ts';
import { isFresh, takenBack, type Undo, undoOf } from '../person/undo.ts';
import { withNextRun } from '../workflow/runs.ts';
import { answerOfWriter } from './answer-of-writer.ts';
import { takenOut } from './sharing.ts';
import { setWish } from './wishes.ts';

/** Two for each rotation: anyone can be named, so a plan must not be able to email a crowd. */
export const WRITERS_NAMED_MAX = 24;

export interface Update {
  /** Made by the form or the sender; a repeated id is the same update again. */
  readonly id: string;
  readonly by: Actor;
  /** The sender, if `by` is one. */
  readonly through?: Through;
  /** Where an advisor reports what the applicant said. */
  readonly onWord?: OnWord;
  readonly event: Event;
  /** The revision that the person saw; absent for machines. */
  readonly revision?: number;
}

export type Verdict =
  | { readonly verdict: 'accepted'; readonly applicant: Applicant; readonly answer: AcceptedUpdate }
  | { readonly verdict: 'replayed'; readonly answer: AcceptedUpdate }
  | { readonly verdict: 'refused'; readonly refusal: PlanRefusal };

/** A repeated update gets its first answer. An accepted one leaves the applicant due at once. */
export function accept(applicant: Applicant, update: Update, now: Instant, world: World): Verdict {
  // A deleted plan stays deleted, even for an import that still has the name.
  if (isDeleted(applicant)) return { verdict: 'refused', refusal: refusals.erased() };
  const before = applicant.accepted.find(({ id }) => id === update.id);
  if (before?.digest === digestOf(update.event)) return { verdict: 'replayed', answer: before };
  if (before) return { verdict: 'refused', refusal: refusals.idTaken() };

  const present = withTimePassed(applicant, now, world);
  if (update.revision !== undefined && update.revision !== present.revision) {
    const isAdvisors = isCaseEvent(update.event) || update.onWord !== undefined;
    const refusal = isAdvisors ? refusals.staleCase() : refusals.stale();
    return { verdict: 'refused', refusal };
  }
  const answer = answerTo(update, now);
  const after = outcomeOf(present, update, now, world);
  if (!after.ok) return { verdict: 'refused', refusal: after.failure };
  const updated: Applicant = {
    ...after.value,
    revision: present.revision + 1,
    history: [...present.history, entryOf(update, now)],
    accepted: [...after.value.accepted, answer].slice(-ACCEPTED_UPDATES_MAX),
    dueAt: now,
  };
  // After an undo or a late entry, time moves may be due at once.
  return {
    verdict: 'accepted',
    answer,
    applicant: withOutlook(withTimePassed(updated, now, world), world, now),
  };
}

/** Makes every time move that is due and records it in the history; the same object when none is. `dueAt` is the caller's. */
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

export function canUndo(applicant: Applicant, now: Instant): boolean {
  return applicant.undo !== undefined && isFresh(applicant.undo, now);
}

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
    ? setWish(present.facts, event, now, world, dayOfNextReminder(present.facts, event, now, world))
    : transition(present.facts, event, updateId, now, world);
  if (!facts.ok) return facts;
  const named = withNamed(present, event, updateId, now);
  if (!named.ok) return named;
  // The applicant cannot undo a writer's update, nor their own updates before it.
  if (by === 'writer') {
    const { undo: _, ...kept } = named.value;
    const news = answerOfWriter(present, event, updateId, now, world);
    const causes = [...kept.causes, ...news].slice(-CAUSES_MAX);
    return success({ ...kept, facts: facts.value, causes });
  }
  const undo = undoOf(updateId, now, present.facts, facts.value);
  return success(withRunsOfReopened({ ...named.value, facts: facts.value, undo }, present, now));
}

function dayOfNextReminder(
  facts: Facts,
  event: WishEvent,
  now: Instant,
  world: World,
): Day | undefined {
  if (event.type !== 'snoozed') return undefined;
  const { rule, subject } = event;
  const occasion = occasionsAt(facts, world, now).find(
    (each) => each.rule === rule && each.subject === subject,
  );
  return occasion && putOffBefore(occasion, facts.profile.zone, now);
}

/** The execution of a rotation that was over for good has ended: a reopened one gets its next. */
function withRunsOfReopened(after: Applicant, before: Applicant, now: Instant): Applicant {
  return before.facts.rotations
    .filter(({ id, endedAt }) => {
      const kept = after.facts.rotations.find((each) => each.id === id);
      return endedAt !== undefined && kept !== undefined && kept.endedAt === undefined;
    })
    .reduce((applicant, { id }) => withNextRun(applicant, id, now), after);
}

/** A writer who was named may have been emailed even if that is undone, so the count is not part of the facts. */
function withNamed(
  present: Applicant,
  { type }: PlanEvent | WishEvent,
  updateId: string,
  now: Instant,
): Result<Applicant, PlanRefusal> {
  if (type === 'letter-taken-over') {
    return success(withNotice(present, 'taken-over', updateId, now));
  }
  if (type !== 'letter-contact' && type !== 'letter-handed-over') return success(present);
  const writersNamed = (present.writersNamed ?? 0) + 1;
  if (writersNamed > WRITERS_NAMED_MAX) return failure(refusals.tooManyWritersNamed());
  const counted = { ...present, writersNamed };
  return success(
    type === 'letter-contact' ? counted : withNotice(counted, 'handed-over', updateId, now),
  );
}

function undone(
  present: Applicant,
  updateId: string,
  now: Instant,
): Result<Applicant, PlanRefusal> {
  const { undo, ...kept } = present;
  if (!undo || !isFresh(undo, now)) return failure(refusals.nothingToUndo());
  // A joined plan leaves the school's cohort again; the school's own stays as it was.
  const alone = undo.updateId === present.joined?.updateId ? takenOut(kept, now) : kept;
  return success({
    ...alone,
    facts: takenBack(present.facts, undo),
    accepted: present.accepted.map((each) =>
      each.id === undo.updateId ? { ...each, takenBack: true } : each,
    ),
    causes: [...alone.causes, ...corrections(present, undo, updateId, now)].slice(-CAUSES_MAX),
  });
}

/** An email sent after the update may now be wrong: it is corrected once. */
function corrections(present: Applicant, undo: Undo, updateId: string, now: Instant): Cause[] {
  const rotationId = present.accepted.find(({ id }) => id === undo.updateId)?.rotationId;
  const emailed = present.emails.some(
    (email) =>
      email.claimedAt >= undo.at &&
      email.status !== 'failed' &&
      rotationId !== undefined &&
      email.rotationIds.includes(rotationId),
  );
  if (!emailed || rotationId === undefined) return [];
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

function entryOf({ id, by, through, onWord, event }: Update, now: Instant): HistoryEntry {
  return { id, at: now, by, ...(through && { through }), ...(onWord && { onWord }), event };
}

function digestOf(event: Event): string {
  return createHash('sha256').update(JSON.stringify(event)).digest('base64url').slice(0, 16);
}

/** A time move that was undone and is made again is recorded once: the entry's id and time identify it. */
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
