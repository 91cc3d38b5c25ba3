/** One month at one site in one specialty that could be part of a plan, with everything that is weighed. */
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import { counted } from '#shared/base/counted.ts';
import { PLAN_MONTHS_MAX, PLAN_SITES_MAX } from '#shared/base/limits.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { type CostTotal, totalOf } from '#shared/plan/costs/estimate.ts';
import { rotationCosts } from '#shared/plan/costs/rotation-costs.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import type { World } from '#shared/world/world.ts';
import { judgedStays } from './best-stay.ts';
import { type Gate, worstOf } from './gates.ts';
import type { Line } from './line.ts';
import { missedOf } from './missed.ts';
import type { ShortlistProfile } from './profile.ts';
import { type Site, sites } from './site.ts';
import { factsOf, rotationOf } from './stay.ts';

export interface Option {
  readonly month: string;
  readonly site: Site;
  readonly rotation: Rotation;
  readonly gates: readonly Gate[];
  /** Known points of the shortlist, in tenths. */
  readonly fitTenths: number;
  /** Gates whose answer is not known yet. */
  readonly doubts: number;
  readonly cost: CostTotal;
}

export interface LeftOut {
  readonly name: string;
  readonly why: string;
}

/**
 * The options of every wished month, best fit first, and each site that has none, with the reason.
 * @param lines the rotations' list in order; the first `PLAN_SITES_MAX` hosts with an option are used
 */
export function optionsOf(
  lines: readonly Line[],
  profile: ShortlistProfile,
  world: World,
  now: Instant,
): { readonly options: Option[]; readonly leftOut: LeftOut[] } {
  const byId = new Map(sites(world).map((site) => [site.id, site]));
  const months = profile.months.toSorted().slice(0, PLAN_MONTHS_MAX);
  const options: Option[] = [];
  const leftOut: LeftOut[] = [];
  const used = new Set<string>();
  for (const line of lines) {
    const site = byId.get(line.id);
    if (!site) continue;
    if (used.has(site.host.hostId)) {
      leftOut.push({ name: site.name, why: 'Another offering of this host suits you better.' });
      continue;
    }
    if (used.size === PLAN_SITES_MAX) {
      leftOut.push({
        name: site.name,
        why: `Behind the first ${PLAN_SITES_MAX} hosts of your list that can still be reached.`,
      });
      continue;
    }
    const found = optionsAt(site, line, { ...profile, months }, world, now);
    options.push(...found.options);
    if (found.options.length > 0) used.add(site.host.hostId);
    else leftOut.push({ name: site.name, why: found.why });
  }
  return { options, leftOut };
}

function optionsAt(
  site: Site,
  line: Line,
  profile: ShortlistProfile,
  world: World,
  now: Instant,
): { readonly options: Option[]; readonly why: string } {
  let why = 'It is open in none of your months.';
  const options = specialtiesAt(site).flatMap((specialty) => {
    const open = judgedStays(site, profile, specialty)
      .filter(({ gates }) => worstOf(gates) !== 'fails' && !gates.some(speaksAgainst))
      .toSorted(
        (a, b) =>
          count(a.gates) - count(b.gates) ||
          Number(a.stay.mode === 'observer') - Number(b.stay.mode === 'observer'),
      );
    return profile.months.flatMap((month): Option[] => {
      const best = open.find(({ stay }) => stay.month === month);
      if (!best) return [];
      const id = `${site.id}.${specialty}.${month}`;
      const rotation = rotationOf(best.stay, specialty, id, now);
      const missed = missedOf(rotation, agendaAt(factsOf(profile, [rotation]), world, now), now);
      if (missed) {
        why = `Too late for your months: ${missed.title} (${counted(missed.byDays, 'day')} late).`;
        return [];
      }
      return [
        {
          month,
          site,
          rotation,
          gates: best.gates,
          fitTenths: Math.round(line.score.low * 10),
          doubts: count(best.gates),
          cost: totalOf(rotationCosts(rotation, site.host, profile.costs)),
        },
      ];
    });
  });
  return { options, why };
}

/** An IR month only if IR is known to be open to visitors; DR unless it is closed to them. */
function specialtiesAt({ host: { offering } }: Site): ('ir' | 'dr')[] {
  return [
    ...(offering.interventional === 'yes' ? (['ir'] as const) : []),
    ...(offering.radiology === 'no' ? [] : (['dr'] as const)),
  ];
}

function speaksAgainst(gate: Gate): boolean {
  return gate.speaksAgainst === true;
}

function count(gates: readonly Gate[]): number {
  return gates.filter(({ state }) => state === 'unknown').length;
}
