/** One thing changed in a plan, and what it does to dates, letters, cost and risk, beside the plan as it is. */
import { backPlan } from '../back-plan/back-plan.ts';
import { addTotals, type CostTotal, totalOf } from '../costs/estimate.ts';
import { letterDueDay } from '../letters/due.ts';
import type { ShortlistProfile } from '../shortlist/profile.ts';
import { factsOf } from '../shortlist/stay.ts';
import type { Day } from '../time/day.ts';
import { dayIn, EASTERN } from '../time/instant.ts';
import { findingsOf, flawsOf } from './flaws.ts';
import type { Option } from './option.ts';
import type { ProposeContext } from './propose.ts';

/** Two months, as consulates' waits have moved within a half-year. */
const VISA_LATER_DAYS = 61;

export interface Outcome {
  readonly rotations: readonly { readonly name: string; readonly start: Day }[];
  /** Rotations that can no longer be begun in time, each with the days it lacks. */
  readonly lost: readonly { readonly name: string; readonly byDays: number }[];
  /** The earliest latest-safe day over all steps that are not late yet; absent when none is left. */
  readonly nextSafeDay?: Day;
  /** Letters that can be there when programmes begin to review: one a month, and the research mentor's. */
  readonly lettersInTime: number;
  readonly cost: CostTotal;
  readonly warnings: number;
  readonly advice: number;
}

export interface WhatIf {
  readonly id: string;
  readonly title: string;
  readonly before: Outcome;
  readonly after: Outcome;
}

/** Visa two months later, for whoever needs one; and each host saying no, with its backup in its place. */
export function whatIfs(
  plan: readonly Option[],
  backups: readonly (Option | undefined)[],
  context: ProposeContext,
): WhatIf[] {
  const { profile } = context;
  const before = outcomeOf(plan, profile, context);
  const later = { ...profile, visaWaitDays: (profile.visaWaitDays ?? 0) + VISA_LATER_DAYS };
  return [
    ...(profile.needsVisa
      ? [
          {
            id: 'visa-later',
            title: 'The visa appointment comes two months later',
            before,
            after: outcomeOf(plan, later, context),
          },
        ]
      : []),
    ...plan.map((option, at): WhatIf => {
      const backup = backups[at];
      const rest = plan.flatMap((each) => (each === option ? (backup ?? []) : each));
      return {
        id: `reject-${at + 1}`,
        title: `${option.site.name} says no${backup ? `, and ${backup.site.name} takes its place` : ''}`,
        before,
        after: outcomeOf(rest, profile, context),
      };
    }),
  ];
}

function outcomeOf(
  plan: readonly Option[],
  profile: ShortlistProfile,
  { world, now, once }: ProposeContext,
): Outcome {
  const rotations = plan.map(({ rotation }) => rotation);
  const facts = factsOf(profile, rotations);
  const today = dayIn(EASTERN, now);
  const season = world.season(profile.matchYear);
  const review = season.dates['programmes-review-opens']?.day;
  const planned = rotations.map((rotation) => ({
    rotation,
    plan: backPlan(rotation, facts, world, today),
  }));
  const lost = planned.flatMap(({ rotation, plan: of }) =>
    of?.impossible ? [{ name: rotation.host.name, byDays: of.impossible.byDays }] : [],
  );
  const safe = planned
    .flatMap(({ plan: of }) => of?.steps ?? [])
    .flatMap(({ beginBy }) => (beginBy && beginBy >= today ? [beginBy] : []))
    .toSorted();
  const [nextSafeDay] = safe;
  const inTime = planned.filter(
    ({ rotation, plan: of }) =>
      rotation.dates &&
      review &&
      !of?.impossible &&
      world.host(rotation.host.institutionId)?.grantsLetters !== false &&
      letterDueDay(rotation.dates, season) <= review,
  );
  return {
    rotations: rotations.flatMap(({ host: { name }, dates }) =>
      dates ? [{ name, start: dates.start }] : [],
    ),
    lost,
    ...(nextSafeDay && { nextSafeDay }),
    lettersInTime: inTime.length + (profile.researchMentorLetter ? 1 : 0),
    cost: addTotals([totalOf(once), ...plan.map(({ cost }) => cost)]),
    ...flawsOf(findingsOf(rotations, profile, world, now)),
  };
}
