/** What a plan comes to: its dates, letters, cost and risk, so that two plans can be laid side by side. */

import { backPlan } from '#shared/agenda/back-plan/back-plan.ts';
import type { Day } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import type { CostTotal } from '#shared/plan/costs/estimate.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { letterDueDay } from '#shared/plan/letters/due.ts';
import type { Season } from '#shared/world/season/season.ts';
import type { World } from '#shared/world/world.ts';
import type { Flaws } from './flaws.ts';

export interface Outcome extends Flaws {
  readonly rotations: readonly { readonly name: string; readonly start: Day }[];
  /** Rotations that can no longer be begun in time, each with the days it lacks. */
  readonly lost: readonly { readonly name: string; readonly byDays: number }[];
  /** The earliest latest-safe day that is not past; absent when none is left. */
  readonly nextSafeDay?: Day;
  /** Letters that can be there when programs begin to review: one a month, and those that no month gives. */
  readonly lettersInTime: number;
  readonly cost: CostTotal;
}

export interface WhatIf {
  readonly id: string;
  readonly title: string;
  readonly before: Outcome;
  readonly after: Outcome;
}

/** Two months, as consulates' waits have moved within a half-year. */
export const VISA_LATER_DAYS = 61;
export const VISA_LATER = {
  id: 'visa-later',
  title: 'The visa appointment comes two months later',
} as const;

export function outcomeOf(
  facts: Facts,
  known: { readonly cost: CostTotal; readonly flaws: Flaws; readonly otherLetters: number },
  world: World,
  now: Instant,
): Outcome {
  const { rotations, profile } = facts;
  const today = dayIn(EASTERN, now);
  const season = world.season(profile.matchYear);
  const planned = rotations.map((rotation) => ({
    rotation,
    plan: backPlan(rotation, facts, world, today),
  }));
  const lost = planned.flatMap(({ rotation, plan }) =>
    plan?.impossible ? [{ name: rotation.host.name, byDays: plan.impossible.byDays }] : [],
  );
  const [nextSafeDay] = planned
    .flatMap(({ plan }) => plan?.steps ?? [])
    .flatMap(({ beginBy }) => (beginBy && beginBy >= today ? [beginBy] : []))
    .toSorted();
  const inTime = planned.filter(
    ({ rotation, plan }) => !plan?.impossible && letterInTime(rotation, world, season),
  );
  return {
    rotations: rotations.flatMap(({ host: { name }, dates }) =>
      dates ? [{ name, start: dates.start }] : [],
    ),
    lost,
    ...(nextSafeDay && { nextSafeDay }),
    lettersInTime: inTime.length + known.otherLetters,
    cost: known.cost,
    ...known.flaws,
  };
}

function letterInTime({ dates, host, mode }: Rotation, world: World, season: Season): boolean {
  const review = season.dates['programs-review-opens'];
  if (!dates || !review || world.host(host.institutionId, mode)?.grantsLetters === false)
    return false;
  return letterDueDay(dates, season) <= review.day;
}
