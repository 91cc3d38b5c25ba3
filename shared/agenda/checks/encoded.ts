/** How each rule works here: emailed at a date, shown on the plan, or both. */
import { RULES } from '../occasions/rules.ts';
import { CHECKS } from './checks.ts';

const MAILED = new Set(RULES.map(({ id }) => id));
const CHECKED = new Set(CHECKS.map(({ id }) => id));

export function worksBy(id: string): { readonly mail: boolean; readonly plan: boolean } {
  return { mail: MAILED.has(id), plan: CHECKED.has(id) };
}
