import type { View } from '#shared/agenda/view.ts';
import { partsOf } from '#shared/base/time/day.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { letterDueDay } from '#shared/plan/letters/due.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { irAways } from '#shared/plan/rotation/on-plan.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import { type Check, planCheck } from '../check.ts';

/** Our reading of the guide's "early July". */
const EARLY_JULY_LAST = 10;
const JULY_TO_SEPTEMBER = [7, 8, 9];
const MARCH_TO_JUNE = [3, 4, 5, 6];

/**
 * G9a: with two IR months, one between March and June. The guide nests this under "6–12 months before ERAS submission",
 * which those months are not; the names of the months are what it means.
 */
const springMonth = planCheck({
  id: 'G9a',
  applies: hasTwoIrAways,
  finds: (view) => {
    if (startingIn(view, MARCH_TO_JUNE).length > 0) return undefined;
    return unlessUndated(view, {
      severity: 'warning',
      says: `Two IR rotations are planned, and none starts between March and June ${applicationYear(view)}.`,
      fix: 'Move one of them there: its letter is then ready when applications open.',
    });
  },
});

/** G9b: with two IR months, the other between July and September, best in early July. */
const summerMonth = planCheck({
  id: 'G9b',
  applies: hasTwoIrAways,
  finds: (view) => {
    const [first] = startingIn(view, JULY_TO_SEPTEMBER);
    if (first) return lateInSummer(first, view);
    const closed = irAways(view.facts).filter((rotation) =>
      isClosedAllSummer(hostOf(rotation, view)),
    );
    if (closed.length > 0) {
      return {
        severity: 'advice',
        says: `The guide wants one IR month between July and September; ${closed.map(({ host }) => host.name).join(', ')} then takes no international students.`,
        fix: 'Take March to June there, and ask another host for early July.',
      };
    }
    return unlessUndated(view, {
      severity: 'warning',
      says: `Two IR rotations are planned, and none starts between July and September ${applicationYear(view)}.`,
      fix: 'Early July is ideal: the letter still comes before programs review.',
    });
  },
});

export const MONTH_CHECKS: readonly Check[] = [springMonth, summerMonth];

/** Later than early July the letter may miss the first review; whether it does follows from the dates. */
function lateInSummer({ dates, ...rotation }: Rotation, { season }: View) {
  if (
    !dates ||
    (partsOf(dates.start).month === 7 && partsOf(dates.start).dayOfMonth <= EARLY_JULY_LAST)
  ) {
    return undefined;
  }
  const due = letterDueDay(dates, season);
  const review = season.dates['programs-review-opens'];
  const misses = review !== undefined && due > review.day;
  return {
    severity: misses ? ('warning' as const) : ('advice' as const),
    says: `The ${nameOf({ ...rotation, dates })} starts on ${phraseDay(dates.start)}. Its letter is due on ${phraseDay(due)}${review ? `, ${misses ? 'after' : 'before'} programs begin to review on ${phraseDay(review.day)}` : ''}.`,
    fix: misses
      ? 'Start by early July if the host can, or ask the writer for the letter before you leave.'
      : 'Early July is ideal; from here, ask for the letter at the midpoint.',
  };
}

function unlessUndated(view: View, finding: { severity: 'warning'; says: string; fix: string }) {
  const undated = irAways(view.facts).filter(({ dates }) => !dates);
  if (undated.length === 0) return finding;
  return {
    severity: 'advice' as const,
    says: `Not known yet when you rotate at ${undated.map(({ host }) => host.name).join(', ')}. ${finding.says}`,
    fix: finding.fix,
  };
}

function hasTwoIrAways({ facts }: View): boolean {
  return irAways(facts).length >= 2;
}

function startingIn(view: View, months: readonly number[]): Rotation[] {
  return irAways(view.facts)
    .filter(({ dates }) => {
      if (!dates) return false;
      const { year, month } = partsOf(dates.start);
      return year === applicationYear(view) && months.includes(month);
    })
    .toSorted((a, b) => ((a.dates?.start ?? '') < (b.dates?.start ?? '') ? -1 : 1));
}

/** The year in which one applies: the year before the Match. */
function applicationYear({ facts }: View): number {
  return facts.profile.matchYear - 1;
}

function isClosedAllSummer(host: Institution | undefined): boolean {
  const open = host?.monthsOpenToInternational;
  return open !== undefined && !JULY_TO_SEPTEMBER.some((month) => open.includes(month));
}

function hostOf(rotation: Rotation, { world }: View): Institution | undefined {
  return world.host(rotation.host.institutionId, rotation.mode);
}
