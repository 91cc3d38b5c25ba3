/** One interview serves every rotation of one visitor’s visa: its booking outlives the rotation that it was reported on. */
import type { World } from '#shared/world/world.ts';
import { visaLastDay, waitsForVisitorVisa, wantsVisitorVisa } from '../documents/entry-paper.ts';
import type { RotationEvent } from '../facts/events.ts';
import type { Facts } from '../facts/facts.ts';
import type { ReportedStep, Rotation } from '../facts/rotation.ts';
import { wasDone } from '../rotation/kind.ts';

const STEP: ReportedStep = 'visa-appointment';

/** Before its rotation starts or closes: the booking goes to those that are accepted and not booked. */
export function withBookingShared(facts: Facts, world: World): Facts {
  const booked = facts.rotations.filter((each) => isBooked(each) && sharesVisa(each, facts, world));
  if (booked.length === 0) return facts;
  const rotations = facts.rotations.map((each) => {
    if (each.visaAppointmentOn || !waitsForVisitorVisa(each, facts.profile.entry, world))
      return each;
    const inTime = booked.filter((other) => isInTime(other, each));
    const from = inTime.find((other) => other.visaAppointmentOn) ?? inTime[0];
    return from && (from.visaAppointmentOn || !isBooked(each)) ? withBookingOf(from, each) : each;
  });
  return rotations.some((each, index) => each !== facts.rotations[index])
    ? { ...facts, rotations }
    : facts;
}

/** The other rotations whose interview is booked, moved, or called off by the same report. */
export function alsoInterviewed(
  rotation: Rotation,
  event: RotationEvent,
  facts: Facts,
  world: World,
): readonly Rotation[] {
  const { entry } = facts.profile;
  if (event.type !== 'step-reported' || event.step !== STEP) return [];
  if (!waitsForVisitorVisa(rotation, entry, world)) return [];
  return facts.rotations.filter(
    (other) =>
      other !== rotation &&
      (waitsForVisitorVisa(other, entry, world) ||
        (isBooked(other) && sharesVisa(other, facts, world))),
  );
}

/** A visa that brought somebody to a rotation that is over may have been for one entry. */
function sharesVisa(rotation: Rotation, { profile }: Facts, world: World): boolean {
  const { stage } = rotation;
  const wasAccepted = stage !== 'identify' && stage !== 'apply';
  return wasAccepted && !wasDone(rotation) && wantsVisitorVisa(rotation, profile.entry, world);
}

function isBooked({ steps = [], visaAppointmentOn }: Rotation): boolean {
  return (
    visaAppointmentOn !== undefined ||
    steps.some(({ step, state }) => step === STEP && state === 'done')
  );
}

function isInTime({ visaAppointmentOn: on }: Rotation, { dates }: Rotation): boolean {
  return !on || (dates !== undefined && on <= visaLastDay(dates));
}

function withBookingOf({ steps = [], visaAppointmentOn }: Rotation, rotation: Rotation): Rotation {
  const others = (rotation.steps ?? []).filter(({ step }) => step !== STEP);
  return {
    ...rotation,
    steps: [...others, ...steps.filter(({ step }) => step === STEP)],
    ...(visaAppointmentOn && { visaAppointmentOn }),
  };
}
