/** Which corrections a cohort has: what everyone has, its own advisors' entries before that, and their conflicts. */
import type { Cell } from './cell-kinds.ts';
import { type Correction, cellOf, enteredValue, isOfItsCell, targetOf } from './correction.ts';
import { asSeen, isSeenBy } from './unconfirmed.ts';

interface InForce {
  readonly corrections: readonly Correction[];
  /** One of several unconfirmed values that disagree, for each cell that is no date: none of them counts. */
  readonly disputed: readonly Correction[];
}

/** If two unconfirmed dates differ, the earlier is used; of other values, or dates that cannot be compared, neither is. */
export function inForce(all: readonly Correction[], cohortId?: string): InForce {
  const seen = all.filter((each) => isSeenBy(each, cohortId) && isOfItsCell(each));
  const judged = [...Map.groupBy(seen, targetOf).values()].map(agreed);
  return {
    corrections: judged.flatMap(({ used }) => used ?? []),
    disputed: judged.flatMap(({ disputed }) => disputed ?? []),
  };
}

interface Agreed {
  readonly used?: Correction;
  readonly disputed?: Correction;
}

function agreed(entries: readonly Correction[]): Agreed {
  const own = entries.filter(({ unconfirmed }) => unconfirmed);
  const newest = own.at(-1) ?? entries.at(-1);
  if (!newest) return {};
  const isAgreed = newest.of === 'host-check' || new Set(own.map(enteredValue)).size < 2;
  if (isAgreed) return { used: asSeen(newest) };
  // An entered host counts for everyone who sees it; what is known about it are its cells.
  if (newest.of === 'new-host') return { used: asSeen(own[0] ?? newest) };
  if (!isDate(newest) || isMixed(own)) return { disputed: newest };
  const [first = newest, ...later] = own.toSorted(byDay);
  return {
    used: asSeen(
      first,
      later.filter((each) => enteredValue(each) !== enteredValue(first)),
    ),
  };
}

const DATES: readonly Cell['kind'][] = ['days', 'date'];

export function isDate(of: Correction): boolean {
  if (of.of === 'host' || of.of === 'program') return DATES.includes(cellOf(of).kind);
  return of.of === 'season';
}

/** A calendar day and days before the start: which is earlier depends on the rotation. */
function isMixed(own: readonly Correction[]): boolean {
  return new Set(own.map((each) => (each.of === 'host' ? typeof each.value : ''))).size > 1;
}

/** More days before the start are an earlier day. */
function byDay(one: Correction, other: Correction): number {
  if (one.of === 'host' && other.of === 'host' && typeof one.value === 'number') {
    return Number(other.value) - one.value;
  }
  return enteredValue(one) < enteredValue(other) ? -1 : 1;
}
