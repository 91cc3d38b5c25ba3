/** Which plans are shown: the best by each aim, each once; if all aims agree, also the best without its most doubtful host. */
import type { Option } from './option.ts';
import { AIM_NAMES, type AimName, bestPlans, idsOf, type SearchOf } from './search.ts';

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
