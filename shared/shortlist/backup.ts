/** What replaces a month if its host says no. */
import type { Flaws } from './flaws.ts';
import type { Option } from './option.ts';

/** The first of the list at an unused host in the same month that makes the plan no worse; undefined if there is none. */
export function backupFor(
  option: Option,
  plan: readonly Option[],
  options: readonly Option[],
  judge: (plan: readonly Option[]) => Flaws,
): Option | undefined {
  const hosts = new Set(plan.map(({ site }) => site.host.hostId));
  const most = judge(plan);
  const [best] = options
    .filter(({ month, site }) => month === option.month && !hosts.has(site.host.hostId))
    .filter((other) => {
      const flaws = judge(plan.map((each) => (each === option ? other : each)));
      return flaws.warnings <= most.warnings && flaws.advice <= most.advice;
    })
    .toSorted((a, b) => a.rank - b.rank || (a.rotation.id < b.rotation.id ? -1 : 1));
  return best;
}
