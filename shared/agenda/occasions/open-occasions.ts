/** Everything a person could be doing now, whether or not it is spoken of. */
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { World } from '#shared/world/world.ts';
import { type Occasion, viewOf } from './occasion.ts';
import { RULES } from './rules.ts';

/** Nearest deadline first; whether or not an email is due. */
export function openOccasions(facts: Facts, world: World): Occasion[] {
  const view = viewOf(facts, world);
  return RULES.flatMap((rule) => rule.judge(view))
    .flatMap((judged) => (judged.state === 'open' ? [judged.occasion] : []))
    .toSorted(byDeadline);
}

function byDeadline(a: Occasion, b: Occasion): number {
  return a.deadline.at < b.deadline.at ? -1 : a.deadline.at > b.deadline.at ? 1 : 0;
}
