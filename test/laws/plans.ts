/** Generated plans: half of people who add, report, waver, and err through some months; half as someone imports them. */
import { DAY_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { accept, withTimePassed } from '#shared/people/applicant/accept.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { actOf, bornOf, peopleOf } from '../season/people.ts';
import { type Random, randomOf } from '../season/random.ts';
import { statedPlan } from './stated.ts';

export interface GeneratedPlan {
  readonly seed: number;
  readonly applicant: Applicant;
  /** The moment of the last act. */
  readonly now: Instant;
}

const NOVEMBER: Instant = '2026-11-23T17:00:00.000Z';
const ACTS_MAX = 60;
/** Up to nineteen months, so that some plans are looked at after their season. */
const STEP_DAYS_MAX = 14;

/** The same seed gives the same plan. */
export function planOf(seed: number): GeneratedPlan {
  const random = randomOf(seed);
  const { now, applicant } = seed % 2 === 0 ? statedPlan(seed, random) : livedPlan(seed, random);
  return { seed, applicant: withTimePassed(applicant, now, PUBLISHED_WORLD), now };
}

export function plansOf(count: number): GeneratedPlan[] {
  return Array.from({ length: count }, (_, index) => planOf(index + 1));
}

function livedPlan(seed: number, random: Random): Omit<GeneratedPlan, 'seed'> {
  const [person] = peopleOf(1, random, seed % 20);
  if (!person) throw new Error('A season has people.');
  let now = plusMs(NOVEMBER, random.between(0, 90) * DAY_MS);
  let applicant = bornOf(person, now);
  const acts = random.between(0, ACTS_MAX);
  for (let count = 0; count < acts; count += 1) {
    applicant = withTimePassed(applicant, now, PUBLISHED_WORLD);
    const act = actOf(person, applicant, now);
    if (act.kind === 'update') {
      const answer = accept(applicant, act.update, now, PUBLISHED_WORLD);
      if (answer.verdict === 'accepted') applicant = answer.applicant;
    }
    now = plusMs(now, random.between(0, STEP_DAYS_MAX) * DAY_MS);
  }
  return { now, applicant };
}
