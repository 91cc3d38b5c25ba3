/** How each rule works here: emailed at a date, shown on the plan, or both. */
import { TOPIC_NAMES, TOPICS } from '#shared/plan/facts/topics.ts';
import { CHECKS } from './checks.ts';

const MAILED: ReadonlySet<string> = new Set(TOPIC_NAMES.flatMap((name) => TOPICS[name].rules));
const CHECKED = new Set(CHECKS.map(({ id }) => id));

export function worksBy(id: string): { readonly mail: boolean; readonly plan: boolean } {
  return { mail: MAILED.has(id), plan: CHECKED.has(id) };
}
