/** Research stays, which only graduates are shown: a letter and a mentor, on a short track, and never clinical experience. */
import { hostPath } from '#shared/base/links/urls.ts';
import type { Day } from '#shared/base/time/day.ts';
import { institutions } from '#shared/world/programs/directory.ts';
import type { World } from '#shared/world/world.ts';
import { stayGates } from './gates.ts';
import { type Line, lineOf } from './line.ts';
import type { ShortlistProfile } from './profile.ts';

export const RESEARCH_TRACK =
  'A research stay is no clinical experience and counts in no month. Its track is short: write to a mentor or the department, agree on dates and funding, and at the end ask the mentor for a letter. On your plan that letter stands under Letters, outside your rotations.';

export function researchLines(profile: ShortlistProfile, world: World, today: Day): Line[] {
  if (profile.enrollment !== 'graduate') return [];
  return institutions()
    .filter(({ offering }) => offering.mode === 'research')
    .map((listed) => {
      const host = world.host(listed.id) ?? listed;
      const { state } = host.offering;
      const name = `${host.name}: ${host.program}`;
      const stay = {
        site: { id: host.id, name, place: host.name, host },
        mode: 'observer',
      } as const;
      const gates = stayGates({ ...stay, route: 'institution' }, profile, 'dr');
      const place = { host, ...(state && { state }) };
      return lineOf(
        { id: host.id, name, path: hostPath(host.id), gates, ...place },
        profile,
        today,
      );
    })
    .toSorted((a, b) => ANSWERS.indexOf(a.canApply) - ANSWERS.indexOf(b.canApply));
}

const ANSWERS: readonly Line['canApply'][] = ['yes', 'ask', 'no'];
