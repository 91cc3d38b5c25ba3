/** Where a rule comes from, as a page says why an email came. */
import { guideRule, OWN_RULES } from '#shared/world/guide/rules.ts';

/** Undefined for a step of the path, whose day has a source of its own. */
export function sourceOfRule(rule: string): string | undefined {
  return guideRule(rule)?.source ?? OWN_RULES.find(({ id }) => id === rule)?.source;
}
