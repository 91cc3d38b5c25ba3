/** How many months there are, in which part of the year, and what too many cost. */
import { partsOf } from '#shared/base/time/day.ts';
import { isComing, isIrLetter } from '#shared/plan/facts/letter.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { letterDueDay } from '#shared/plan/letters/due.ts';
import { byStart } from '#shared/plan/rotation/moments.ts';
import { inUs, irAways, overMost, tally } from '#shared/plan/rotation/on-plan.ts';
import { guideRule } from '#shared/world/guide/rules.ts';
import { type Matter, note, type View } from '../../matter.ts';

/** Our reading of the guide's "early July". */
const EARLY_JULY_LAST = 10;
const JULY_TO_SEPTEMBER = [7, 8, 9];
const MARCH_TO_JUNE = [3, 4, 5, 6];

export function monthNotes(view: View): Matter[] {
  const aways = irAways(view.facts);
  return [
    ...costly(view),
    ...tooManyIr(aways),
    ...(aways.length >= 2 ? [...spring(view, aways), ...summer(view, aways)] : []),
  ];
}

/** G4b: what more than four US months cost, as far as hosts state their fees. */
function costly({ facts, world }: View): Matter[] {
  const rotations = inUs(facts);
  const count = tally(rotations);
  const weight = overMost(count, mostOf('G4b'));
  if (!weight) return [];
  const fees = rotations.map(({ host, mode }) => world.host(host.institutionId, mode)?.feeUsd);
  const usd = fees.reduce<number>((total, fee = 0) => total + fee, 0);
  const unknown = fees.filter((fee) => fee === undefined).length;
  return [note({ code: 'costly', tally: count, usd, unknown, weight })];
}

/** G25 and G25b: nobody needs five IR months, and a third is worth less than one strong letter. */
function tooManyIr(aways: readonly Rotation[]): Matter[] {
  const isPromised = aways.some(({ letters }) =>
    letters.some((letter) => isIrLetter(letter) && isComing(letter)),
  );
  return [
    ...(aways.length > mostOf('G25')
      ? [note({ code: 'five-ir', tally: tally(aways), weight: 'warning' })]
      : []),
    ...(aways.length >= 3 && !isPromised
      ? [note({ code: 'third-without-letter', weight: 'advice' })]
      : []),
  ];
}

/** G9a: with two IR months, one from March to June. The guide nests this under another span; the names of the months are what it means. */
function spring(view: View, aways: readonly Rotation[]): Matter[] {
  if (startingIn(view, aways, MARCH_TO_JUNE).length > 0) return [];
  return [noneIn('no-spring', aways)];
}

/** G9b: with two IR months, the other between July and September, best in early July. */
function summer(view: View, aways: readonly Rotation[]): Matter[] {
  const [first] = startingIn(view, aways, JULY_TO_SEPTEMBER);
  if (first) return lateInSummer(first, view);
  const closed = aways.filter((rotation) => isClosedAllSummer(rotation, view));
  if (closed.length > 0) {
    const hosts = closed.map(({ host }) => host.name);
    return [note({ code: 'summer-closed', hosts, weight: 'advice' })];
  }
  return [noneIn('no-summer', aways)];
}

/** Later than early July the letter may miss the first review; whether it does follows from the dates. */
function lateInSummer({ id, dates }: Rotation, { season }: View): Matter[] {
  if (!dates) return [];
  const { month, dayOfMonth } = partsOf(dates.start);
  if (month === 7 && dayOfMonth <= EARLY_JULY_LAST) return [];
  const due = letterDueDay(dates, season);
  const review = season.dates['programs-review-opens']?.day;
  const weight = review !== undefined && due > review ? 'warning' : 'advice';
  return [
    note(
      { code: 'late-summer', due, ...(review && { review }), weight },
      { about: { rotationId: id } },
    ),
  ];
}

/** A rotation without dates may still be then. */
function noneIn(code: 'no-spring' | 'no-summer', aways: readonly Rotation[]): Matter {
  const undated = aways.filter(({ dates }) => !dates).map(({ host }) => host.name);
  return note({ code, undated, weight: undated.length > 0 ? 'advice' : 'warning' });
}

/** In the year before the Match, first start first. */
function startingIn(
  { facts }: View,
  aways: readonly Rotation[],
  months: readonly number[],
): Rotation[] {
  return aways
    .filter(({ dates }) => {
      if (!dates) return false;
      const { year, month } = partsOf(dates.start);
      return year === facts.profile.matchYear - 1 && months.includes(month);
    })
    .toSorted(byStart);
}

function isClosedAllSummer({ host, mode }: Rotation, { world }: View): boolean {
  const open = world.host(host.institutionId, mode)?.monthsOpenToInternational;
  return open !== undefined && !JULY_TO_SEPTEMBER.some((month) => open.includes(month));
}

function mostOf(rule: string): number {
  return guideRule(rule)?.countMax ?? Number.MAX_SAFE_INTEGER;
}
