/** `checkPlan`: what is wrong or worth knowing about a whole plan, whatever the day. Pure. */
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { World } from '#shared/world/world.ts';
import { viewOf } from '../view.ts';
import { CHECKS } from './checks.ts';
import { type Diagnostic, SEVERITIES } from './diagnostic.ts';

/** Every finding, gravest first. */
export function checkPlan(facts: Facts, world: World): Diagnostic[] {
  const view = viewOf(facts, world);
  return CHECKS.flatMap((check) => check.judge(view))
    .flatMap((verdict) => (verdict.state === 'found' ? [verdict.diagnostic] : []))
    .toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}
