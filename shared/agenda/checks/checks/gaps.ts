/** What lies between rotations: days that two share, days too few to travel, and one entry that lasts too long. */

import { daysBetween, plusDays } from '#shared/base/time/day.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Rotation, RotationDates } from '#shared/plan/facts/rotation.ts';
import { isCommitted } from '#shared/plan/facts/stages.ts';
import { isInUs, nameOf } from '#shared/plan/rotation/kind.ts';
import { onPlan } from '#shared/plan/rotation/on-plan.ts';
import { type Check, check } from '../check.ts';

type Dated = Rotation & { readonly dates: RotationDates };
interface Pair {
  readonly first: Dated;
  readonly next: Dated;
}

/** A day to leave and a day to arrive; ours. */
const TRAVEL_DAYS = 2;
/** Entry without a visa (ESTA). */
const VISA_FREE_DAYS = 90;
/** Ours: a shorter way out and in again looks like one stay to an officer. */
const SAME_STAY_DAYS = 14;
const OURS = 'our own default';

/** Applications may overlap, since one of them may fail; places may not. */
const overlap = check<Pair>({
  id: 'overlap',
  subjects: ({ facts }) => pairs(dated(facts)).filter(({ first, next }) => shareDays(first, next)),
  subjectId: ({ next }) => next.id,
  finds: ({ first, next }) => {
    const confirmed = [first, next].filter(({ stage }) => isCommitted(stage)).length;
    return {
      severity: (['advice', 'warning', 'impossible'] as const)[confirmed] ?? 'impossible',
      says: `The ${nameOf(first)} lasts until ${phraseDay(first.dates.end)}, and the ${nameOf(next)} begins on ${phraseDay(next.dates.start)}.`,
      fix:
        confirmed === 2
          ? 'You cannot be at both: ask one of the hosts for other dates now.'
          : 'Keep both only as long as one of them may fail, and give back the other at once.',
      source: 'the dates that you entered',
    };
  },
});

/** Between two hosts lies a journey. */
const travelGap = check<Pair>({
  id: 'travel-gap',
  subjects: ({ facts }) => neighbors(dated(facts)).filter(isJourney),
  subjectId: ({ next }) => next.id,
  finds: ({ first, next }) => {
    const free = daysBetween(first.dates.end, next.dates.start) - 1;
    if (free >= TRAVEL_DAYS) return undefined;
    return {
      severity: 'advice',
      says: `Between the ${nameOf(first)} and the ${nameOf(next)} ${free === 1 ? 'is 1 free day' : 'are no free days'} to travel.`,
      fix: `Ask for a start on ${phraseDay(plusDays(first.dates.end, TRAVEL_DAYS + 1))} or later, if the places are far apart.`,
      source: `${OURS}: a day to leave and a day to arrive`,
    };
  },
});

/** Without a visa, one entry lasts 90 days at most. */
const visaFreeStay = check<readonly Dated[]>({
  id: 'visa-free-stay',
  subjects: ({ facts }) =>
    facts.profile.entry === 'waiver'
      ? runs(dated(facts).filter((rotation) => isInUs(rotation)))
      : [],
  subjectId: ([first]) => first?.id ?? 'plan',
  finds: (run) => {
    const [first] = run;
    const last = run.at(-1);
    if (!first || !last) return undefined;
    const days = daysBetween(first.dates.start, last.dates.end) + 1;
    if (days <= VISA_FREE_DAYS) return undefined;
    return {
      severity: 'warning',
      says: `From ${phraseDay(first.dates.start)} to ${phraseDay(last.dates.end)} are ${days} days in one stay; entry without a visa lasts ${VISA_FREE_DAYS} at most.`,
      fix: 'Leave a month between the rotations, or ask for a visa.',
      source: 'https://wp.uthscsa.edu/ois/immigration/b-1/vmse/ (entry as WB, at most 90 days)',
    };
  },
});

export const GAP_CHECKS: readonly Check[] = [overlap, travelGap, visaFreeStay];

function dated(facts: Pick<Facts, 'rotations'>): Dated[] {
  return onPlan(facts)
    .filter((rotation): rotation is Dated => rotation.dates !== undefined)
    .toSorted((a, b) => (a.dates.start < b.dates.start ? -1 : 1));
}

function pairs(rotations: readonly Dated[]): Pair[] {
  return rotations.flatMap((first, index) =>
    rotations.slice(index + 1).map((next) => ({ first, next })),
  );
}

/** Each with the one that ends last before it begins. */
function neighbors(rotations: readonly Dated[]): Pair[] {
  return rotations.flatMap((next) => {
    const [first] = rotations
      .filter(({ dates }) => dates.end < next.dates.start)
      .toSorted((a, b) => (a.dates.end > b.dates.end ? -1 : 1));
    return first ? [{ first, next }] : [];
  });
}

/** Other host, and not both at home. */
function isJourney({ first, next }: Pair): boolean {
  const isAtHome = !isInUs(first) && first.country === next.country;
  return first.host.name !== next.host.name && !isAtHome;
}

function shareDays(one: Dated, other: Dated): boolean {
  return one.dates.start <= other.dates.end && other.dates.start <= one.dates.end;
}

/** Rotations with no way home between them. */
function runs(rotations: readonly Dated[]): Dated[][] {
  return rotations.reduce<Dated[][]>((found, rotation) => {
    const run = found.at(-1);
    const before = run?.at(-1);
    const goesOn =
      before !== undefined && daysBetween(before.dates.end, rotation.dates.start) <= SAME_STAY_DAYS;
    if (run && goesOn) run.push(rotation);
    else found.push([rotation]);
    return found;
  }, []);
}
