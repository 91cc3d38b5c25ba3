/** What `npm run plan` answers: the steps, what will be mailed, and what was found. */
import type { Facts } from '../applicant/facts.ts';
import type { PlannedStep } from '../back-plan/back-plan.ts';
import { type DoNow, doNow } from '../back-plan/do-now.ts';
import { wholePlan } from '../back-plan/whole-plan.ts';
import { rungsOf } from '../nudges/ladder.ts';
import { openOccasions } from '../nudges/open-occasions.ts';
import type { Whom } from '../nudges/rule.ts';
import { RULES } from '../nudges/rules.ts';
import type { Diagnostic } from '../plan-check/diagnostic.ts';
import type { Certainty } from '../provenance.ts';
import type { Day } from '../time/day.ts';
import { dayIn, type Instant } from '../time/instant.ts';
import type { World } from '../world.ts';

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
    nudges: openOccasions({ facts }, world).map((occasion) => ({
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
