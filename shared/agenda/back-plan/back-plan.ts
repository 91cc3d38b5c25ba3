/**
 * A rotation planned back from its first day: when each step must begin to be safe, and whether all of it can still be
 * done from today. Pure. Two passes: back from the limits at an easy pace gives the latest safe days; forward from today
 * in a hurry shows what misses a hard limit, and by how many days.
 */

import { type Day, daysBetween, plusDays } from '#shared/base/time/day.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isInUs } from '#shared/plan/rotation/kind.ts';
import type { Certainty } from '#shared/world/provenance.ts';
import type { World } from '#shared/world/world.ts';
import { draftSteps, factsOf } from './drafts.ts';
import { type Break, backwards, breaksAt, dayOfStep, forwards } from './passes.ts';
import { STEP_FACTS, type StepId } from './step-table.ts';

/** `ask`: its date hangs on something that nobody has entered. `impossible`: the step that the plan breaks at. */
export type StepState = 'done' | 'on-time' | 'late' | 'impossible' | 'ask';

export interface PlannedStep {
  readonly rotationId: string;
  readonly step: StepId;
  readonly title: string;
  readonly next: string;
  /** The latest safe days to begin and to be done; absent for what is done or not known. */
  readonly beginBy?: Day;
  readonly doneBy?: Day;
  /** The last day on which a beginning can still save it, in a hurry. */
  readonly lastBegin?: Day;
  readonly workDays: number;
  readonly waitDays?: number;
  /** Open steps that come before it. */
  readonly waitsFor: readonly StepId[];
  readonly state: StepState;
  /** Days past the latest safe beginning, or past what is possible. */
  readonly byDays?: number;
  /** Where the limit comes from, and the duration. */
  readonly source: string;
  readonly certainty: Certainty;
}

export interface BackPlan {
  readonly rotationId: string;
  readonly start: Day;
  readonly steps: readonly PlannedStep[];
  /** The step that cannot be done in time and the days it lacks; absent for a plan that can still be done. */
  readonly impossible?: Break;
  /** What to find out first, each a sentence. */
  readonly asks: readonly string[];
}

/** The plan of one rotation; undefined once it has begun or ended, or while it has no dates. */
export function backPlan(
  rotation: Rotation,
  { profile }: Pick<Facts, 'profile'>,
  world: World,
  today: Day,
): BackPlan | undefined {
  const drafted = draftSteps(rotation, { profile }, world);
  if (!drafted) return undefined;
  const { dates, done, open: drafts, safe } = drafted;
  const last = backwards(drafts, ({ limit }) => limit?.hard, 'leastDays', dates.start);
  const soonest = forwards(drafts, today);
  const impossible = breaksAt(drafts, soonest);
  const waitUnknown =
    drafts.some(({ step }) => step === 'visa-appointment') && profile.visaWaitDays === undefined;

  const planned = drafts.map((each): PlannedStep => {
    const { step, limit, before } = each;
    const facts = factsOf(step, rotation);
    const doneBy = dayOfStep(safe, step);
    const beginBy = plusDays(doneBy, -each.easyDays);
    const lateDays = daysBetween(beginBy, plusDays(dayOfStep(soonest, step), -each.leastDays));
    const base = {
      rotationId: rotation.id,
      step,
      title: facts.title,
      next: facts.next,
      workDays: facts.workDays,
      waitsFor: before,
      source: [limit?.source, facts.durationSource].filter((source) => source).join('; '),
      certainty: limit?.certainty ?? facts.certainty,
    };
    if (step === 'visa-appointment' && waitUnknown) return { ...base, state: 'ask' };
    const dated = {
      ...base,
      beginBy,
      doneBy,
      lastBegin: plusDays(dayOfStep(last, step), -each.leastDays),
      waitDays: facts.waitDays === 'entered' ? (profile.visaWaitDays ?? 0) : facts.waitDays,
    };
    if (impossible?.step === step)
      return { ...dated, state: 'impossible', byDays: impossible.byDays };
    return lateDays > 0
      ? { ...dated, state: 'late', byDays: lateDays }
      : { ...dated, state: 'on-time' };
  });

  return {
    rotationId: rotation.id,
    start: dates.start,
    steps: [...done.map((step) => doneStep(step, rotation)), ...planned],
    ...(impossible && { impossible }),
    asks: [
      ...(isInUs(rotation) && profile.entry === undefined
        ? ['How will you enter the US? Until you answer, no step for a visa or an ESTA is planned.']
        : []),
      ...(waitUnknown
        ? [
            'How long is the wait at your consulate? Look it up and enter it: the visa step has no date without it.',
          ]
        : []),
    ],
  };
}

function doneStep(step: StepId, { id }: Rotation): PlannedStep {
  const { title, next, workDays, durationSource, certainty } = STEP_FACTS[step];
  return {
    rotationId: id,
    step,
    title,
    next,
    workDays,
    waitsFor: [],
    state: 'done',
    source: durationSource,
    certainty,
  };
}
