/** Research stays, which only graduates are shown: a mentor and a letter, and never clinical experience. */
import { hostPath } from '#shared/base/links/urls.ts';
import { institutions } from '#shared/world/programs/directory.ts';
import { stayGates } from './gates.ts';
import { type Line, lineOf } from './line.ts';
import { placeCost } from './place-cost.ts';
import type { Asked } from './profile.ts';
import { rotationOf } from './stay.ts';

export const RESEARCH_NOTE =
  'A research stay is not clinical experience and does not count as a month. On a plan it has a short track of its own: find a mentor, agree on the terms, begin, and ask for the letter, which counts separately.';

export function researchLines(asked: Asked): Line[] {
  const { profile, world, now } = asked;
  if (profile.enrollment !== 'graduate') return [];
  return [...institutions(), ...(world.newHosts ?? [])]
    .flatMap(({ id }) => world.host(id, 'research') ?? [])
    .map((host) => {
      const { id, offering } = host;
      const name = `${host.name}: ${host.program}`;
      const [route = 'institution'] = host.routes ?? [];
      const site = { id, name, place: host.name, host };
      const stay = { site, mode: 'research', route } as const;
      const place = { host, ...(offering.state && { state: offering.state }) };
      const gates = stayGates(stay, profile, 'other');
      const offered = {
        rotation: rotationOf(stay, 'ir', id, now),
        tier: 'unknown',
        cost: placeCost(host, route, profile),
      } as const;
      const line = { id, name, path: hostPath(id), gates, stay: offered, ...place };
      return lineOf(line, asked);
    })
    .toSorted((a, b) => ANSWERS.indexOf(a.canApply) - ANSWERS.indexOf(b.canApply));
}

const ANSWERS: readonly Line['canApply'][] = ['yes', 'ask', 'no'];
