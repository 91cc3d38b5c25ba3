/**
 * One update to one applicant: replayed, stale, refused, or accepted. Pure: the caller reads the item, calls this,
 * and writes the answer under the version it read; after a lost race it reads and calls again.
 */
import { ACCEPTED_UPDATES_MAX, CAUSES_MAX, UNDO_MS } from '../limits.ts';
import { failure, type Result, success } from '../result.ts';
import type { Event } from '../rotation/events.ts';
import { nextTimeMove, passTime, type TimeMoved } from '../rotation/pass-time.ts';
import { type Refusal, refusals } from '../rotation/refusals.ts';
import { transition } from '../rotation/transition.ts';
import { type Instant, msBetween } from '../time/instant.ts';
import type { World } from '../world.ts';
import type { AcceptedUpdate, Actor, Applicant, Cause, HistoryEntry } from './applicant.ts';
import type { Facts } from './facts.ts';

export interface Update {
  /** Made by the form or the sender; the same id again is the same update again. */
  readonly id: string;
  readonly by: Actor;
  readonly event: Event;
  /** The revision the person saw; absent for machines, which saw none. */
  readonly revision?: number;
}

export type Verdict =
  | { readonly verdict: 'accepted'; readonly applicant: Applicant; readonly answer: AcceptedUpdate }
  | { readonly verdict: 'replayed'; readonly answer: AcceptedUpdate }
  | { readonly verdict: 'refused'; readonly refusal: Refusal };

export function accept(applicant: Applicant, update: Update, now: Instant, world: World): Verdict {
  const before = applicant.accepted.find(({ id }) => id === update.id);
  if (before) return { verdict: 'replayed', answer: before };

  const present = withTimePassed(applicant, now, world);
  if (update.revision !== undefined && update.revision !== present.revision) {
    return { verdict: 'refused', refusal: refusals.stale() };
  }
  const facts = factsAfter(present, update, now, world);
  if (!facts.ok) return { verdict: 'refused', refusal: facts.failure };

  const answer = answerTo(update, now);
  const { undo, ...kept } = present;
  const undone = update.event.type === 'undone' ? undo : undefined;
  return {
    verdict: 'accepted',
    answer,
    applicant: {
      ...kept,
      revision: present.revision + 1,
      facts: facts.value,
      ...(!undone && { undo: { updateId: update.id, at: now, before: present.facts } }),
      history: [...present.history, { id: update.id, at: now, by: update.by, event: update.event }],
      accepted: [...present.accepted, answer].slice(-ACCEPTED_UPDATES_MAX),
      causes: undone
        ? [...present.causes, ...corrections(present, undone, update.id, now)].slice(-CAUSES_MAX)
        : present.causes,
      dueAt: now,
    },
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
    history: [...applicant.history, ...moved.map(timeEntry)],
  };
}

/** True while the latest update can be taken back. */
export function canUndo(applicant: Applicant, now: Instant): boolean {
  return applicant.undo !== undefined && msBetween(applicant.undo.at, now) < UNDO_MS;
}

/** When time next moves a rotation of this person, or undefined. */
export function nextTimeMoveAt(applicant: Applicant, world: World): Instant | undefined {
  return nextTimeMove(applicant.facts, world)?.at;
}

function factsAfter(
  present: Applicant,
  update: Update,
  now: Instant,
  world: World,
): Result<Facts, Refusal> {
  if (update.event.type !== 'undone') {
    return transition(present.facts, update.event, update.id, now, world);
  }
  if (!present.undo || !canUndo(present, now)) return failure(refusals.nothingToUndo());
  // What time has moved since stays moved: it follows from the dates, not from the update.
  return success(passTime(present.undo.before, now, world).facts);
}

/** A mail that left after the update may say what is no longer so; the person is told once. */
function corrections(
  present: Applicant,
  undone: NonNullable<Applicant['undo']>,
  updateId: string,
  now: Instant,
): Cause[] {
  const rotationId = present.accepted.find(({ id }) => id === undone.updateId)?.rotationId;
  const mailed = present.mails.some(
    (mail) =>
      mail.claimedAt >= undone.at &&
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
    ...('rotationId' in event && { rotationId: event.rotationId }),
    ...(event.type === 'rotation-added' && { rotationId: update.id }),
  };
}

function timeEntry({ rotationId, move, at }: TimeMoved): HistoryEntry {
  // Move and moment name the entry, so that two looks at the same moment write the same one.
  return {
    id: `t-${rotationId}-${move}`.slice(0, 64),
    at,
    by: 'time',
    event: { type: 'time-passed', rotationId, move },
  };
}
