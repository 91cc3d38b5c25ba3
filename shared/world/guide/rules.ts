/** The guide's rules with a date, a count, an order, or a condition, and those of hosts, offers, and ERAS, as one catalog. */
import * as z from 'zod';
import { parseRows, repeats } from '#shared/base/rows.ts';
import { hasSource, provenanceShape, SOURCE_IS_MISSING } from '../provenance.ts';
import ownRows from './own-rules.json' with { type: 'json' };
import rows from './rules.json' with { type: 'json' };

const guideRuleSchema = z
  .strictObject({
    id: z.string().regex(/^G\d{1,2}[a-z]?$/, { error: 'is not a rule id such as G9a' }),
    kind: z.enum(['count', 'date', 'order', 'content', 'eligibility']),
    /** The guide's own words, at most twelve, hyphens normalized. */
    quote: z.string().regex(/^\S+( \S+){0,11}$/, { error: 'is not 1 to 12 words' }),
    /** The part of the plan that the rule reads. */
    computedFrom: z.string().min(1),
    window: z.string().min(1).exactOptional(),
    countMin: z.int().positive().exactOptional(),
    countMax: z.int().positive().exactOptional(),
    /** What to say, and when; absent for a rule that is reference only. Thresholds marked "ours" are not the guide's. */
    text: z.string().min(1).exactOptional(),
    /** Worked out for the estimated 2028 season. */
    example: z.string().min(1).exactOptional(),
    note: z.string().min(1).exactOptional(),
    /** `source` names the heading above the quote. */
    ...provenanceShape,
  })
  .refine(hasSource, SOURCE_IS_MISSING)
  .refine(({ countMin, countMax }) => (countMin ?? 0) <= (countMax ?? Number.MAX_SAFE_INTEGER), {
    error: 'is less than countMin',
    path: ['countMax'],
  });
export type GuideRule = z.infer<typeof guideRuleSchema>;

/** Throws an Error that names file, line, and field of every row that is wrong. */
export function readGuideRules(table: unknown): GuideRule[] {
  return parseRows('shared/world/guide/rules.json', guideRuleSchema, table, (sound) =>
    repeats(sound, 'id', ({ id }) => id),
  );
}

const ownRuleSchema = z.strictObject({
  id: z.string().min(1),
  text: z.string().min(1),
  computedFrom: z.string().min(1),
  source: z.string().min(1),
});
export type OwnRule = z.infer<typeof ownRuleSchema>;

/** What hosts, offers, and ERAS state, and what we add, in the words of the guide's catalog. */
export const OWN_RULES: readonly OwnRule[] = parseRows(
  'shared/world/guide/own-rules.json',
  ownRuleSchema,
  ownRows,
  (sound) => repeats(sound, 'id', ({ id }) => id),
);

export const GUIDE_RULES: readonly GuideRule[] = readGuideRules(rows);

const BY_ID: ReadonlyMap<string, GuideRule> = new Map(GUIDE_RULES.map((rule) => [rule.id, rule]));

/** The rule of an id (`G9a`), or undefined where the guide has none of that id. */
export function guideRule(id: string): GuideRule | undefined {
  return BY_ID.get(id);
}

/** Undefined for a step of the path, whose day has a source of its own. */
export function sourceOfRule(rule: string): string | undefined {
  return guideRule(rule)?.source ?? OWN_RULES.find(({ id }) => id === rule)?.source;
}
