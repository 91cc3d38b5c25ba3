/** A person's whole plan looked at on a day: every back-plan, and everything found, gravest first. */
import type { Facts } from '../applicant/facts.ts';
import { checkPlan } from '../plan-check/check-plan.ts';
import { type Diagnostic, SEVERITIES } from '../plan-check/diagnostic.ts';
import type { Day } from '../time/day.ts';
import type { World } from '../world.ts';
import { type BackPlan, backPlan } from './back-plan.ts';
import { backPlanFindings } from './findings.ts';

export function wholePlan(
  facts: Facts,
  world: World,
  today: Day,
): { readonly plans: readonly BackPlan[]; readonly findings: readonly Diagnostic[] } {
  const plans = facts.rotations.flatMap(
    (rotation) => backPlan(rotation, facts, world, today) ?? [],
  );
  const findings = [...plans.flatMap(backPlanFindings), ...checkPlan(facts, world)].toSorted(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
  return { plans, findings };
}
