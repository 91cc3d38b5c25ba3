/** Days counted back along the dependencies: when each step must begin to be safe, and when it is too late to begin. */
import { type Day, earliest, latest, plusDays } from '#shared/base/time/day.ts';
import { workingDayBy } from '#shared/base/time/working-day.ts';
import { type Deadline, dayDeadline } from './deadline.ts';
import type { Matter, MatterKind } from './matter.ts';

/** Matters with "start by" and last days that leave time for what follows. A wait moves the safe day, never the last: an office may be quick. */
export function withChains(matters: readonly Matter[]): Matter[] {
  const followers = followersOf(matters);
  const doneBy = new Map<string, Bound | undefined>();
  const last = new Map<string, Deadline | undefined>();
  // Late housing costs money, and hurries nothing else.
  const binding = (of: Matter) =>
    (followers.get(of.id) ?? []).filter(({ stake }) => stake !== 'comfort');

  const doneByOf = (of: Matter): Bound | undefined => {
    if (doneBy.has(of.id)) return doneBy.get(of.id);
    let first: Bound | undefined = of.due && { day: of.due.day, from: of.due };
    for (const next of binding(of)) {
      const bound = doneByOf(next);
      const day = bound && plusDays(bound.day, -next.takes.workDays - next.takes.waitDays);
      if (day && (!first || day < first.day)) first = { ...bound, day };
    }
    doneBy.set(of.id, first);
    return first;
  };

  const lastOf = (of: Matter): Deadline | undefined => {
    if (last.has(of.id)) return last.get(of.id);
    let first = of.lastDay;
    for (const next of binding(of)) {
      const deadline = lastOf(next);
      const begins = deadline && earlier(deadline, next.takes.leastDays);
      if (begins && (!first || begins.at < first.at)) first = begins;
    }
    last.set(of.id, first);
    return first;
  };

  return matters.map((each) => {
    if (each.done || HAVE_NO_CHAIN.includes(each.kind)) return each;
    const lastDay = lastOf(each);
    const isTheirs = each.whose === 'applicant';
    const bound = isTheirs ? doneByOf(each) : undefined;
    // Where nothing follows, as at home, its own last day binds.
    const days = bound ? daysOf(each, bound) : isTheirs && lastDay && { due: lastDay };
    if (!days && lastDay === each.lastDay) return each;
    return { ...each, ...days, ...(lastDay && { lastDay }) };
  });
}

/** The undone matters that need one, by its id. */
export function followersOf(matters: readonly Matter[]): ReadonlyMap<string, readonly Matter[]> {
  const followers = new Map<string, Matter[]>();
  for (const each of matters) {
    if (each.done) continue;
    for (const need of each.needs) {
      const known = followers.get(need);
      if (known) known.push(each);
      else followers.set(need, [each]);
    }
  }
  return followers;
}

/** Counts, questions, and conflicts have no day of their own to count back from. */
const HAVE_NO_CHAIN: readonly MatterKind[] = ['question', 'count', 'conflict'];

/** The day that binds a matter, and the deadline it is counted back from. */
interface Bound {
  readonly day: Day;
  readonly from: Deadline;
}

/** Another party's step has no "start by"; the applicant's must be done before whatever follows it begins. */
function daysOf(each: Matter, { day, from }: Bound): Pick<Matter, 'due' | 'safeBy'> {
  const workedBy = NEED_AN_OFFICE.includes(each.rule) ? workingDayBy : (own: Day) => own;
  const by = workedBy(plusDays(day, -each.takes.waitDays));
  const due = each.due ?? countedBack(by, from);
  const early = workedBy(plusDays(by, -each.takes.workDays));
  const begin = each.rule === 'apply' && each.opens ? notBefore(each.opens, early, due.day) : early;
  const safeBy = each.safeBy && each.safeBy < begin ? each.safeBy : begin;
  // A step that takes no time has only its day.
  return { due, ...(safeBy !== due.day && { safeBy }) };
}

/** Nobody is late with an application before the host takes any. */
function notBefore(opens: Day, begin: Day, due: Day): Day {
  return earliest(latest(opens, begin), due);
}

/** Steps at a school or a consulate, which are closed on weekends. */
const NEED_AN_OFFICE = ['affiliation', 'G14b', 'G13'];

/** The durations in between are ours, so the day is an estimate whatever it is counted back from. */
function countedBack(day: Day, from: Deadline): Deadline {
  const source = `counted back from ${from.source}`;
  return dayDeadline(day, { ...from, certainty: 'estimated', source });
}

/** This many days of work before another step's last day. */
function earlier(deadline: Deadline, leastDays: number): Deadline {
  return leastDays === 0 ? deadline : dayDeadline(plusDays(deadline.day, -leastDays), deadline);
}
