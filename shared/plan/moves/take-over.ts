/** Imports a rotation in the status that a sheet states, then moves it as its dates require. What cannot be true today is refused. */
import { failure, type Result, success } from '#shared/base/result.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { checklistFor } from '../documents/checklist.ts';
import { checklistStated } from '../documents/stated-document.ts';
import type { RotationTakenOver } from '../facts/events.ts';
import type { Facts } from '../facts/facts.ts';
import { type PlanRefusal, refusals } from '../facts/refusals.ts';
import type { Rotation } from '../facts/rotation.ts';
import type { StageName, StatusName } from '../facts/stage-names.ts';
import { stageOf } from '../facts/stages.ts';
import { lettersStated } from '../letters/stated-letter.ts';
import { daysNotMeant, todayOf } from '../rotation/days-meant.ts';
import { endOf, midpointOf } from '../rotation/moments.ts';
import { grantsLetters } from '../rotation/site.ts';
import { isTaken, overlapOf, whyNotAdded } from './add-rotation.ts';
import { type Setting, settle } from './settle.ts';

export function takeOverRotation(
  event: RotationTakenOver,
  setting: Setting,
): Result<Facts, PlanRefusal> {
  const { facts, newId, now, world } = setting;
  const refusal = whyNotAdded(event.rotation, setting) ?? whyNotSo(event, setting);
  if (refusal) return failure(refusal);
  const { letters: stated = [] } = event.state;
  const letters = lettersStated(stated, newId, world.season(facts.profile.matchYear), now);
  if (!letters.ok) return failure({ ...letters.failure, field: 'letters' });
  if (letters.value.some(({ id }) => isTaken(id, facts))) return failure(refusals.idTaken());

  const rotation = settle(asStated(event, letters.value, setting), setting);
  const overlapped = overlapOf(rotation, facts.rotations);
  if (overlapped) return failure(refusals.datesOverlap(overlapped));
  return success({ ...facts, rotations: [...facts.rotations, rotation] });
}

function whyNotSo(
  { rotation, state }: RotationTakenOver,
  { facts: { profile }, now, world }: Setting,
): PlanRefusal | undefined {
  const { host, mode, dates, windowClosesOn } = rotation;
  const { status, since = now, addedOn, offerExpiresOn, documents = [], letters = [] } = state;
  if (since > now) return { ...refusals.notYetThere(dayIn(EASTERN, since)), field: 'since' };
  if (addedOn && addedOn > todayOf(profile, now))
    return { ...refusals.notYetThere(addedOn), field: 'addedOn' };
  const unmeant = dates && daysNotMeant({ host, mode, stage: stageOf(status) }, dates, now);
  if (unmeant) return unmeant;
  if (!dates && status !== 'shortlisted' && status !== 'closed') return refusals.datesNeeded();
  if (status === 'preparing' && windowClosesOn && endOf(windowClosesOn) <= since) {
    return refusals.windowAlreadyClosed(windowClosesOn);
  }
  if (status === 'offered' && offerExpiresOn && endOf(offerExpiresOn) <= since) {
    return refusals.offerAlreadyExpired(offerExpiresOn);
  }
  if (documents.length > 0 && BEFORE_ACCEPTANCE.has(stageOf(status))) {
    return refusals.noChecklistYet(rotation);
  }
  if (letters.length === 0) return undefined;
  if (!grantsLetters(rotation, world)) {
    return { ...refusals.hostGrantsNoLetters(rotation), field: 'letters' };
  }
  const from = dates && midpointOf(dates);
  return from && dayIn(EASTERN, now) < from
    ? { ...refusals.letterTooEarly(from), field: 'letters' }
    : undefined;
}

function asStated(
  { rotation, state }: RotationTakenOver,
  letters: Rotation['letters'],
  { facts: { profile }, newId, now, world }: Setting,
): Rotation {
  const {
    since = now,
    addedOn = dayIn(EASTERN, now),
    offerExpiresOn,
    closedReason,
    documents,
  } = state;
  const status = statusOf(state.status, letters);
  const stage = stageOf(status);
  const asked =
    BEFORE_ACCEPTANCE.has(stage) || (stage === 'closed' && !documents)
      ? []
      : checklistFor(rotation, world.host(rotation.host.institutionId, rotation.mode), profile);
  return {
    ...rotation,
    id: newId,
    letters,
    stage,
    status,
    since,
    addedOn,
    ...(offerExpiresOn && { offer: { expiresOn: offerExpiresOn } }),
    checklist: checklistStated(documents ?? [], asked),
    ...(status === 'closed' && closedReason && { closed: { reason: closedReason, at: since } }),
  };
}

/** Without an uploaded letter, the rotation still waits for it. */
function statusOf(status: StatusName, letters: Rotation['letters']): StatusName {
  const isThere = letters.some((letter) => letter.status === 'uploaded');
  return status === 'to-assign' && !isThere ? 'waiting' : status;
}

const BEFORE_ACCEPTANCE: ReadonlySet<StageName> = new Set(['identify', 'apply']);
