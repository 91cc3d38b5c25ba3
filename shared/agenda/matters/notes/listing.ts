/** How rotations are listed in ERAS, and the pathways into IR. */
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isClinical, isConfirmed, listingRank, nameOf } from '#shared/plan/rotation/kind.ts';
import { onPlan } from '#shared/plan/rotation/on-plan.ts';
import { guideRule } from '#shared/world/guide/rules.ts';
import { provenanceOf } from '#shared/world/programs/institution.ts';
import { phraseSource } from '#shared/world/provenance.ts';
import { type Matter, note, onRotation, type View } from '../../matter.ts';
import { hasApplied } from '../step.ts';

export function listingNotes(view: View): Matter[] {
  return [
    ...experiences(view),
    ...onPlan(view.facts).flatMap((rotation) => role(rotation, view)),
    note({ code: 'pathway', weight: 'reference' }),
  ];
}

/** G21: ERAS holds ten experiences. What comes first is the guide's; the limit is AAMC's. */
function experiences({ facts }: View): Matter[] {
  const most = guideRule('G21')?.countMax ?? 10;
  const rotations = facts.rotations.filter(isConfirmed);
  const count = facts.experienceCount;
  if (count === undefined ? rotations.length <= 1 : count <= most) return [];
  const order = rotations.toSorted((a, b) => listingRank(a) - listingRank(b)).map(nameOf);
  const weight = count === undefined ? 'reference' : 'warning';
  return [note({ code: 'experiences', most, order, weight })];
}

/** G21b: every rotation states hands-on or observer. A gate asks which it is before applying; what the host answered then is not asked again. */
function role(rotation: Rotation, { world }: View): Matter[] {
  const { host, mode, confirmed } = rotation;
  const isAnswered = confirmed?.includes('possible');
  if (!isClinical(rotation) || !hasApplied(rotation) || isAnswered) return [];
  const stated = world.host(host.institutionId, mode);
  if (!stated?.modes || stated.modes.includes(mode)) return [];
  const source = phraseSource(provenanceOf(stated, 'mode'));
  return [
    note({ code: 'role', modes: stated.modes, weight: 'warning', source }, onRotation(rotation)),
  ];
}
