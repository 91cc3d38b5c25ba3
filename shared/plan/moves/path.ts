/** Reports about the path to a rotation, and about whether it took place. */
import { failure, impossible, type Result, success } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { visaLastDay } from '../documents/entry-paper.ts';
import type { EventOf, RotationEvent } from '../facts/events.ts';
import { type PlanRefusal, refusals } from '../facts/refusals.ts';
import type { Rotation } from '../facts/rotation.ts';
import type { Setting } from './settle.ts';

type PathEvent = EventOf<
  'step-reported' | 'host-day-entered' | 'followed-up' | 'host-confirmed' | 'took-place'
>;

/** The rotation with the report recorded. A yes is refused before the day it is about. */
export function reportOnPath(
  rotation: Rotation,
  event: PathEvent,
  { now }: Setting,
): Result<Rotation, PlanRefusal> {
  const today = dayIn(EASTERN, now);
  switch (event.type) {
    case 'step-reported': {
      const { step, state, appointmentOn } = event;
      const others = (rotation.steps ?? []).filter((each) => each.step !== step);
      if (state === 'not-done') {
        return success(
          step === 'visa-appointment' ? withoutInterview(rotation) : { ...rotation, steps: others },
        );
      }
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
    case 'host-confirmed':
      return success(answered(rotation, 'possible'));
    case 'took-place': {
      const day = dayOfQuestion(rotation, event.happened);
      if (!day || day > today) return failure(refusals.notYetThere(day ?? today));
      return success(answered(rotation, event.happened));
    }
    default:
      return impossible(event);
  }
}

/**
 * A visitor has one interview at a time: its new day, or that there is none, holds for every rotation.
 * One that was held stays, unless the new day is in time for it.
 */
export function changesInterview(
  event: RotationEvent,
  { dates, visaAppointmentOn }: Rotation,
  today: Day,
): boolean {
  if (event.type !== 'step-reported' || event.step !== 'visa-appointment') return false;
  if (visaAppointmentOn === undefined) return false;
  const { state, appointmentOn } = event;
  const isToCome = today <= visaAppointmentOn;
  if (state === 'not-done' || !appointmentOn) return state === 'not-done' && isToCome;
  return isToCome || (dates !== undefined && appointmentOn <= visaLastDay(dates));
}

/** One that was moved or canceled is so wherever it was reported. */
export function withoutInterview(rotation: Rotation): Rotation {
  const { visaAppointmentOn: _, steps = [], ...others } = rotation;
  return { ...others, steps: steps.filter(({ step }) => step !== 'visa-appointment') };
}

function answered(rotation: Rotation, yes: 'possible' | 'started' | 'ended'): Rotation {
  return { ...rotation, confirmed: [...new Set([...(rotation.confirmed ?? []), yes])] };
}

/** It can be answered from this day on. */
export function dayOfQuestion({ dates }: Rotation, happened: 'started' | 'ended'): Day | undefined {
  return happened === 'started' ? dates?.start : dates?.end;
}
