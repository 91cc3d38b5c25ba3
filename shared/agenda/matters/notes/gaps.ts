/** What lies between rotations: days that two share, too few days to travel, and a stay that is too long for one entry. */
import { daysBetween, plusDays } from '#shared/base/time/day.ts';
import type { Rotation, RotationDates } from '#shared/plan/facts/rotation.ts';
import { isClinical, isInUs } from '#shared/plan/rotation/kind.ts';
import { byStart } from '#shared/plan/rotation/moments.ts';
import { onPlan } from '#shared/plan/rotation/on-plan.ts';
import { type Matter, note, onRotation, type View } from '../../matter.ts';
import { isHeld } from '../conflicts.ts';

type Dated = Rotation & { readonly dates: RotationDates };

/** A day to leave and a day to arrive; ours. */
const TRAVEL_DAYS = 2;
/** Entry without a visa (ESTA). */
export const VISA_FREE_DAYS = 90;
/** Our default: a shorter way out and in again looks like one stay to an officer. */
const SAME_STAY_DAYS = 14;

export function gapNotes({ facts }: View): Matter[] {
  const dated = onPlan(facts)
    .filter((rotation): rotation is Dated => rotation.dates !== undefined)
    .toSorted(byStart);
  const inUs = dated.filter((rotation) => isInUs(rotation));
  const clinical = dated.filter(isClinical);
  return [
    ...clinical.flatMap((first, index) =>
      clinical.slice(index + 1).flatMap((next) => sharedDays(first, next)),
    ),
    ...clinical.flatMap((next) => travel(next, clinical)),
    ...(facts.profile.entry === 'waiver' ? runs(inUs).flatMap(longStay) : []),
  ];
}

/** Applications may overlap, since one of them may fail; two places that are held are a conflict. */
function sharedDays(first: Dated, next: Dated): Matter[] {
  const held = [first, next].filter(isHeld).length;
  if (next.dates.start > first.dates.end || held === 2) return [];
  const weight = held === 1 ? 'warning' : 'advice';
  return [
    note(
      { code: 'share-days', weight, source: 'the dates that you entered' },
      { subject: `${first.id}/${next.id}`, about: { rotationId: next.id, otherId: first.id } },
    ),
  ];
}

/** Moving between hosts takes days; each rotation is compared with the one that ends last before it starts. */
function travel(next: Dated, dated: readonly Dated[]): Matter[] {
  const [first] = dated
    .filter(({ dates }) => dates.end < next.dates.start)
    .toSorted((a, b) => (a.dates.end > b.dates.end ? -1 : 1));
  if (!first || !isJourney(first, next)) return [];
  const freeDays = daysBetween(first.dates.end, next.dates.start) - 1;
  if (freeDays >= TRAVEL_DAYS) return [];
  return [
    note(
      {
        code: 'travel-gap',
        freeDays,
        startFrom: plusDays(first.dates.end, TRAVEL_DAYS + 1),
        weight: 'advice',
        source: 'our own default (a day to leave and a day to arrive)',
      },
      { subject: next.id, about: { rotationId: next.id, otherId: first.id } },
    ),
  ];
}

/** Without a visa, one entry lasts 90 days at most. */
function longStay(run: readonly Dated[]): Matter[] {
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last) return [];
  const { start: from } = first.dates;
  const { end: to } = last.dates;
  if (daysBetween(from, to) + 1 <= VISA_FREE_DAYS) return [];
  return [
    note(
      {
        code: 'visa-free-stay',
        from,
        to,
        weight: 'warning',
        source: 'https://wp.uthscsa.edu/ois/immigration/b-1/vmse/ (entry as WB, at most 90 days)',
      },
      onRotation(first),
    ),
  ];
}

/** Another host, and not both at home. */
function isJourney(first: Dated, next: Dated): boolean {
  const isAtHome = !isInUs(first) && first.country === next.country;
  return first.host.name !== next.host.name && !isAtHome;
}

/** Rotations with no way home between them. */
function runs(rotations: readonly Dated[]): Dated[][] {
  return rotations.reduce<Dated[][]>((found, rotation) => {
    const run = found.at(-1);
    const before = run?.at(-1);
    const continues =
      before !== undefined && daysBetween(before.dates.end, rotation.dates.start) <= SAME_STAY_DAYS;
    if (run && continues) run.push(rotation);
    else found.push([rotation]);
    return found;
  }, []);
}
