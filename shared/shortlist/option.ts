/** One month at one site in one specialty that could be part of a plan, with everything that is weighed. */
import { PLAN_MONTHS_MAX, PLAN_SITES_MAX } from '#shared/base/limits.ts';
import { phraseMonth } from '#shared/base/time/phrase.ts';
import { type CostTotal, totalOf } from '#shared/plan/costs/estimate.ts';
import { rotationCosts } from '#shared/plan/costs/rotation-costs.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import type { Gate } from './gates.ts';
import type { RankedLine } from './line.ts';
import { orderOf } from './place-facts.ts';
import { doubtsOf, inTime, isSound, type Possible, possiblesAt, whyLate } from './possible.ts';
import type { Asked, ShortlistProfile } from './profile.ts';
import { type Site, sites } from './site.ts';
import { datesIn } from './stay.ts';
import type { DatedStep } from './timetable.ts';

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
  readonly steps: readonly DatedStep[];
}

/** How many sites are taken for what a plan needs, before the order decides. */
const IR_SITES_MAX = 3;
const ESIR_SITES_MAX = 2;

export interface LeftOut {
  readonly name: string;
  readonly why: string;
}

/** The options of every month, from the first `PLAN_SITES_MAX` hosts in the list's order, and the reason of each site or month without one. */
export function optionsOf(
  lines: readonly RankedLine[],
  asked: Asked,
): { readonly options: Option[]; readonly leftOut: LeftOut[]; readonly monthsLeft: string[] } {
  const { profile, world } = asked;
  const byId = new Map(sites(world).map((site) => [site.id, site]));
  const { planned = [] } = profile;
  const { free = [], taken = [] } = monthsOf(profile);
  const wished = { ...asked, profile: { ...profile, months: free } };
  const options: Option[] = [];
  const leftOut: LeftOut[] = [];
  const onPlan = new Set(
    planned.map(({ institutionId }) => institutionId && world.host(institutionId)?.hostId),
  );
  const used = new Set<string>();
  const reasons = new Map<string, string>();
  for (const line of neededFirst(lines)) {
    const site = byId.get(line.id);
    if (!site) continue;
    const leave = (why: string) => leftOut.push({ name: site.name, why });
    const isFull = used.size >= PLAN_SITES_MAX;
    const has = new Set(options.map(({ month }) => month));
    if (onPlan.has(site.host.hostId)) leave('It is already on your plan.');
    else if (used.has(site.host.hostId)) leave('Another offering of this host suits you better.');
    else if (isFull && free.every((month) => has.has(month))) {
      leave(`Behind the first ${PLAN_SITES_MAX} hosts of your list that can still be reached.`);
    } else {
      const possibles = inTime(possiblesAt(site, wished), wished);
      const found = optionsAmong(possibles, line.rank.first, profile).filter(
        ({ month }) => !isFull || !has.has(month),
      );
      options.push(...found);
      if (found.length > 0) used.add(site.host.hostId);
      else leave(whyNone(possibles));
      for (const each of possibles) {
        const why = whyLate(each);
        if (each.month && why && !reasons.has(each.month))
          reasons.set(each.month, ` For example, ${site.place}: ${why}`);
      }
    }
  }
  const unreached = free.filter((month) => !options.some((option) => option.month === month));
  const monthsLeft = [
    ...taken.map((month) => `Your plan already has a rotation in ${phraseMonth(month)}.`),
    ...unreached.map(
      (month) => `No place can be reached in ${phraseMonth(month)}.${reasons.get(month) ?? ''}`,
    ),
  ];
  return { options, leftOut, monthsLeft };
}

/** The wished months: free, or taken by what is on the plan. */
function monthsOf({
  months,
  planned = [],
}: ShortlistProfile): Partial<Record<'free' | 'taken', string[]>> {
  return Object.groupBy(months.toSorted().slice(0, PLAN_MONTHS_MAX), (month) => {
    const { start, end } = datesIn(month);
    return planned.some((each) => each.start <= end && start <= each.end) ? 'taken' : 'free';
  });
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
  return sound.flatMap(({ month, site, rotation, gates, timetable }, at): Option[] => {
    const isFirst = sound.findIndex((other) => other.rotation.id === rotation.id) === at;
    if (!month || !isFirst) return [];
    const cost = totalOf(rotationCosts(rotation, site.host, costs));
    const { steps } = timetable ?? { steps: [] };
    return [{ month, site, rotation, gates, rank, doubts: doubtsOf(gates).length, cost, steps }];
  });
}

function whyNone(possibles: readonly Possible[]): string {
  const open = possibles.filter(({ canApply }) => canApply !== 'no');
  if (open.some((each) => !whyLate(each)))
    return 'Ask first whether IR takes visitors there, and what else its page does not state.';
  return open.flatMap((each) => whyLate(each) ?? [])[0] ?? 'It is not open in any of your months.';
}
