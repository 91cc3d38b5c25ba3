/** A person's whole plan looked at on a day: every back-plan, and everything found, gravest first. */

import type { Day } from '#shared/base/time/day.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { World } from '#shared/world/world.ts';
import { type BackPlan, backPlan } from '../back-plan/back-plan.ts';
import { checkPlan } from '../checks/check-plan.ts';
import { type Diagnostic, SEVERITIES } from '../checks/diagnostic.ts';
import { backPlanFindings } from '../checks/findings.ts';

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
