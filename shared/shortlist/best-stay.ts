/** Of all ways to rotate at a site, the one with the fewest obstacles. */
import { GATE_STATES, type Gate, stayGates, worstOf } from './gates.ts';
import type { ShortlistProfile } from './profile.ts';
import type { Site } from './site.ts';
import { type Stay, staysAt } from './stay.ts';

export interface JudgedStay {
  readonly stay: Stay;
  readonly gates: readonly Gate[];
}

/** Every stay that the profile's months allow at a site, with its obstacles. */
export function judgedStays(
  site: Site,
  profile: ShortlistProfile,
  specialty: 'ir' | 'dr' = mainSpecialty(site),
): JudgedStay[] {
  return staysAt(site, profile.months).map((stay) => ({
    stay,
    gates: stayGates(stay, profile, specialty),
  }));
}

/** IR if residents train in it, unless its page closes IR to visitors. */
function mainSpecialty({ ir, host }: Site): 'ir' | 'dr' {
  return ir && host.offering.interventional !== 'no' ? 'ir' : 'dr';
}

/** Fewest gates failed, then fewest unknown, then hands-on, then in the host's own order. */
export function bestStay(site: Site, profile: ShortlistProfile): JudgedStay {
  const [best] = judgedStays(site, profile).toSorted(
    (a, b) =>
      GATE_STATES.indexOf(worstOf(b.gates)) - GATE_STATES.indexOf(worstOf(a.gates)) ||
      count(a, 'unknown') - count(b, 'unknown') ||
      Number(a.stay.mode === 'observer') - Number(b.stay.mode === 'observer'),
  );
  if (!best) throw new Error(`The site ${site.id} has no way in.`);
  return best;
}

function count({ gates }: JudgedStay, state: Gate['state']): number {
  return gates.filter((gate) => gate.state === state).length;
}
