import { ROTATIONS_MAX } from '#shared/base/limits.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import type { World } from '#shared/world/world.ts';
import type { EventOf } from '../facts/events.ts';
import type { Facts } from '../facts/facts.ts';
import { type PlanRefusal, refusals } from '../facts/refusals.ts';
import type { Rotation, RotationPlan } from '../facts/rotation.ts';
import { isCommitted } from '../facts/stages.ts';
import { lettersOf } from '../letters/placed.ts';
import { daysNotMeant, todayOf } from '../rotation/days-meant.ts';
import { isClinical, isInUs, isListed } from '../rotation/kind.ts';
import { at, type Setting, settle } from './settle.ts';

export function addRotation(
  { rotation: plan, tookPlace }: EventOf<'rotation-added'>,
  setting: Setting,
): Result<Facts, PlanRefusal> {
  const { facts, newId, now } = setting;
  const { dates } = plan;
  const listed: Rotation = {
    ...plan,
    id: newId,
    stage: 'identify',
    status: 'shortlisted',
    since: now,
    addedOn: dayIn(EASTERN, now),
    checklist: [],
    letters: [],
  };
  const rotation: Rotation = tookPlace
    ? { ...at(listed, 'request-letter', 'waiting', now), confirmed: ['ended'] }
    : listed;
  const refusal =
    whyNotAdded(plan, setting) ??
    (dates && named(daysNotMeant(rotation, dates, now))) ??
    (tookPlace && named(notOver(dates, todayOf(facts.profile, now))));
  if (refusal) return failure(refusal);
  return success({ ...facts, rotations: [...facts.rotations, settle(rotation, setting)] });
}

function notOver(dates: RotationPlan['dates'], today: Day): PlanRefusal | undefined {
  if (!dates) return refusals.datesNeeded();
  return dates.end >= today ? refusals.notYetThere(dates.end, 'dates.end') : undefined;
}

/** Corrects at any step what was entered wrongly. A host in the US that is not renamed stays the directory's. */
export function correctRotation(
  { rotationId, rotation: plan }: EventOf<'rotation-corrected'>,
  setting: Setting,
): Result<Facts, PlanRefusal> {
  const { facts, world } = setting;
  const known = facts.rotations.find(({ id }) => id === rotationId);
  if (!known) return failure(refusals.unknownRotation());
  if (isStrange(plan.host, world)) return failure(refusals.unknownSite());
  const isAbroad = !isInUs(plan);
  if (isListed(plan.host) && isAbroad) return failure(refusals.hostIsInUs(plan));
  const host = plan.host.name === known.host.name && !isAbroad ? known.host : plan.host;
  const corrected = settle({ ...known, ...plan, host }, setting);
  const rotations = facts.rotations.map((each) => (each === known ? corrected : each));
  return success({ ...facts, rotations });
}

/** As the field is called in the form of a new rotation. */
function named(refusal: PlanRefusal | undefined): PlanRefusal | undefined {
  return refusal && 'field' in refusal
    ? ({ ...refusal, field: `rotation.${refusal.field}` } as PlanRefusal)
    : refusal;
}

export function whyNotAdded(
  { host, country }: RotationPlan,
  { facts, newId, world }: Setting,
): PlanRefusal | undefined {
  if (isTaken(newId, facts)) return refusals.idTaken();
  if (isStrange(host, world)) return refusals.unknownSite();
  if (isListed(host) && !isInUs({ country })) return refusals.hostIsInUs({ host });
  return facts.rotations.length >= ROTATIONS_MAX
    ? refusals.tooManyRotations(ROTATIONS_MAX)
    : undefined;
}

function isStrange({ institutionId, programCode }: RotationPlan['host'], world: World): boolean {
  return (
    (institutionId !== undefined && !world.host(institutionId)) ||
    (programCode !== undefined && !world.program(programCode))
  );
}

/** An update's id becomes the id of what it creates, so it must be unused. */
export function isTaken(id: string, facts: Facts): boolean {
  return (
    facts.rotations.some((rotation) => rotation.id === id) ||
    lettersOf(facts).some(({ letter }) => letter.id === id)
  );
}

function isBinding(rotation: Rotation): boolean {
  return isCommitted(rotation.stage) && isClinical(rotation);
}

/** Confirmed rotations cannot overlap. Applications may, since only one of them can be accepted; so may research. */
export function overlapOf(rotation: Rotation, others: readonly Rotation[]): Rotation | undefined {
  const { dates } = rotation;
  if (!dates || !isBinding(rotation)) return undefined;
  return others.find(
    (other) =>
      other.id !== rotation.id &&
      other.dates &&
      isBinding(other) &&
      other.dates.start <= dates.end &&
      dates.start <= other.dates.end,
  );
}
