/** Applies an event to a plan's facts. The stage table defines which events a stage accepts; this file, what each does. */
import { failure, type Result, success } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant, instantAt } from '#shared/base/time/instant.ts';
import { zoneOfState } from '#shared/world/programs/regions.ts';
import type { World } from '#shared/world/world.ts';
import { checklistFor } from '../documents/checklist.ts';
import { hasVisaInHand, onOneVisa, takesVisitorVisa } from '../documents/entry-paper.ts';
import type { EventOf, PlanEvent, RotationEvent } from '../facts/events.ts';
import type { Facts } from '../facts/facts.ts';
import { OWN_LETTERS } from '../facts/letter.ts';
import { type PlanRefusal, refusals } from '../facts/refusals.ts';
import type { Rotation, RotationDates } from '../facts/rotation.ts';
import { acceptedEvents, isCommitted } from '../facts/stages.ts';
import { daysNotMeant } from '../rotation/days-meant.ts';
import { wasDone } from '../rotation/kind.ts';
import { endOf, startOf } from '../rotation/moments.ts';
import { addRotation, correctRotation, overlapOf } from './add-rotation.ts';
import { type DiaryEvent, writeDiary } from './diary.ts';
import {
  isVisaInHand,
  updateDocument,
  withDates,
  withNewDates,
  withVisaHeldBefore,
  withVisaInHand,
} from './documents.ts';
import { changeLetters, type LetterEvent } from './letters.ts';
import { changeOwnFacts } from './own-facts.ts';
import { changesInterview, reportOnPath, withoutInterview } from './path.ts';
import { correctStep, reopen, withoutEnd } from './reopen.ts';
import { at, close, type Setting, settle } from './settle.ts';
import { takeOverRotation } from './take-over.ts';

/** `facts` have the time passed up to `now` (`passTime`); `newId` is for a rotation or letter that the event creates. */
export function transition(
  facts: Facts,
  event: PlanEvent,
  newId: string,
  now: Instant,
  world: World,
): Result<Facts, PlanRefusal> {
  const setting = { facts, newId, now, world };
  switch (event.type) {
    case 'rotation-added':
      return addRotation(event, setting);
    case 'rotation-corrected':
      return correctRotation(event, setting);
    case 'rotation-taken-over':
      return takeOverRotation(event, setting);
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
      return changeOwnFacts(event, setting);
    default:
      return isOwnLetter(event) ? moveOwnLetter(event, setting) : moveRotation(event, setting);
  }
}

function isOwnLetter(event: RotationEvent): event is LetterEvent {
  return event.rotationId === OWN_LETTERS;
}

/** Nothing else on the plan depends on a letter from outside the rotations. */
function moveOwnLetter(event: LetterEvent, setting: Setting): Result<Facts, PlanRefusal> {
  const { facts } = setting;
  const letters = changeLetters(facts.letters ?? [], undefined, event, setting);
  return letters.ok ? success({ ...facts, letters: letters.value }) : letters;
}

function moveRotation(event: RotationEvent, setting: Setting): Result<Facts, PlanRefusal> {
  const { facts, now, world } = setting;
  const rotation = facts.rotations.find(({ id }) => id === event.rotationId);
  if (!rotation) return failure(refusals.unknownRotation());
  if (!acceptedEvents(rotation).includes(event.type)) {
    const isClosed = rotation.stage === 'closed';
    return failure(isClosed ? refusals.closed(rotation) : refusals.notNow(rotation, event.type));
  }

  const moved = apply(rotation, event, setting);
  if (!moved.ok) return moved;
  const isAboutPapers = event.type === 'document-updated';
  const documents = isAboutPapers ? withDates(facts.documents, event) : facts.documents;
  const after = { ...setting, facts: { ...facts, documents } };
  const isAccepted = isCommitted(moved.value.stage) && !isCommitted(rotation.stage);
  const ready = isAccepted ? withVisaHeldBefore(moved.value, setting) : moved.value;
  const settled = settle(ready, after);
  const unmeant = 'dates' in event && event.dates && daysNotMeant(settled, event.dates, now);
  if (unmeant) return failure(unmeant);
  // An overlap that was imported is a conflict on the plan, and no reason to refuse anything else.
  const overlapped = overlapOf(settled, facts.rotations);
  if (overlapped && !overlapOf(rotation, facts.rotations))
    return failure(refusals.datesOverlap(overlapped));

  // One ESTA serves every rotation, and one visa those that it was asked for, so the others may now have all they need.
  const withVisa = isVisaInHand(event) ? onOneVisa(rotation, facts, world) : [];
  const isMoved = (other: Rotation) =>
    changesInterview(event, other, dayIn(EASTERN, now)) &&
    [rotation, other].every((each) => takesVisitorVisa(each, facts.profile.entry, world)) &&
    !hasVisaInHand(other);
  const rotations = facts.rotations.map((other) => {
    if (other === rotation) return settled;
    if (isMoved(other)) return withoutInterview(other);
    if (withVisa.includes(other)) return settle(withVisaInHand(other, documents), after);
    const isCollecting = other.status === 'collecting' || other.status === 'upcoming';
    return isCollecting && isAboutPapers ? settle(other, after) : other;
  });
  return success({ ...facts, rotations, documents });
}

function apply(
  rotation: Rotation,
  event: RotationEvent,
  setting: Setting,
): Result<Rotation, PlanRefusal> {
  const { facts, now, world } = setting;
  switch (event.type) {
    case 'chosen': {
      const dates = event.dates ?? rotation.dates;
      if (!dates) return failure(refusals.datesNeeded());
      const { windowClosesOn = rotation.windowClosesOn, route = rotation.route } = event;
      if (windowClosesOn && endOf(windowClosesOn) <= now) {
        return failure(refusals.windowAlreadyClosed(windowClosesOn));
      }
      return success({
        ...at(rotation, 'apply', 'preparing', now),
        dates,
        route,
        ...(windowClosesOn && { windowClosesOn }),
      });
    }
    case 'applied': {
      const dates = event.dates ?? rotation.dates;
      if (!dates) return failure(refusals.datesNeeded());
      return success({
        ...at(rotation, 'apply', 'submitted', now),
        dates,
        appliedOn: dayIn(EASTERN, now),
      });
    }
    case 'waitlisted':
      // The host has answered for now: it is asked again in some weeks.
      return success({
        ...at(rotation, 'apply', 'waitlisted', now),
        followedUpOn: dayIn(EASTERN, now),
      });
    case 'offered':
      // A rotation that took place no longer needs an offer.
      if (wasDone(rotation)) return failure(refusals.closed(rotation));
      return offered(withoutEnd(rotation), event, setting);
    case 'reopened':
      return reopen(rotation, event, setting);
    case 'step-corrected':
      return correctStep(rotation, event, setting);
    case 'note-kept': {
      const { ownNote: _, ...others } = rotation;
      return success({ ...others, ...(event.ownNote && { ownNote: event.ownNote }) });
    }
    case 'accepted': {
      const dates = event.dates ?? rotation.dates;
      if (!dates) return failure(refusals.datesNeeded());
      return success({
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
      return updateDocument(rotation, event, setting);
    case 'feedback-given':
      return success({ ...rotation, feedback: feedbackOf(event, dayIn(EASTERN, now)) });
    case 'step-reported':
    case 'host-day-entered':
    case 'followed-up':
    case 'host-confirmed':
    case 'took-place':
      return reportOnPath(rotation, event, setting);
    case 'tier-set':
      return success({ ...rotation, tier: event.tier });
    case 'host-described': {
      const { did, gaveLetters, wouldReturn } = event;
      return success({ ...rotation, described: { did, gaveLetters, wouldReturn } });
    }
    case 'dates-changed':
      return changeDates(rotation, event.dates, setting);
    case 'rejected':
      return success(close(rotation, 'rejected', now));
    case 'withdrawn':
      return success(close(rotation, 'withdrawn', now, event.why));
    case 'canceled-by-host':
      return success(close(rotation, 'canceled-by-host', now));
    case 'finished-without-letter':
      return success(close(rotation, 'finished-without-letter', now));
    default:
      return isOfLetter(event)
        ? moveLetters(rotation, event, setting)
        : writeDiary(rotation, event, setting);
  }
}

function isOfLetter(event: LetterEvent | DiaryEvent): event is LetterEvent {
  return event.type.startsWith('letter-');
}

function moveLetters(
  rotation: Rotation,
  event: LetterEvent,
  setting: Setting,
): Result<Rotation, PlanRefusal> {
  const letters = changeLetters(rotation.letters, rotation, event, setting);
  return letters.ok ? success({ ...rotation, letters: letters.value }) : letters;
}

/** A second offer updates the last day to answer; the first is the one that was made. */
function offered(
  rotation: Rotation,
  { expiresOn, expiresTime }: EventOf<'offered'>,
  { now, world }: Setting,
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
  { mood, change, focus }: EventOf<'feedback-given'>,
  on: Day,
): NonNullable<Rotation['feedback']> {
  return { mood, on, ...(change && { change }), ...(focus && { focus }) };
}

function changeDates(
  rotation: Rotation,
  dates: RotationDates,
  setting: Setting,
): Result<Rotation, PlanRefusal> {
  // A rotation that has started keeps its first day. A start entered by mistake can be moved into the future, which takes
  // the rotation back to documents.
  const begun = rotation.status === 'underway' || rotation.stage === 'request-letter';
  const startMoved = dates.start !== rotation.dates?.start;
  if (begun && startMoved && startOf(dates.start) <= setting.now) {
    return failure(refusals.startBehindUs(rotation));
  }
  return success(withNewDates(rotation, dates, setting));
}
