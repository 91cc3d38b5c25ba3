/** Reopens a closed rotation at the step that the applicant names. */
import { failure, type Result, success } from '#shared/base/result.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { checklistFor } from '../documents/checklist.ts';
import type { EventOf } from '../facts/events.ts';
import { unassigned } from '../facts/letter.ts';
import { type PlanRefusal, refusals } from '../facts/refusals.ts';
import type { ReopenedAs, Rotation } from '../facts/rotation.ts';
import { wasDone } from '../rotation/kind.ts';
import { endOf } from '../rotation/moments.ts';
import { grantsLetters } from '../rotation/site.ts';
import { at, type Setting } from './settle.ts';

export function reopen(
  rotation: Rotation,
  { as }: Pick<EventOf<'reopened'>, 'as'>,
  { facts: { profile }, now, world }: Setting,
): Result<Rotation, PlanRefusal> {
  const { appliedOn, offeredOn, acceptedOn, followedUpOn: _, ...rest } = withoutEnd(rotation);
  const today = dayIn(EASTERN, now);
  if (as === 'listed') return success(at(rest, 'identify', 'shortlisted', now));
  const { dates } = rotation;
  if (!dates) return failure(refusals.datesNeeded());
  const applied = { ...rest, appliedOn: appliedOn ?? today };
  if (as === 'applied') return success(at(applied, 'apply', 'submitted', now));
  const host = world.host(rotation.host.institutionId, rotation.mode);
  const accepted = {
    ...applied,
    offeredOn: offeredOn ?? today,
    acceptedOn: acceptedOn ?? today,
    checklist:
      rotation.checklist.length > 0 ? rotation.checklist : checklistFor(rotation, host, profile),
  };
  if (as === 'accepted') return success(at(accepted, 'documents', 'collecting', now));
  if (endOf(dates.end) > now) return failure(refusals.notYetThere(dates.end, 'as'));
  if (!grantsLetters(rotation, world) && wasDone(rotation))
    return failure(refusals.hostGrantsNoLetters(rotation));
  // A complete rotation has its letters assigned; one that is reopened does not.
  const letters = rotation.letters.map((letter) => unassigned(letter, now));
  return success(at({ ...accepted, letters }, 'request-letter', 'waiting', now));
}

/** Moves an open rotation to the right step after a wrong report. Reports of later steps are removed; papers and letters stay. */
export function correctStep(
  rotation: Rotation,
  { to }: EventOf<'step-corrected'>,
  setting: Setting,
): Result<Rotation, PlanRefusal> {
  const { now } = setting;
  const { offer, startedIncomplete: _, confirmed = [], ...kept } = rotation;
  const stillTrue = confirmed.filter((each) => to === 'finished' || each === 'possible');
  const before: Rotation = { ...kept, ...(stillTrue.length > 0 && { confirmed: stillTrue }) };
  if (to !== 'offered') return reopen(before, { as: to }, setting);
  const { acceptedOn: __, offeredOn = dayIn(EASTERN, now), ...applied } = before;
  const isOpen = offer && (offer.at ?? endOf(offer.expiresOn)) > now;
  return success({ ...at(applied, 'apply', 'offered', now), offeredOn, ...(isOpen && { offer }) });
}

/** As it was before it closed, without an offer that has ended. */
export function withoutEnd(rotation: Rotation): Rotation {
  const { closed: _, endedAt: __, offer: ___, ...open } = rotation;
  return rotation.closed ? open : rotation;
}

/** How far it had come: its likely step once it is reopened. */
export function reopensAs(rotation: Rotation): ReopenedAs {
  if (wasDone(rotation)) return 'finished';
  const { acceptedOn, offeredOn, appliedOn, closed } = rotation;
  if (acceptedOn || closed?.reason === 'canceled-by-host') return 'accepted';
  return offeredOn || appliedOn || closed?.reason === 'rejected' ? 'applied' : 'listed';
}
