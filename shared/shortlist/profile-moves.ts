/** What would open more hosts: one answer of the profile changed to "yes" at a time, everything else unchanged. */
import type { World } from '#shared/world/world.ts';
import { bestStay } from './best-stay.ts';
import { worstOf } from './gates.ts';
import type { ShortlistProfile } from './profile.ts';
import { sites } from './site.ts';

const CHANGES: readonly (readonly ['step1Passed' | 'schoolInVslo' | 'ecfmgCertified', string])[] = [
  ['step1Passed', 'Passing Step 1'],
  ['schoolInVslo', 'A school in VSLO or its Global Network'],
  ['ecfmgCertified', 'ECFMG certification'],
];

export function profileMoves(profile: ShortlistProfile, world: World): string[] {
  const failing = (of: ShortlistProfile) =>
    sites(world).filter((site) => worstOf(bestStay(site, of).gates) === 'fails').length;
  const before = failing(profile);
  return CHANGES.filter(([field]) => profile[field] === false).flatMap(([field, what]) => {
    const opened = before - failing({ ...profile, [field]: true });
    return opened > 0 ? [`${what} opens ${opened} ${opened === 1 ? 'site' : 'sites'} more.`] : [];
  });
}
