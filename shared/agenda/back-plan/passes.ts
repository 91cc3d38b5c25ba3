/** The two passes over a rotation's open steps: back from the limits, and forward from today. */
import { type Day, daysBetween, earliest, latest, plusDays } from '#shared/base/time/day.ts';
import type { Limit } from './limits-of.ts';
import type { StepId } from './step-table.ts';

/** An open step, in an order in which none comes before what it waits for. */
export interface Draft {
  readonly step: StepId;
  readonly limit: Limit | undefined;
  readonly before: readonly StepId[];
  readonly easyDays: number;
  readonly leastDays: number;
}

export type Days = ReadonlyMap<StepId, Day>;

/** The latest day on which each step may be done: its own limit, and the beginning of what waits for it. */
export function backwards(
  drafts: readonly Draft[],
  limitDay: (draft: Draft) => Day | undefined,
  length: 'easyDays' | 'leastDays',
  start: Day,
): Days {
  const doneBy = new Map<StepId, Day>();
  for (const each of drafts.toReversed()) {
    const after = drafts.filter(({ before }) => before.includes(each.step));
    const begins = after.map((next) => plusDays(doneBy.get(next.step) ?? start, -next[length]));
    doneBy.set(each.step, earliest(limitDay(each) ?? start, ...begins));
  }
  return doneBy;
}

/** The soonest day on which each step can be done, in a hurry, from today. */
export function forwards(drafts: readonly Draft[], today: Day): Days {
  const done = new Map<StepId, Day>();
  for (const { step, before, leastDays } of drafts) {
    const begins = latest(today, ...before.flatMap((each) => done.get(each) ?? []));
    done.set(step, plusDays(begins, leastDays));
  }
  return done;
}

export interface Break {
  readonly step: StepId;
  readonly byDays: number;
}

/**
 * Where the plan breaks: of all steps that miss their own hard limit, the one that misses it by most; and on the way to
 * it the step that takes longest, since that is the one to do something about.
 */
export function breaksAt(drafts: readonly Draft[], soonest: Days): Break | undefined {
  const misses = drafts
    .flatMap((each) => {
      const byDays = each.limit?.hard
        ? daysBetween(each.limit.hard, dayOfStep(soonest, each.step))
        : 0;
      return byDays > 0 ? [{ each, byDays }] : [];
    })
    .toSorted((a, b) => b.byDays - a.byDays);
  const [worst] = misses;
  if (!worst) return undefined;
  const way = wayTo(worst.each, drafts, soonest);
  const longest = way.toSorted((a, b) => b.leastDays - a.leastDays)[0] ?? worst.each;
  return { step: longest.step, byDays: worst.byDays };
}

/** The chain of steps that makes this one as late as it is. */
function wayTo(draftAtEnd: Draft, drafts: readonly Draft[], soonest: Days): Draft[] {
  const way = [draftAtEnd];
  for (let at = draftAtEnd; ; ) {
    const [previous] = drafts
      .filter(({ step }) => at.before.includes(step))
      .toSorted((a, b) => (dayOfStep(soonest, a.step) > dayOfStep(soonest, b.step) ? -1 : 1));
    if (!previous) return way;
    way.push(previous);
    at = previous;
  }
}

/** The planned day of a step. Throws for one that was not planned: the passes visit all that are needed. */
export function dayOfStep(days: Days, step: StepId): Day {
  const day = days.get(step);
  if (!day) throw new Error(`The step ${step} was not planned.`);
  return day;
}
