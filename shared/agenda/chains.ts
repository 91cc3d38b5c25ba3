/** Days carried back along what needs what: when each step must begin to be safe, and when it is too late to begin. */
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { workingDayBy } from '#shared/base/time/working-day.ts';
import { type Deadline, dayDeadline } from './deadline.ts';
import type { Matter, MatterKind } from './matter.ts';

/**
 * The matters with "start by" and last days that leave time for whatever follows. A wait of a host or consulate makes
 * the safe day earlier and never the last: an office may answer sooner. What is done binds nothing.
 */
export function withChains(matters: readonly Matter[]): Matter[] {
  const followers = Map.groupBy(
    matters
      .filter((each) => !each.done)
      .flatMap((each) => each.needs.map((need) => ({ need, each }))),
    ({ need }) => need,
  );
  const doneBy = new Map<string, Bound | undefined>();
  const last = new Map<string, Deadline | undefined>();
  const after = (id: string) => (followers.get(id) ?? []).map(({ each }) => each);

  const doneByOf = (of: Matter): Bound | undefined => {
    if (doneBy.has(of.id)) return doneBy.get(of.id);
    const begins = after(of.id).flatMap((next) => {
      // A room found late costs money, and hurries nothing else.
      const bound = next.stake === 'comfort' ? undefined : doneByOf(next);
      return bound
        ? [{ ...bound, day: plusDays(bound.day, -next.takes.workDays - next.takes.waitDays) }]
        : [];
    });
    const own = of.due ? [{ day: of.due.day, from: of.due }] : [];
    const first = [...own, ...begins].reduce<Bound | undefined>(
      (least, each) => (least && least.day <= each.day ? least : each),
      undefined,
    );
    doneBy.set(of.id, first);
    return first;
  };

  const lastOf = (of: Matter): Deadline | undefined => {
    if (last.has(of.id)) return last.get(of.id);
    const begins = after(of.id).flatMap((next) => {
      const deadline = next.stake === 'comfort' ? undefined : lastOf(next);
      return deadline ? [earlier(deadline, next.takes.leastDays)] : [];
    });
    const deadline = [...(of.lastDay ? [of.lastDay] : []), ...begins].reduce<Deadline | undefined>(
      (first, each) => (first && first.at <= each.at ? first : each),
      undefined,
    );
    last.set(of.id, deadline);
    return deadline;
  };

  return matters.map((each) => {
    if (each.done || HAVE_NO_CHAIN.includes(each.kind)) return each;
    const lastDay = lastOf(each);
    const days = each.whose === 'applicant' ? daysOf(each, doneByOf(each)) : {};
    return { ...each, ...days, ...(lastDay && { lastDay }) };
  });
}

/** A count, a question, and two facts that cannot both hold have no day of their own to carry back. */
const HAVE_NO_CHAIN: readonly MatterKind[] = ['question', 'count', 'conflict'];

/** The day that binds a matter, and the deadline it is counted back from. */
interface Bound {
  readonly day: Day;
  readonly from: Deadline;
}

/** Another party's step has no "start by"; the applicant's is done before whatever follows it must begin. */
function daysOf(each: Matter, bound: Bound | undefined): Pick<Matter, 'due' | 'safeBy'> {
  if (!bound) return {};
  const { day, from } = bound;
  const workedBy = NEED_AN_OFFICE.includes(each.rule) ? workingDayBy : (own: Day) => own;
  const by = workedBy(plusDays(day, -each.takes.waitDays));
  const due = each.due ?? countedBack(by, from);
  const begin = workedBy(plusDays(by, -each.takes.workDays));
  const safeBy = each.safeBy && each.safeBy < begin ? each.safeBy : begin;
  // A step that takes no time only has its day.
  return { due, ...(safeBy !== due.day && { safeBy }) };
}

/** A school or a consulate: nobody is there on a weekend. */
const NEED_AN_OFFICE = ['affiliation', 'G14b', 'G13'];

/** The durations in between are ours, so the day is an estimate whatever it is counted back from. */
function countedBack(day: Day, { source, checkedOn }: Deadline): Deadline {
  return dayDeadline(day, {
    certainty: 'estimated',
    source: `counted back from ${source}`,
    ...(checkedOn && { checkedOn }),
  });
}

/** So many days of work before another's last day. */
function earlier(deadline: Deadline, leastDays: number): Deadline {
  if (leastDays === 0) return deadline;
  const { certainty, source, checkedOn } = deadline;
  return dayDeadline(plusDays(deadline.day, -leastDays), {
    certainty,
    source,
    ...(checkedOn && { checkedOn }),
  });
}
