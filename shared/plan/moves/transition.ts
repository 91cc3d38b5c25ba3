/** Applies an event to a plan's facts. The stage table defines which events a stage accepts; this file, what each does. */
import { failure, type Result, success } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant, instantAt } from '#shared/base/time/instant.ts';
import { zoneOfState } from '#shared/world/programs/regions.ts';
import type { World } from '#shared/world/world.ts';
import { checklistFor } from '../documents/checklist.ts';
import { onOneVisa } from '../documents/entry-paper.ts';
import { withNewDates } from '../documents/new-dates.ts';
import type { PlanEvent, RotationEvent } from '../facts/events.ts';
import type { Facts } from '../facts/facts.ts';
import { OWN_LETTERS } from '../facts/letter.ts';
import { type PlanRefusal, refusals } from '../facts/refusals.ts';
import type { Rotation, RotationDates } from '../facts/rotation.ts';
import { acceptedEvents } from '../facts/stages.ts';
import { daysNotMeant } from '../rotation/days-meant.ts';
import { wasDone } from '../rotation/kind.ts';
import { endOf, startOf } from '../rotation/moments.ts';
import { addRotation, correctRotation, isTaken, overlapOf } from './add-rotation.ts';
import { writeDiary } from './diary.ts';
import { isVisaInHand, updateDocument, withVisaInHand } from './documents.ts';
import { changeLetters, type LetterEvent } from './letters.ts';
import { changeOwnFacts } from './own-facts.ts';
import { reportOnPath } from './path.ts';
import { correctStep, reopen, withoutEnd } from './reopen.ts';
import { at, close, settle } from './settle.ts';
import { takeOverRotation } from './take-over.ts';

/** `facts` have the time passed up to `now` (`passTime`); `newId` is for a rotation or letter that the event creates. */
export function transition(
  facts: Facts,
  event: PlanEvent,
  newId: string,
  now: Instant,
  world: World,
): Result<Facts, PlanRefusal> {
  switch (event.type) {
    case 'rotation-added':
      return addRotation(facts, event, newId, now, world);
    case 'rotation-corrected':
      return correctRotation(facts, event, now, world);
    case 'rotation-taken-over':
      return takeOverRotation(facts, event, newId, now, world);
    case 'zone-changed':
      return success({ ...facts, profile: { ...facts.profile, zone: event.zone } });
    case 'eras-submitted':
      return success({ ...facts, erasSubmittedOn: dayIn(EASTERN, now) });
    case 'eras-corrected':
    case 'profile-changed':
    case 'cost-entered':
    case 'cost-removed':
    case 'experience-added':
    case 'experience-removed':
    case 'story-noted':
    case 'packet-entered':
      return changeOwnFacts(facts, event, newId, now, world);
    default:
      return moveRotation(facts, event, newId, now, world);
  }
}

function moveRotation(
  facts: Facts,
  event: RotationEvent,
  newId: string,
  now: Instant,
  world: World,
): Result<Facts, PlanRefusal> {
  if (isOwnLetter(event)) return moveOwnLetter(facts, event, newId, now, world);
  const rotation = facts.rotations.find(({ id }) => id === event.rotationId);
  if (!rotation) return failure(refusals.unknownRotation());
  if (!acceptedEvents(rotation).includes(event.type)) {
    const isClosed = rotation.stage === 'closed';
    return failure(isClosed ? refusals.closed(rotation) : refusals.notNow(rotation, event.type));
  }

  const after = apply(facts, rotation, event, newId, now, world);
  if (!after.ok) return after;
  const settled = settle(after.value.rotation, after.value.documents, now, world);
  const unmeant = 'dates' in event && event.dates && daysNotMeant(settled, event.dates, now);
  if (unmeant) return failure(unmeant);
  // An overlap that was imported is a conflict on the plan, and no reason to refuse anything else.
  const overlapped = overlapOf(settled, facts.rotations);
  if (overlapped && !overlapOf(rotation, facts.rotations))
    return failure(refusals.datesOverlap(overlapped));

  const { documents } = after.value;
  // One ESTA serves every rotation, and one visa those that it was asked for, so the others may now have all they need.
  const withVisa = isVisaInHand(event) ? onOneVisa(rotation, facts, world) : [];
  const rotations = facts.rotations.map((other) => {
    if (other === rotation) return settled;
    if (withVisa.includes(other)) {
      return settle(withVisaInHand(other, documents), documents, now, world);
    }
    const isCollecting = other.status === 'collecting' || other.status === 'upcoming';
    return isCollecting && documents !== facts.documents
      ? settle(other, documents, now, world)
      : other;
  });
  return success({ ...facts, rotations, documents });
}

function isOwnLetter(event: RotationEvent): event is LetterEvent {
  return event.rotationId === OWN_LETTERS;
}

/** Nothing else on the plan depends on a letter from outside the rotations. */
function moveOwnLetter(
  facts: Facts,
  event: LetterEvent,
  newId: string,
  now: Instant,
  world: World,
): Result<Facts, PlanRefusal> {
  if (event.type === 'letter-asked' && isTaken(newId, facts)) return failure(refusals.idTaken());
  const letters = changeLetters(facts.letters ?? [], undefined, facts, event, newId, now, world);
  return letters.ok ? success({ ...facts, letters: letters.value }) : letters;
}

interface Applied {
  readonly rotation: Rotation;
  readonly documents: Facts['documents'];
}

function apply(
  facts: Facts,
  rotation: Rotation,
  event: RotationEvent,
  newId: string,
  now: Instant,
  world: World,
): Result<Applied, PlanRefusal> {
  const only = (moved: Rotation): Result<Applied, PlanRefusal> =>
    success({ rotation: moved, documents: facts.documents });
  const letters = (event: LetterEvent): Result<Applied, PlanRefusal> => {
    const moved = changeLetters(rotation.letters, rotation, facts, event, newId, now, world);
    return moved.ok ? only({ ...rotation, letters: moved.value }) : moved;
  };
  const diary = (written: Result<Rotation, PlanRefusal>): Result<Applied, PlanRefusal> =>
    written.ok ? only(written.value) : written;

  switch (event.type) {
    case 'chosen': {
      const dates = event.dates ?? rotation.dates;
      if (!dates) return failure(refusals.datesNeeded());
      const { windowClosesOn = rotation.windowClosesOn, route = rotation.route } = event;
      if (windowClosesOn && endOf(windowClosesOn) <= now) {
        return failure(refusals.windowAlreadyClosed(windowClosesOn));
      }
      return only({
        ...at(rotation, 'apply', 'preparing', now),
        dates,
        route,
        ...(windowClosesOn && { windowClosesOn }),
      });
    }
    case 'applied': {
      const dates = event.dates ?? rotation.dates;
      if (!dates) return failure(refusals.datesNeeded());
      return only({
        ...at(rotation, 'apply', 'submitted', now),
        dates,
        appliedOn: dayIn(EASTERN, now),
      });
    }
    case 'waitlisted':
      // The host has answered for now: it is asked again in some weeks.
      return only({
        ...at(rotation, 'apply', 'waitlisted', now),
        followedUpOn: dayIn(EASTERN, now),
      });
    case 'offered':
      // What took place needs no offer any longer.
      if (wasDone(rotation)) return failure(refusals.closed(rotation));
      return diary(offered(withoutEnd(rotation), event, now, world));
    case 'reopened':
      return diary(reopen(rotation, event, facts, now, world));
    case 'step-corrected':
      return diary(correctStep(rotation, event, facts, now, world));
    case 'note-kept': {
      const { ownNote: _, ...others } = rotation;
      return only({ ...others, ...(event.ownNote && { ownNote: event.ownNote }) });
    }
    case 'accepted': {
      const dates = event.dates ?? rotation.dates;
      if (!dates) return failure(refusals.datesNeeded());
      return only({
        ...at(rotation, 'documents', 'collecting', now),
        dates,
        acceptedOn: dayIn(EASTERN, now),
        checklist: checklistFor(
          { ...rotation, dates },
          world.host(rotation.host.institutionId, rotation.mode),
          facts.profile,
        ),
      });
    }
    case 'document-updated':
      return updateDocument(rotation, facts, event, now);
    case 'feedback-given':
      return only({ ...rotation, feedback: feedbackOf(event, dayIn(EASTERN, now)) });
    case 'step-reported':
    case 'host-day-entered':
    case 'followed-up':
    case 'host-confirmed':
    case 'took-place':
      return diary(reportOnPath(rotation, event, now));
    case 'tier-set':
      return only({ ...rotation, tier: event.tier });
    case 'host-described': {
      const { did, gaveLetters, wouldReturn } = event;
      return only({ ...rotation, described: { did, gaveLetters, wouldReturn } });
    }
    case 'dates-changed':
      return changeDates(facts, rotation, event.dates, now, world);
    case 'letter-asked':
      if (isTaken(newId, facts)) return failure(refusals.idTaken());
      return letters(event);
    case 'rejected':
      return only(close(rotation, 'rejected', now));
    case 'withdrawn':
      return only(close(rotation, 'withdrawn', now, event.why));
    case 'canceled-by-host':
      return only(close(rotation, 'canceled-by-host', now));
    case 'finished-without-letter':
      return only(close(rotation, 'finished-without-letter', now));
    default:
      return 'letterId' in event ? letters(event) : diary(writeDiary(rotation, facts, event, now));
  }
}

/** A second offer updates the last day to answer; the first is the one that was made. */
function offered(
  rotation: Rotation,
  { expiresOn, expiresTime }: Extract<RotationEvent, { type: 'offered' }>,
  now: Instant,
  world: World,
): Result<Rotation, PlanRefusal> {
  const { offeredOn = dayIn(EASTERN, now) } = rotation;
  const open = { ...at(rotation, 'apply', 'offered', now), offeredOn };
  if (!expiresOn) return expiresTime ? failure(refusals.offerDayNeeded()) : success(open);
  const host = world.host(rotation.host.institutionId, rotation.mode);
  const ends = expiresTime && instantAt(expiresOn, expiresTime, zoneOfState(host?.offering.state));
  if ((ends ?? endOf(expiresOn)) <= now) return failure(refusals.offerAlreadyExpired(expiresOn));
  return success({ ...open, offer: { expiresOn, ...(ends && { at: ends }) } });
}

function feedbackOf(
  { mood, change, focus }: Extract<RotationEvent, { type: 'feedback-given' }>,
  on: Day,
): NonNullable<Rotation['feedback']> {
  return { mood, on, ...(change && { change }), ...(focus && { focus }) };
}

function changeDates(
  { documents, profile }: Facts,
  rotation: Rotation,
  dates: RotationDates,
  now: Instant,
  world: World,
): Result<Applied, PlanRefusal> {
  // A rotation that has started keeps its first day. A start entered by mistake can be moved into the future, which takes
  // the rotation back to documents.
  const begun = rotation.status === 'underway' || rotation.stage === 'request-letter';
  const startMoved = dates.start !== rotation.dates?.start;
  if (begun && startMoved && startOf(dates.start) <= now) {
    return failure(refusals.startBehindUs(rotation));
  }
  const host = world.host(rotation.host.institutionId, rotation.mode);
  return success({ rotation: withNewDates(rotation, dates, documents, host, profile), documents });
}
