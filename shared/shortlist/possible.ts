/** Every way to rotate at a place in the wished months, judged: may this person apply, and is it still in time. */

import { agendaAt } from '#shared/agenda/agenda-at.ts';
import { counted } from '#shared/base/sentence.ts';
import type { Day } from '#shared/base/time/day.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import type { Certainty } from '#shared/world/provenance.ts';
import { type CanApply, canApply, type Gate, stayGates } from './gates.ts';
import { missedOf } from './missed.ts';
import type { Asked, ShortlistProfile } from './profile.ts';
import { compareKeys } from './rank.ts';
import type { Site } from './site.ts';
import { factsOf, rotationOf, staysAt } from './stay.ts';
import { type Timetable, timetableOf } from './timetable.ts';

export interface Possible {
  readonly site: Site;
  readonly month?: string;
  readonly rotation: Rotation;
  readonly gates: readonly Gate[];
  readonly canApply: CanApply;
  /** The last safe day for the application; absent without months. */
  readonly applyBy?: { readonly day: Day; readonly certainty: Certainty };
  /** Why a graduate is not sent there, where no page says that it takes graduates. */
  readonly forStudents?: string;
  /** Why it is too late, where it is. */
  readonly tooLate?: string;
  /** Where it has dates: a stay whose steps cannot follow one another may still work out, and nobody proposes it. */
  readonly timetable?: Timetable;
}

/** The best one first, as far as rules say: may apply, hands-on, the fewest questions, the first month. */
export function possiblesAt(
  site: Site,
  { profile, now }: Pick<Asked, 'profile' | 'now'>,
): Possible[] {
  return specialtiesAt(site)
    .flatMap((specialty) =>
      staysAt(site, profile.months).map((stay): Possible => {
        const gates = stayGates(stay, profile, specialty);
        const id = [site.id, specialty, stay.month].filter(Boolean).join('.');
        const rotation = rotationOf(stay, specialty, id, now, profile);
        const answer = canApply(gates);
        const forStudents =
          answer === 'no' ? undefined : forStudentsOnly(rotation, gates, profile, site);
        return {
          site,
          ...(stay.month && { month: stay.month }),
          rotation,
          gates,
          canApply: forStudents ? 'no' : answer,
          ...(forStudents && { forStudents }),
        };
      }),
    )
    .toSorted((a, b) => compareKeys(keyOf(a), keyOf(b)));
}

/** An elective is for students unless a page says otherwise: to a graduate, a page that is silent or undated opens none. */
function forStudentsOnly(
  { mode }: Rotation,
  gates: readonly Gate[],
  { enrollment }: ShortlistProfile,
  { host }: Site,
): string | undefined {
  if (enrollment === 'enrolled' || mode === 'observer' || host.acceptsGraduates === 'yes') {
    return undefined;
  }
  const { text } = gates.find(({ rule }) => rule === 'G12') ?? {};
  return [text, 'Hands-on electives are for students unless a page says otherwise.']
    .filter(Boolean)
    .join(' ');
}

/** The same with the days of each, what is too late after what is not. */
export function inTime(possibles: readonly Possible[], asked: Asked): Possible[] {
  return possibles
    .map((each) =>
      each.month && each.canApply !== 'no' ? { ...each, ...timeOf(each, asked) } : each,
    )
    .toSorted((a, b) => compareKeys(keyOf(a), keyOf(b)));
}

/** Whether it can be proposed: nothing speaks against it, and IR is known to be open where it is IR. */
export function isSound(of: Possible): boolean {
  const { canApply: answer, gates, rotation } = of;
  if (answer === 'no' || whyLate(of)) return false;
  if (gates.some(({ speaksAgainst }) => speaksAgainst)) return false;
  return rotation.specialty !== 'ir' || gates.some(isDepartmentOpen);
}

/** Why its steps cannot follow one another from today on, where they cannot. */
export function whyLate({ tooLate, timetable }: Possible): string | undefined {
  return tooLate ?? timetable?.blockedBy;
}

/** A page that is undated or old only hints at it. */
function isDepartmentOpen({ rule, state }: Gate): boolean {
  return rule === 'host-department' && state === 'meets';
}

/** Gates whose answer is not known yet. */
export function doubtsOf(gates: readonly Gate[]): readonly Gate[] {
  return gates.filter(({ state }) => state === 'unknown');
}

/** The departments that its page does not close to visitors; IR only where the page or a program has it. */
function specialtiesAt({ ir, host: { offering } }: Site): ('ir' | 'dr')[] {
  const { interventional, radiology } = offering;
  const isIr = interventional === 'yes' || (interventional === undefined && ir !== undefined);
  const open = [
    ...(isIr ? (['ir'] as const) : []),
    ...(radiology === 'no' ? [] : (['dr'] as const)),
  ];
  return open.length > 0 ? open : ['dr'];
}

function timeOf(
  { rotation, site: { host } }: Possible,
  { profile, world, now }: Asked,
): Pick<Possible, 'applyBy' | 'tooLate' | 'timetable'> {
  const at = agendaAt(factsOf(profile, [rotation]), world, now);
  const missed = missedOf(rotation, at, now);
  const due = at.matters.find(({ rule }) => rule === 'apply')?.due;
  return {
    ...(due && { applyBy: { day: due.day, certainty: due.certainty } }),
    timetable: timetableOf(rotation, host, at),
    ...(missed && {
      tooLate: `Too late for your months: ${missed.title} (${counted(missed.byDays, 'day')} late).`,
    }),
  };
}

function keyOf({
  canApply: answer,
  tooLate,
  timetable,
  gates,
  rotation,
}: Possible): readonly number[] {
  return [
    answer === 'no' ? 1 : 0,
    tooLate ? 1 : 0,
    rotation.mode === 'observer' ? 1 : 0,
    answer === 'yes' ? 0 : 1,
    doubtsOf(gates).length,
    // Of months that are alike, one whose first steps are still ahead.
    timetable?.isLate ? 2 : timetable?.blockedBy ? 1 : 0,
  ];
}
