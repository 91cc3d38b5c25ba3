/** Which plans are shown: the best by each aim, each once; if all aims agree, also the best without its most doubtful host. */
import type { Flaws } from './flaws.ts';
import type { Option } from './option.ts';
import { compareKeys } from './rank.ts';

export interface Chosen {
  readonly aim: AimName | 'other';
  readonly title: string;
  readonly plan: readonly Option[];
}

const TITLES: Readonly<Record<AimName, string>> = {
  fit: 'The first places of your list',
  sure: 'Fewest open questions',
  cost: 'Fewest unknown costs, then the lowest sum',
};

export function choosePlans(search: SearchOf): Chosen[] {
  if (search.size === 0) return [];
  const best = bestPlans(search);
  const chosen = AIM_NAMES.flatMap((aim): Chosen[] => {
    const plan = best[aim];
    const isFirst = AIM_NAMES.slice(0, AIM_NAMES.indexOf(aim)).every(
      (earlier) => idsOf(best[earlier] ?? []) !== idsOf(plan ?? []),
    );
    return plan && isFirst ? [{ aim, title: TITLES[aim], plan }] : [];
  });
  const [only, ...others] = chosen;
  return only && others.length === 0 ? [only, ...withoutDoubtful(only.plan, search)] : chosen;
}

/** One plan is not a choice: the host with the most open questions may well say no. */
function withoutDoubtful(plan: readonly Option[], search: SearchOf): Chosen[] {
  const [doubtful] = plan.toSorted((a, b) => b.doubts - a.doubts);
  if (!doubtful) return [];
  const hostId = doubtful.site.host.hostId;
  const options = search.options.filter(({ site }) => site.host.hostId !== hostId);
  const other = bestPlans({ ...search, options }).fit;
  return other
    ? [
        {
          aim: 'other',
          title: `Without ${doubtful.site.name}, which leaves most open`,
          plan: other,
        },
      ]
    : [];
}

/** Lexicographic: the first number that differs decides, the smaller is better. */
type Aim = (plan: readonly Option[], flaws: Flaws) => readonly number[];

export const AIMS = {
  /** Fewest flaws; then the first places of the list. */
  fit: (plan, flaws) => [...flawKey(flaws), ranksOf(plan), doubtsOf(plan), ...costKey(plan)],
  /** Fewest flaws; then the fewest unknown costs, and the lowest sum. */
  cost: (plan, flaws) => [...flawKey(flaws), ...costKey(plan), ranksOf(plan), doubtsOf(plan)],
  /** Fewest flaws; then the fewest open questions to hosts. */
  sure: (plan, flaws) => [...flawKey(flaws), doubtsOf(plan), ranksOf(plan), ...costKey(plan)],
} as const satisfies Record<string, Aim>;
type AimName = keyof typeof AIMS;
export const AIM_NAMES = ['fit', 'sure', 'cost'] as const satisfies readonly AimName[];

interface SearchOf {
  readonly options: readonly Option[];
  readonly size: number;
  /** Left for rotations; a plan whose known costs exceed it is left out. */
  readonly budgetUsd?: number;
  flaws(plan: readonly Option[]): Flaws;
}

/** The best plan for each aim; undefined if no plan is within the budget. */
export function bestPlans(of: SearchOf): Readonly<Record<AimName, readonly Option[] | undefined>> {
  const best: Partial<Record<AimName, { plan: readonly Option[]; key: readonly number[] }>> = {};
  forEachPlan(of, (plan) => {
    const flaws = of.flaws(plan);
    for (const name of AIM_NAMES) {
      const incumbent = best[name];
      // Most plans lose by their flaws alone, before anything is summed.
      if (incumbent && isFlawed(flaws, incumbent.key)) continue;
      const key = AIMS[name](plan, flaws);
      if (!incumbent || precedes(key, plan, incumbent.key, incumbent.plan)) {
        best[name] = { plan: [...plan], key };
      }
    }
  });
  return { fit: best.fit?.plan, sure: best.sure?.plan, cost: best.cost?.plan };
}

/** Passes the same array each time: copy a plan to keep it. */
function forEachPlan(
  { options, size, budgetUsd }: SearchOf,
  weigh: (plan: readonly Option[]) => void,
): void {
  const months = [...new Set(options.map(({ month }) => month))].toSorted();
  const byMonth = months.map((month) => options.filter((option) => option.month === month));
  const plan: Option[] = [];
  const hosts = new Set<string>();
  fill(0, 0);

  function fill(from: number, spentUsd: number): void {
    if (plan.length === size) {
      weigh(plan);
      return;
    }
    for (let at = from; at <= months.length - (size - plan.length); at += 1) {
      for (const option of byMonth[at] ?? []) {
        const usd = spentUsd + option.cost.knownUsd;
        if (hosts.has(option.site.host.hostId) || usd > (budgetUsd ?? usd)) continue;
        plan.push(option);
        hosts.add(option.site.host.hostId);
        fill(at + 1, usd);
        hosts.delete(option.site.host.hostId);
        plan.pop();
      }
    }
  }
}

function isFlawed({ warnings, advice }: Flaws, key: readonly number[]): boolean {
  const [leastWarnings = 0, leastAdvice = 0] = key;
  return warnings > leastWarnings || (warnings === leastWarnings && advice > leastAdvice);
}

function precedes(
  key: readonly number[],
  plan: readonly Option[],
  otherKey: readonly number[],
  other: readonly Option[],
): boolean {
  const difference = compareKeys(key, otherKey);
  return difference === 0 ? idsOf(plan) < idsOf(other) : difference < 0;
}

/** Names a plan by its rotations: equal for equal plans. */
export function idsOf(plan: readonly Option[]): string {
  return plan.map(({ rotation: { id } }) => id).join(' ');
}

function flawKey({ warnings, advice }: Flaws): readonly number[] {
  return [warnings, advice];
}

function ranksOf(plan: readonly Option[]): number {
  return plan.reduce((sum, { rank }) => sum + rank, 0);
}

function doubtsOf(plan: readonly Option[]): number {
  return plan.reduce((sum, { doubts }) => sum + doubts, 0);
}

function costKey(plan: readonly Option[]): readonly number[] {
  return [
    plan.reduce((sum, { cost }) => sum + cost.unknown, 0),
    plan.reduce((sum, { cost }) => sum + cost.knownUsd, 0),
  ];
}
