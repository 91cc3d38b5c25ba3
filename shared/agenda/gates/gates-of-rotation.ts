/** The gates of a rotation on a plan: the same ones that a shortlist asks of a rotation that could be. */
import type { Facts, Profile } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isFinished } from '#shared/plan/facts/stages.ts';
import type { Offering } from '#shared/world/hosts/offering.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import type { World } from '#shared/world/world.ts';
import type { Gate, GateInput, GatePerson } from './gate.ts';
import { gatesOf } from './gates.ts';

/** Of a host that is not in the directory nothing is met or refused, and everything is asked. */
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
    person: { ...gatePersonOf(facts.profile), electivesThere },
    stay: {
      specialty: specialty === 'ir' || specialty === 'dr' ? specialty : 'other',
      ...(dates && { dates }),
      ...(route === 'vslo' && { route }),
    },
    ...(host ? statedBy(host) : { offering: UNLISTED }),
  });
  return host ? gates : gates.map(asked);
}

/** What a host's page says, and which of its cells advisors corrected or disagree about. */
export function statedBy(host: Institution): Omit<GateInput, 'person' | 'stay'> {
  const { offering, corrected, disputed } = host;
  return { offering, ...(corrected && { corrected }), ...(disputed && { disputed }) };
}

function gatePersonOf(profile: Profile): GatePerson {
  const { enrollment, graduationOn, school, schoolInVslo, entry, entryUntil, ecfmgCertified } =
    profile;
  return {
    enrollment,
    ...(graduationOn && { graduationOn }),
    ...(school !== undefined && { school }),
    ...(schoolInVslo !== undefined && { schoolInVslo }),
    ...(entry && { entry }),
    ...(entryUntil && { entryUntil }),
    ...(ecfmgCertified !== undefined && { ecfmgCertified }),
  };
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
