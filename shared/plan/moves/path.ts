/** What is reported of the path to a rotation and of whether it took place. */
import { failure, impossible, type Result, success } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import type { RotationEvent } from '../facts/events.ts';
import { type PlanRefusal, refusals } from '../facts/refusals.ts';
import type { Rotation } from '../facts/rotation.ts';

export type PathEvent = Extract<
  RotationEvent,
  { type: 'step-reported' | 'host-day-entered' | 'followed-up' | 'took-place' }
>;

/** The rotation with the report kept. A yes is refused before the day it speaks of. */
export function reportOnPath(
  rotation: Rotation,
  event: PathEvent,
  now: Instant,
): Result<Rotation, PlanRefusal> {
  const today = dayIn(EASTERN, now);
  switch (event.type) {
    case 'step-reported': {
      const { step, state, appointmentOn } = event;
      const others = (rotation.steps ?? []).filter((each) => each.step !== step);
      return success({
        ...rotation,
        steps: [...others, { step, state, on: today }],
        ...(appointmentOn && { visaAppointmentOn: appointmentOn }),
      });
    }
    case 'host-day-entered':
      if (event.hostDay === 'apply-by') return success({ ...rotation, windowClosesOn: event.day });
      return success({
        ...rotation,
        hostDays: { ...rotation.hostDays, [event.hostDay]: event.day },
      });
    case 'followed-up':
      return success({ ...rotation, followedUpOn: today });
    case 'took-place': {
      const day = dayOfQuestion(rotation, event.happened);
      if (!day || day > today) return failure(refusals.notYetThere(day ?? today));
      const { confirmed = [] } = rotation;
      return success({ ...rotation, confirmed: [...new Set([...confirmed, event.happened])] });
    }
    default:
      return impossible(event);
  }
}

function dayOfQuestion({ dates }: Rotation, happened: 'started' | 'ended'): Day | undefined {
  return happened === 'started' ? dates?.start : dates?.end;
}
