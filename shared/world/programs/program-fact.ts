/** Facts about residency programs, each from one page and as that page puts it. What has no row is unknown. */
import * as z from 'zod';
import { parseRows } from '#shared/base/rows.ts';
import type { AsOf, Provenance } from '../provenance.ts';
import rows from './program-facts.json' with { type: 'json' };

const words = z.string().min(1).max(400);
const addressSchema = z.url({ protocol: /^https?$/, error: 'is not an address' });

/** Every topic, as a page labels it. */
export const PROGRAM_LABELS = {
  visa: 'Visa for residents',
  'img-policy': 'IMGs',
  'img-residents': 'IMG residents',
  'graduation-limit': 'Years since graduation',
  'step-minimum': 'Minimum USMLE scores',
  'us-experience': 'US clinical experience',
  esir: 'ESIR',
  positions: 'Positions',
  other: 'Also stated',
};
export type ProgramTopic = keyof typeof PROGRAM_LABELS;
const PROGRAM_TOPICS = Object.keys(PROGRAM_LABELS) as [ProgramTopic, ...ProgramTopic[]];

/** `used`: seen in filings of the employer, which no page of the program states. */
const sponsoredSchema = z.strictObject({
  j1: z.enum(['yes', 'no']).exactOptional(),
  h1b: z.enum(['yes', 'no', 'conditional', 'us-graduates-only', 'used']).exactOptional(),
});

/** A value that is read from the words belongs to its topic alone. */
const READ_FROM = {
  visa: 'visa',
  esir: 'esir',
  leastStep2Ck: 'step-minimum',
  graduatedWithinYears: 'graduation-limit',
} as const satisfies Readonly<Record<string, ProgramTopic>>;

export const programFactSchema = z
  .strictObject({
    code: z.string().regex(/^\d{10}$/, { error: 'is not an ACGME code of ten digits' }),
    topic: z.enum(PROGRAM_TOPICS),
    text: words,
    visa: sponsoredSchema.exactOptional(),
    esir: z.enum(['yes', 'planned']).exactOptional(),
    leastStep2Ck: z.int().min(100).max(300).exactOptional(),
    graduatedWithinYears: z.union([z.int().positive(), z.literal('none')]).exactOptional(),
    /** The date or season that the page names, or `undated` with what is known of its age. */
    stated: words,
    /** The last year in `stated`. */
    lastYear: z.int().min(1990).max(2100).exactOptional(),
    /** Whom the page is about; absent where it does not say. */
    scope: z.enum(['program', 'institution', 'other-department', 'paired-dr']).exactOptional(),
    source: addressSchema,
    /** Who published it, where the address is a copy. */
    publisher: words.exactOptional(),
    certainty: z.enum(['official', 'secondary']),
    note: words.exactOptional(),
  })
  .check(({ value, issues }) => {
    for (const [field, topic] of Object.entries(READ_FROM)) {
      if (value[field as keyof typeof READ_FROM] === undefined || value.topic === topic) continue;
      issues.push({
        code: 'custom',
        input: value,
        path: [field],
        message: `must be given with topic ${topic}`,
      });
    }
  });
export type ProgramFact = z.infer<typeof programFactSchema>;

/** Whether the DR residency offers ESIR. */
export interface Esir extends Provenance {
  readonly offered: 'yes' | 'no';
  readonly statedFor: string;
  /** What the source is about. */
  readonly asOf?: AsOf;
}

/** Visas for residents, and whom the source is about. */
export type Sponsored = Provenance &
  Readonly<z.infer<typeof sponsoredSchema>> &
  Pick<ProgramFact, 'scope'>;

export function readProgramFacts(all: unknown): ProgramFact[] {
  return parseRows('shared/world/programs/program-facts.json', programFactSchema, all);
}

const BY_CODE: ReadonlyMap<string, readonly ProgramFact[]> = Map.groupBy(
  readProgramFacts(rows),
  ({ code }) => code,
);

/** In the order of the topics; empty where no page is known. */
export function factsOfProgram(code: string): readonly ProgramFact[] {
  const facts = BY_CODE.get(code) ?? [];
  const place = ({ topic }: ProgramFact) => PROGRAM_TOPICS.indexOf(topic);
  return facts.toSorted((a, b) => place(a) - place(b));
}

/** The last year that the page names. */
export function yearOf({ lastYear }: ProgramFact): AsOf | undefined {
  return lastYear === undefined ? undefined : `${lastYear}`;
}

/** A page older than this only hints, as an undated one does. */
const HINT_YEARS = 5;

/** Why the fact is only a hint, which meets no rule; undefined for one that may. Its age is counted by the `season` of the list. */
export function hintOf(
  { stated, lastYear, scope }: ProgramFact,
  season: number,
): string | undefined {
  if (lastYear === undefined || stated.startsWith('undated')) return 'the page is undated';
  if (season - lastYear > HINT_YEARS) return `the page is of ${lastYear}`;
  return scope === 'other-department' ? 'it is about another department' : undefined;
}
