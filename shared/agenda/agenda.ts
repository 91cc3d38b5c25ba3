/** `agenda(facts, world)`: everything that must happen or has to be learned, in the order used for equal days. */
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { World } from '#shared/world/world.ts';
import { withChains } from './chains.ts';
import { type Matter, viewOf } from './matter.ts';
import { closedMatters } from './matters/closed.ts';
import { conflictMatters } from './matters/conflicts.ts';
import { countMatters } from './matters/counts.ts';
import { askedInTime, behindGates, gateMatters, refusedIn } from './matters/gates.ts';
import { letterMatters } from './matters/letters.ts';
import { noteMatters } from './matters/notes/notes.ts';
import { onRotationMatters } from './matters/on-rotation.ts';
import { paperMatters } from './matters/papers.ts';
import { pathMatters } from './matters/path.ts';
import { questionMatters } from './matters/questions.ts';
import { seasonMatters } from './matters/season.ts';

/** Pure, and without a clock: the same facts and world give the same matters every day. */
export function agenda(facts: Facts, world: World): readonly Matter[] {
  const made = latest.get(facts);
  if (made?.world === world) return made.matters;
  const matters = mattersOf(facts, world);
  latest.set(facts, { world, matters });
  return matters;
}

// A forecast asks about many days, and the matters are the same on all of them.
const latest = new WeakMap<Facts, { readonly world: World; readonly matters: readonly Matter[] }>();

function mattersOf(facts: Facts, world: World): readonly Matter[] {
  const view = viewOf(facts, world);
  const ofRotations = facts.rotations.flatMap((rotation) => {
    const gates = gateMatters(rotation, view);
    return [
      ...closedMatters(rotation),
      ...gates,
      ...behindGates(pathMatters(rotation, view), gates),
      ...paperMatters(rotation, view),
      ...onRotationMatters(rotation),
    ];
  });
  const matters = withChains([
    ...conflictMatters(view),
    ...ofRotations,
    ...letterMatters(view),
    ...seasonMatters(view),
    ...countMatters(view),
    ...questionMatters(view, refusedIn(ofRotations)),
    ...noteMatters(view),
  ]);
  return askedInTime(matters);
}
