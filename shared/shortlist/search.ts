/**
 * Every way to fill the months, weighed whole. Exact within its bounds: `PLAN_SITES_MAX` sites, `PLAN_MONTHS_MAX` months,
 * one host for each month, no host twice.
 */
import type { Flaws } from './flaws.ts';
import type { Option } from './option.ts';

/** Lexicographic: the first number that differs decides, the smaller is better. */
export type Aim = (plan: readonly Option[], flaws: Flaws) => readonly number[];

export const AIMS = {
  /** Fewest flaws; then the first places of the list. */
  fit: (plan, flaws) => [...flawKey(flaws), ranksOf(plan), doubtsOf(plan), ...costKey(plan)],
  /** Fewest flaws; then the fewest unknown costs, and the lowest sum. */
  cost: (plan, flaws) => [...flawKey(flaws), ...costKey(plan), ranksOf(plan), doubtsOf(plan)],
  /** Fewest flaws; then the fewest open questions to hosts. */
  sure: (plan, flaws) => [...flawKey(flaws), doubtsOf(plan), ranksOf(plan), ...costKey(plan)],
} as const satisfies Record<string, Aim>;
export type AimName = keyof typeof AIMS;
export const AIM_NAMES = ['fit', 'sure', 'cost'] as const satisfies readonly AimName[];

export interface SearchOf {
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

/** Shows the same array each time: copy a plan to keep it. */
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
  const at = key.findIndex((value, index) => value !== otherKey[index]);
  if (at >= 0) return (key[at] ?? 0) < (otherKey[at] ?? 0);
  return idsOf(plan) < idsOf(other);
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
