/** Since when a matter is on the plan, and can or must be done: nobody is blamed for a day before that. */
import { type Day, earliest } from '#shared/base/time/day.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { lastLostOn } from '#shared/plan/letters/placed.ts';
import { dayShown, type Matter } from './matter.ts';

/** A matter of the whole plan is on it since its first rotation; the day of an old rotation is not known. */
export function onPlanSince({ about }: Matter, { rotations }: Facts): Day | undefined {
  const own = rotations.find(({ id }) => id === about.rotationId);
  if (own) return own.addedOn;
  const [first, ...others] = rotations.flatMap(({ addedOn }) => addedOn ?? []);
  return first && earliest(first, ...others);
}

/** The answer to an offer, and what nobody can do before it. */
const AFTER_OFFER = ['accept', 'payment', 'G14', 'visa', 'esta', 'housing', 'flight'];

function followsOffer({ rule }: Pick<Matter, 'rule'>): boolean {
  return AFTER_OFFER.includes(rule);
}

export interface BeforePlan {
  /** The day that is shown was over before it was on the plan, or before the offer or the writer's no that it follows. */
  readonly wasBeforePlan?: true;
  /** It was before the offer rather than before the rotation was added; only where the offer's day is known. */
  readonly wasBeforeOffer?: true;
  /** A writer who had been asked said no, or was silent, after it. */
  readonly wasBeforeRefusal?: true;
}

export function beforePlanOf(matter: Matter, facts: Facts): BeforePlan {
  const shown = dayShown(matter);
  const rotation = facts.rotations.find(({ id }) => id === matter.about.rotationId);
  const offered = followsOffer(matter) ? rotation?.offeredOn : undefined;
  const refused = matter.rule === 'G15' ? lastLostOn(rotation?.letters) : undefined;
  const since = offered ?? refused ?? onPlanSince(matter, facts);
  if (shown === undefined || since === undefined || shown >= since) return {};
  return {
    wasBeforePlan: true,
    ...(offered && { wasBeforeOffer: true as const }),
    ...(refused && { wasBeforeRefusal: true as const }),
  };
}
