/** The guide's rules as advice, and those of hosts, offers, and ERAS, as one catalog. */
import * as z from 'zod';
import { parseRows, repeats } from '#shared/base/rows.ts';
import { hasSource, provenanceShape, SOURCE_IS_MISSING } from '../provenance.ts';
import { SEASON_EVENT_NAMES } from '../season/events.ts';
import ownRows from './own-rules.json' with { type: 'json' };
import rows from './rules.json' with { type: 'json' };

const monthDaySchema = z.string().regex(/^\d{2}-\d{2}$/, { error: 'is not a day such as 03-01' });

/** Months from an event of the season, days of the year in which one applies, or from one event to another. */
const windowSchema = z.union([
  z.strictObject({ event: z.enum(SEASON_EVENT_NAMES), months: z.tuple([z.int(), z.int()]) }),
  z.strictObject({ days: z.tuple([monthDaySchema, monthDaySchema]) }),
  z.strictObject({ events: z.tuple([z.enum(SEASON_EVENT_NAMES), z.enum(SEASON_EVENT_NAMES)]) }),
]);

const guideRuleSchema = z
  .strictObject({
    id: z.string().regex(/^G\d{1,2}[a-z]?$/, { error: 'is not a rule id such as G9a' }),
    topic: z.enum(['places', 'dates', 'applying', 'there', 'letters', 'application']),
    /** What to do, when, and why, in our words. */
    advice: z.string().min(1),
    when: z.string().min(1),
    window: windowSchema.exactOptional(),
    why: z.string().min(1),
    /** Where to learn more or to do it: our page or an outside one. */
    link: z.strictObject({ label: z.string().min(1), url: z.string().regex(/^(https:\/\/|\/)/) }),
    /** The guide's own words, at most twelve, hyphens normalized. */
    quote: z.string().regex(/^\S+( \S+){0,11}$/, { error: 'is not 1 to 12 words' }),
    countMin: z.int().positive().exactOptional(),
    countMax: z.int().positive().exactOptional(),
    /** `source` names the heading above the quote. */
    ...provenanceShape,
  })
  .refine(hasSource, SOURCE_IS_MISSING)
  .refine(({ countMin, countMax }) => (countMin ?? 0) <= (countMax ?? Number.MAX_SAFE_INTEGER), {
    error: 'is less than countMin',
    path: ['countMax'],
  });
export type GuideRule = z.infer<typeof guideRuleSchema>;

export function readGuideRules(table: unknown): GuideRule[] {
  return parseRows('shared/world/guide/rules.json', guideRuleSchema, table, (sound) =>
    repeats(sound, 'id', ({ id }) => id),
  );
}

const ownRuleSchema = z.strictObject({
  id: z.string().min(1),
  text: z.string().min(1),
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
