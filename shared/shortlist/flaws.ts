/** What the plan check finds in a whole plan. Plans of the same kinds of months have the same findings, so each kind is judged once. */

import { type Count, viewOf } from '#shared/agenda/matter.ts';
import { countMatters } from '#shared/agenda/matters/counts.ts';
import { noteMatters } from '#shared/agenda/matters/notes/notes.ts';
import { plusDays } from '#shared/base/time/day.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { siteOf, tierOf } from '#shared/plan/rotation/site.ts';
import { type Finding, inOrder, ofCount, ofNote, type Severity } from '#shared/words/findings.ts';
import type { World } from '#shared/world/world.ts';
import type { Option } from './option.ts';
import type { Asked } from './profile.ts';
import { factsOf } from './stay.ts';

/** Counts, kinds of sites, order, and months. What one host states is a doubt or a failure of its own option. */
const WHOLE_PLAN_RULES = [
  'G1',
  'G2',
  'G3',
  'G4',
  'G4b',
  'G5',
  'G5b',
  'G9a',
  'G9b',
  'G22',
  'G23',
  'G25',
  'overlap',
  'travel-gap',
] as const;
const RULES: ReadonlySet<string> = new Set(WHOLE_PLAN_RULES);

/** Warnings count before advice; other findings do not count. */
export interface Flaws {
  readonly warnings: number;
  readonly advice: number;
}

/** What the agenda finds in these rotations as a whole, beside the months already done. */
export function findingsOf(rotations: readonly Rotation[], asked: Asked): Finding[] {
  const { profile, world } = asked;
  const view = viewOf(factsOf(profile, [...pastMonths(asked), ...rotations]), world);
  const found = [...countMatters(view), ...noteMatters(view)]
    .filter(({ rule }) => RULES.has(rule))
    .flatMap((matter) => [
      ...ofNote(matter, view),
      ...ofCount(matter, view, matter.count !== undefined && isShort(matter.count)),
    ]);
  return inOrder(found);
}

/** Findings as two counts, the more serious first. */
export function flawsOf(findings: readonly Pick<Finding, 'severity'>[]): Flaws {
  const many = (...severities: Severity[]) =>
    findings.filter(({ severity }) => severities.includes(severity)).length;
  return { warnings: many('impossible', 'warning'), advice: many('advice') };
}

/** Judges each combination of kinds once. All plans consist of these options. */
export function flawJudge(
  options: readonly Option[],
  asked: Asked,
): (plan: readonly Option[]) => Flaws {
  const kinds = options.map((option) => kindOf(option, asked.world));
  const numbers = new Map(
    options.map((option, at) => [option, kinds.indexOf(kinds[at] ?? '') + 1]),
  );
  const known = new Map<number, Flaws>();
  return (plan) => {
    // As digits of one number: a plan of four among a hundred kinds stays far below 2 ** 53.
    const key = plan.reduce(
      (sum, option) => sum * (kinds.length + 1) + (numbers.get(option) ?? 0),
      0,
    );
    const before = known.get(key);
    if (before) return before;
    const rotations = plan.map(({ rotation }) => rotation);
    const flaws = flawsOf(findingsOf(rotations, asked));
    known.set(key, flaws);
    return flaws;
  };
}

/** All that the rules above can see of an option. */
function kindOf({ rotation, site, month }: Option, world: World): string {
  const { integratedIr, esir } = siteOf(rotation, world);
  const open = site.host.monthsOpenToInternational;
  const isClosedAllSummer = open !== undefined && ![7, 8, 9].some((each) => open.includes(each));
  const { specialty, mode } = rotation;
  return [
    month,
    specialty,
    mode,
    integratedIr,
    esir,
    tierOf(rotation, world),
    isClosedAllSummer,
  ].join(' ');
}

/** US months that the person has already done: they count, and a Tier 1 month may follow them. */
function pastMonths({ profile: { usHandsOnMonths = 0 }, today, now }: Asked): Rotation[] {
  const yesterday = plusDays(today, -1);
  return Array.from({ length: Math.min(usHandsOnMonths, 2) }, (_, index) => ({
    id: `past-${index + 1}`,
    host: { name: 'An earlier US month' },
    specialty: 'medicine' as const,
    mode: 'hands-on' as const,
    route: 'institution' as const,
    country: 'US',
    dates: { start: plusDays(yesterday, -27 * (index + 1)), end: plusDays(yesterday, -27 * index) },
    stage: 'closed' as const,
    status: 'closed' as const,
    since: now,
    closed: { reason: 'complete' as const, at: now },
    checklist: [],
    letters: [],
  }));
}

/** Nothing that is only proposed can be lost. */
function isShort({ least, done, planned }: Count): boolean {
  return done + planned.length < least;
}
