/** The guide's rules with a date, a count, an order or an eligibility, each under its id with its quote and source. */
import * as z from 'zod';
import { provenance } from '../provenance.ts';
import { parseRows } from '../rows.ts';
import ruleRows from './rules.json' with { type: 'json' };

export const guideRuleSchema = z.strictObject({
  id: z.string().regex(/^G\d{1,2}[a-z]?$/, { error: 'is not a rule id such as G14b' }),
  kind: z.enum(['count', 'order', 'date', 'eligibility', 'content']),
  /** The guide's own words, at most twelve. */
  quote: z.string().refine((text) => text.split(/\s+/).length <= 12, {
    error: 'is longer than twelve words',
  }),
  computedFrom: z.string().min(1),
  window: z.string().min(1).exactOptional(),
  countMin: z.int().exactOptional(),
  countMax: z.int().exactOptional(),
  /** What a nudge under this rule says. */
  says: z.string().min(1).exactOptional(),
  /** Worked for the estimated 2028 season. */
  example: z.string().min(1).exactOptional(),
  note: z.string().min(1).exactOptional(),
  ...provenance,
});
export type GuideRule = z.infer<typeof guideRuleSchema>;

export const GUIDE_RULES: readonly GuideRule[] = parseRows(
  'shared/guide/rules.json',
  guideRuleSchema,
  ruleRows,
);

const byId = new Map(GUIDE_RULES.map((rule) => [rule.id, rule]));

/** A rule by its id, or undefined. */
export function guideRule(id: string): GuideRule | undefined {
  return byId.get(id);
}
