/** The outcome of a plan: dates, letters, cost, and risk, so that two plans can be compared. */

import { type AgendaAt, agendaAt } from '#shared/agenda/agenda-at.ts';
import { WAIT_UNKNOWN_DAYS } from '#shared/agenda/matters/step-times.ts';
import type { Day } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import type { CostTotal } from '#shared/plan/costs/estimate.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { letterReadyDay } from '#shared/plan/letters/due.ts';
import { lettersByMode } from '#shared/plan/letters/placed.ts';
import { grantsLetters } from '#shared/plan/rotation/site.ts';
import { pathSteps } from '#shared/words/path-steps.ts';
import type { Season } from '#shared/world/season/season.ts';
import type { Mode } from '#shared/world/vocabulary.ts';
import type { World } from '#shared/world/world.ts';
import type { Flaws } from './flaws.ts';
import { type Missed, missedOf } from './missed.ts';

export interface Outcome extends Flaws {
  readonly rotations: readonly { readonly name: string; readonly start: Day }[];
  /** Rotations that can no longer be prepared in time: the step that is too late, and by how many days. */
  readonly missed: readonly (Missed & { readonly name: string })[];
  /** The first latest safe day that is not past; absent when none is left. */
  readonly nextSafeDay?: Day;
  /** Letters that can be there when programs begin to review: one for each month, and those that come from no month. */
  readonly lettersInTime: number;
  /** The same as `2 hands-on, 1 observer`. */
  readonly lettersByMode: string;
  readonly cost: CostTotal;
}

export interface WhatIf {
  readonly id: string;
  readonly title: string;
  readonly before: Outcome;
  readonly after: Outcome;
}

/** Two months, as consulates' waits have changed within half a year. */
const VISA_LATER_DAYS = 61;
export const VISA_LATER = {
  id: 'visa-later',
  title: 'The visa appointment comes two months later',
} as const;

/** Later than the wait that the agenda counts, where none is entered. */
export function withVisaLater<Of extends { readonly visaWaitDays?: number }>(profile: Of): Of {
  const { visaWaitDays = WAIT_UNKNOWN_DAYS } = profile;
  return { ...profile, visaWaitDays: visaWaitDays + VISA_LATER_DAYS };
}

interface Known {
  readonly cost: CostTotal;
  readonly flaws: Flaws;
  /** Letters that come from none of the rotations. */
  readonly otherLetters: readonly (Mode | undefined)[];
  /** Where the agenda's own are not those that are shown. */
  safeDays?(at: AgendaAt): readonly Day[];
}

export function outcomeOf(
  facts: Facts,
  { cost, flaws, otherLetters, safeDays = startDays }: Known,
  world: World,
  now: Instant,
): Outcome {
  const { rotations, profile } = facts;
  const today = dayIn(EASTERN, now);
  const season = world.season(profile.matchYear);
  const at = agendaAt(facts, world, now);
  const planned = rotations.map((rotation) => ({ rotation, missed: missedOf(rotation, at, now) }));
  const [nextSafeDay] = safeDays(at)
    .filter((day) => day >= today)
    .toSorted();
  const inTime = planned.filter(
    ({ rotation, missed }) => !missed && letterInTime(rotation, world, season),
  );
  return {
    rotations: rotations.flatMap(({ host: { name }, dates }) =>
      dates ? [{ name, start: dates.start }] : [],
    ),
    missed: planned.flatMap(({ rotation, missed }) =>
      missed ? [{ name: rotation.host.name, ...missed }] : [],
    ),
    ...(nextSafeDay && { nextSafeDay }),
    lettersInTime: inTime.length + otherLetters.length,
    lettersByMode: lettersByMode([...inTime.map(({ rotation }) => rotation.mode), ...otherLetters]),
    cost,
    ...flaws,
  };
}

function startDays(at: AgendaAt): Day[] {
  return pathSteps(at).flatMap(({ startBy }) => startBy ?? []);
}

function letterInTime(rotation: Rotation, world: World, season: Season): boolean {
  const { dates } = rotation;
  const review = season.dates['programs-review-opens'];
  if (!dates || !review || !grantsLetters(rotation, world)) return false;
  return letterReadyDay(dates, season) <= review.day;
}
