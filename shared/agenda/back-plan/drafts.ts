/** The open steps of a rotation with their lengths and limits, before any day is given to them. */

import type { Day } from '#shared/base/time/day.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Rotation, RotationDates } from '#shared/plan/facts/rotation.ts';
import { isInUs } from '#shared/plan/rotation/kind.ts';
import type { World } from '#shared/world/world.ts';
import { limitOf } from './limits-of.ts';
import { isDone, neededSteps } from './open-steps.ts';
import { backwards, type Draft } from './passes.ts';
import { STEP_FACTS, type StepFacts, type StepId } from './step-table.ts';

export interface Drafted {
  readonly dates: RotationDates;
  readonly done: readonly StepId[];
  readonly open: readonly Draft[];
  /** The latest safe day on which each open step may be done. */
  readonly safe: ReadonlyMap<StepId, Day>;
}

/** Undefined once the rotation has begun or ended, or while it has no dates. */
export function draftSteps(
  rotation: Rotation,
  { profile }: Pick<Facts, 'profile'>,
  world: World,
): Drafted | undefined {
  const { dates } = rotation;
  if (!dates || !isAhead(rotation)) return undefined;
  const host = world.host(rotation.host.institutionId, rotation.mode);
  const needed = neededSteps(rotation, profile, host);
  const isOpen = (step: StepId) => needed.includes(step) && !isDone(step, rotation);
  const open = needed.filter(isOpen).map((step): Draft => {
    const { workDays, waitDays, leastDays, waitsFor } = factsOf(step, rotation);
    const enteredDays = waitDays === 'entered' ? (profile.visaWaitDays ?? 0) : 0;
    return {
      step,
      limit: limitOf(step, rotation, dates, host),
      before: waitsFor.filter(isOpen),
      easyDays: workDays + (waitDays === 'entered' ? enteredDays : waitDays),
      leastDays: leastDays + enteredDays,
    };
  });
  return {
    dates,
    done: needed.filter((step) => isDone(step, rotation)),
    open,
    safe: backwards(open, ({ limit }) => limit?.safe ?? limit?.hard, 'easyDays', dates.start),
  };
}

/** Once the offer is there, only the applicant's yes is left: a day. */
export function factsOf(step: StepId, rotation: Rotation): StepFacts {
  const facts = isInUs(rotation) ? STEP_FACTS[step] : { ...STEP_FACTS[step], ...ABROAD[step] };
  const isYesOnly = step === 'answer' && rotation.status === 'offered';
  return isYesOnly ? { ...facts, workDays: 1, waitDays: 0, leastDays: 1 } : facts;
}

/** Outside the US, where what US hosts ask and how long they take says nothing. */
const ABROAD: Partial<Record<StepId, Partial<StepFacts>>> = {
  answer: { waitDays: 7, durationSource: 'our own default: a week; ask the host' },
  documents: {
    title: 'documents',
    next: 'Get the papers that the host asks for, each valid to the last day, and send them.',
    durationSource: 'our own default: three weeks',
  },
};

function isAhead({ stage, status }: Rotation): boolean {
  return (
    stage === 'identify' || stage === 'apply' || stage === 'documents' || status === 'upcoming'
  );
}
