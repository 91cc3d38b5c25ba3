/** One month at one site in one specialty that could be part of a plan, with everything that is weighed. */
import { PLAN_MONTHS_MAX, PLAN_SITES_MAX } from '#shared/base/limits.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { type CostTotal, totalOf } from '#shared/plan/costs/estimate.ts';
import { rotationCosts } from '#shared/plan/costs/rotation-costs.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import type { World } from '#shared/world/world.ts';
import type { Gate } from './gates.ts';
import type { RankedLine } from './line.ts';
import { orderOf } from './place-facts.ts';
import { doubtsOf, inTime, isSound, type Possible, possiblesAt } from './possible.ts';
import type { ShortlistProfile } from './profile.ts';
import { type Site, sites } from './site.ts';

export interface Option {
  readonly month: string;
  readonly site: Site;
  readonly rotation: Rotation;
  readonly gates: readonly Gate[];
  /** The site's place on the list: 1 is the first, equal places share one. */
  readonly rank: number;
  /** Gates whose answer is not known yet. */
  readonly doubts: number;
  readonly cost: CostTotal;
}

/** Of the sites of a plan, so many are taken for what a plan needs, before the order decides. */
const IR_SITES_MAX = 3;
const ESIR_SITES_MAX = 2;

export interface LeftOut {
  readonly name: string;
  readonly why: string;
}

/**
 * The options of every wished month, first of the list first, and each site that has none, with the reason.
 * @param lines the rotations' list in order; the first `PLAN_SITES_MAX` hosts with an option are used
 */
export function optionsOf(
  lines: readonly RankedLine[],
  profile: ShortlistProfile,
  world: World,
  now: Instant,
): { readonly options: Option[]; readonly leftOut: LeftOut[] } {
  const byId = new Map(sites(world).map((site) => [site.id, site]));
  const months = profile.months.toSorted().slice(0, PLAN_MONTHS_MAX);
  const options: Option[] = [];
  const leftOut: LeftOut[] = [];
  const used = new Set<string>();
  for (const line of neededFirst(lines)) {
    const site = byId.get(line.id);
    if (!site) continue;
    const leave = (why: string) => leftOut.push({ name: site.name, why });
    if (used.has(site.host.hostId)) leave('Another offering of this host suits you better.');
    else if (used.size === PLAN_SITES_MAX) {
      leave(`Behind the first ${PLAN_SITES_MAX} hosts of your list that can still be reached.`);
    } else {
      const wished = { ...profile, months };
      const possibles = inTime(possiblesAt(site, wished, now), wished, world, now);
      const found = optionsAmong(possibles, line.rank.first, profile);
      options.push(...found);
      if (found.length > 0) used.add(site.host.hostId);
      else leave(whyNone(possibles));
    }
  }
  return { options, leftOut };
}

/** A plan needs an IR month and, ideally, a DR month with ESIR (G1, G23): the first places known for either come first. */
function neededFirst(lines: readonly RankedLine[]): readonly RankedLine[] {
  const known = (id: 'ir-open' | 'esir', most: number) =>
    lines.filter(({ facts }) => orderOf(facts, id) === 0).slice(0, most);
  return [
    ...new Set([...known('ir-open', IR_SITES_MAX), ...known('esir', ESIR_SITES_MAX), ...lines]),
  ];
}

/** The best of each month and specialty. */
function optionsAmong(
  possibles: readonly Possible[],
  rank: number,
  { costs }: ShortlistProfile,
): Option[] {
  const sound = possibles.filter(isSound);
  return sound.flatMap(({ month, site, rotation, gates }, at): Option[] => {
    const isFirst = sound.findIndex((other) => other.rotation.id === rotation.id) === at;
    if (!month || !isFirst) return [];
    const cost = totalOf(rotationCosts(rotation, site.host, costs));
    return [{ month, site, rotation, gates, rank, doubts: doubtsOf(gates).length, cost }];
  });
}

function whyNone(possibles: readonly Possible[]): string {
  const late = possibles.find(({ tooLate }) => tooLate)?.tooLate;
  const asksIrFirst = possibles.some(({ canApply, tooLate }) => canApply !== 'no' && !tooLate);
  return (
    late ??
    (asksIrFirst ? 'Ask it first whether IR takes visitors.' : 'It is open in none of your months.')
  );
}
