/** The gates of a rotation on a plan: the same ones that the shortlist asks about a possible rotation. */
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isFinished } from '#shared/plan/facts/stages.ts';
import { isClinical, isIrRelevant } from '#shared/plan/rotation/kind.ts';
import type { Offering } from '#shared/world/hosts/offering.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import type { World } from '#shared/world/world.ts';
import type { Gate, GateInput } from './gate.ts';
import { gatesOf } from './gates.ts';

/** For a host outside the directory, everything is asked; a research stay without a page is agreed on with its mentor, and only the law applies. */
export function gatesOfRotation(rotation: Rotation, facts: Facts, world: World): Gate[] {
  const { specialty, dates, id, mode, route } = rotation;
  const host = world.host(rotation.host.institutionId, mode);
  const electivesThere = facts.rotations.filter(
    (each) =>
      host &&
      each.id !== id &&
      isFinished(each.stage) &&
      world.host(each.host.institutionId)?.hostId === host.hostId,
  ).length;
  const gates = gatesOf({
    person: { ...facts.profile, electivesThere },
    stay: {
      specialty: isIrRelevant(rotation) ? (specialty as 'ir' | 'dr') : 'other',
      ...(dates && { dates }),
      ...(isClinical(rotation) && { mode }),
      ...(route === 'vslo' && { route }),
    },
    ...(host ? statedBy(host) : { offering: UNLISTED }),
  });
  if (host) return gates;
  return isClinical(rotation) ? gates.map(asked) : gates.filter(({ state }) => state === 'not-met');
}

/** What a host's page says, and which of its cells advisors corrected or disagree about. */
export function statedBy(host: Institution): Omit<GateInput, 'person' | 'stay'> {
  const { offering, corrected, disputed } = host;
  return { offering, ...(corrected && { corrected }), ...(disputed && { disputed }) };
}

const UNLISTED: Offering = {
  id: 'unlisted',
  hostId: 'unlisted',
  institution: 'unlisted',
  name: 'unlisted',
  mode: 'unclear',
  sources: [],
  confidence: 'medium',
  domains: [],
};

/** "Does not say" is true of a page only; of a host without one, that it is not in our directory. */
function asked(gate: Gate): Gate {
  const { id, reason } = gate;
  if (reason.code === 'department-unknown') {
    return { ...gate, reason: { code: 'unlisted', topic: id } };
  }
  return reason.code === 'not-stated' ? { ...gate, reason: { ...reason, code: 'unlisted' } } : gate;
}
