/** What `npm run plan` answers: the steps, what will be emailed, and what was found. */

import type { PlannedStep } from '#shared/agenda/back-plan/back-plan.ts';
import { type DoNow, doNow } from '#shared/agenda/back-plan/do-now.ts';
import type { Diagnostic } from '#shared/agenda/checks/diagnostic.ts';
import { rungsOf } from '#shared/agenda/occasions/ladder.ts';
import { openOccasions } from '#shared/agenda/occasions/open-occasions.ts';
import type { Whom } from '#shared/agenda/occasions/rule.ts';
import { RULES } from '#shared/agenda/occasions/rules.ts';
import { wholePlan } from '#shared/agenda/plan-file/whole-plan.ts';
import type { Day } from '#shared/base/time/day.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Certainty } from '#shared/world/provenance.ts';
import type { World } from '#shared/world/world.ts';

export interface PlannedNudge {
  readonly rule: string;
  readonly subject: string;
  /** The day by which it should be done. */
  readonly due: Day;
  readonly opens?: Day;
  readonly whom: Whom;
  readonly title: string;
  readonly next: string;
  readonly certainty: Certainty;
  readonly source: string;
  /** The days on which it is still spoken of if nobody acts, by the reader's calendar. */
  readonly mailedOn: readonly Day[];
}

export interface PlanReport {
  readonly today: Day;
  readonly steps: readonly PlannedStep[];
  readonly doNow: readonly DoNow[];
  readonly nudges: readonly PlannedNudge[];
  readonly findings: readonly Diagnostic[];
}

export function planReport(facts: Facts, world: World, now: Instant): PlanReport {
  const { zone } = facts.profile;
  const today = dayIn(zone, now);
  const { plans, findings } = wholePlan(facts, world, today);
  return {
    today,
    steps: plans.flatMap(({ steps }) => steps),
    doNow: doNow(plans, today),
    nudges: openOccasions(facts, world).map((occasion) => ({
      rule: occasion.rule,
      subject: occasion.subject,
      due: occasion.deadline.day,
      ...(occasion.opens && { opens: occasion.opens }),
      whom: whomOf(occasion.rule),
      title: occasion.words.title,
      next: occasion.words.next,
      certainty: occasion.deadline.certainty,
      source: occasion.deadline.source,
      mailedOn: rungsOf(occasion, zone)
        .filter(({ until }) => until > now)
        .map(({ at }) => dayIn(zone, at))
        .map((day) => (day < today ? today : day)),
    })),
    findings,
  };
}

function whomOf(ruleId: string): Whom {
  return RULES.find(({ id }) => id === ruleId)?.whom ?? 'applicant';
}
