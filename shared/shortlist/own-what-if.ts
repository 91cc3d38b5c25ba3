/** A person's own plan as it is, beside the same plan with one thing changed. Nothing is written. */

import { agendaAt } from '#shared/agenda/agenda-at.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { isComing } from '#shared/plan/facts/letter.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { modeOfLetter } from '#shared/plan/letters/placed.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { onPlan } from '#shared/plan/rotation/on-plan.ts';
import { findingsOf } from '#shared/words/findings.ts';
import type { World } from '#shared/world/world.ts';
import { flawsOf } from './flaws.ts';
import { type Outcome, outcomeOf, VISA_LATER, type WhatIf, withVisaLater } from './outcome.ts';

/** The visa two months later, if one is still needed; and a no from each host whose rotation is not done. */
export function ownWhatIfs(facts: Facts, world: World, now: Instant): WhatIf[] {
  const { profile } = facts;
  const ahead = onPlan(facts).filter(isAhead);
  if (ahead.length === 0) return [];
  const before = ownOutcome(facts, world, now);
  const later = { ...facts, profile: withVisaLater(profile) };
  return [
    ...(profile.entry === 'visa'
      ? [{ ...VISA_LATER, before, after: ownOutcome(later, world, now) }]
      : []),
    ...ahead.map(
      (rotation): WhatIf => ({
        id: `reject-${rotation.id}`,
        title: `The ${nameOf(rotation)} falls through`,
        before,
        after: ownOutcome(without(facts, rotation), world, now),
      }),
    ),
  ];
}

function ownOutcome(facts: Facts, world: World, now: Instant): Outcome {
  const entered = (facts.costs ?? []).map(({ amountUsd }) => amountUsd);
  return outcomeOf(
    { ...facts, rotations: onPlan(facts) },
    {
      cost: { knownUsd: entered.reduce((sum, usd) => sum + usd, 0), unknown: 0 },
      flaws: flawsOf(findingsOf(agendaAt(facts, world, now))),
      otherLetters: (facts.letters ?? [])
        .filter(isComing)
        .map(({ writer }) => modeOfLetter(writer.specialty, undefined)),
    },
    world,
    now,
  );
}

/** Costs entered for it are not spent either. */
function without(facts: Facts, { id }: Rotation): Facts {
  return {
    ...facts,
    rotations: facts.rotations.filter((rotation) => rotation.id !== id),
    ...(facts.costs && { costs: facts.costs.filter(({ rotationId }) => rotationId !== id) }),
  };
}

function isAhead({ stage }: Rotation): boolean {
  return stage === 'identify' || stage === 'apply' || stage === 'documents';
}
