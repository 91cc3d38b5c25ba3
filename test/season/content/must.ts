/**
 * What must be said, from when, and by when at the latest: obligations that someone with facts.md open would keep for this
 * person. An email keeps one that speaks of the thing, of the rotation or the writer, and of the day where there is one.
 */
import { owedBefore } from './must-apply.ts';
import { owedOfLetters } from './must-letters.ts';
import { owedOfPlan } from './must-plan.ts';
import { owedOnTheWay } from './must-rotate.ts';
import type { Owed } from './owed.ts';
import { nameOf } from './reading.ts';
import { seasonOver } from './season-by-hand.ts';
import { isOpen, type Situation } from './situation.ts';

export function owedTo(situation: Situation): Owed[] {
  const { facts, season } = situation;
  const ofRotations = facts.rotations.filter(isOpen).flatMap((rotation) => {
    const state = JSON.stringify(rotation);
    return [...owedBefore(rotation, situation), ...owedOnTheWay(rotation, situation)].map(
      (each): Owed => ({
        ...each,
        key: `${each.key}, ${rotation.id}`,
        names: [
          nameOf(rotation),
          `for ${rotation.host.name}`,
          `an application to ${rotation.host.name} `,
        ],
        state,
      }),
    );
  });
  return [...ofRotations, ...owedOfLetters(situation), ...owedOfPlan(situation)].filter(
    ({ by }) => by <= seasonOver(season),
  );
}
