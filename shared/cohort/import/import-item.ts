/** An import in progress: the file, how to read it, and how far it has come. */
import * as z from 'zod';
import { idSchema, lineSchema } from '#shared/base/text.ts';
import { DAY_MS, type Instant, instantSchema, plusMs } from '#shared/base/time/instant.ts';
import { type Mapping, mappingSchema } from './mapping.ts';
import { IMPORT_CELLS_MAX } from './sheet.ts';
import { IMPORT_MEANINGS_MAX, meaningSchema } from './unclear.ts';
import { ORDERS } from './written-days.ts';

/** What an import lists as unchanged; the cohort's pages show the rest. */
export const IMPORT_LEFT_MAX = 100;

/** A part must stay far below DynamoDB's 400 kB, however many bytes its characters take. */
const IMPORT_PART_CHARACTERS_MAX = 90_000;
/** An uploaded file that nobody applies is deleted. */
const IMPORT_KEPT_DAYS = 2;

const countSchema = z.int().min(0);

const countsSchema = z.strictObject({
  added: countSchema,
  changed: countSchema,
  same: countSchema,
});

const problemSchema = z.strictObject({
  line: countSchema,
  column: z.string().exactOptional(),
  message: z.string(),
});

export const importSchema = z.strictObject({
  kind: z.literal('import'),
  id: idSchema,
  version: z.int().min(0),
  cohortId: idSchema,
  /** The advisor who uploaded it; `operator` for the command. */
  by: idSchema,
  createdAt: instantSchema,
  expiresAt: instantSchema,
  fileName: lineSchema,
  notice: z.string().exactOptional(),
  /** The number of parts that hold its text. */
  parts: z.int().min(1),
  mapping: mappingSchema,
  /** Columns that its sender leaves out. */
  ignored: z.array(z.string().max(1000)).max(IMPORT_CELLS_MAX).exactOptional(),
  /** What the sender says that texts mean. */
  meanings: z.array(meaningSchema).max(IMPORT_MEANINGS_MAX).exactOptional(),
  /** Whether the month or the day comes first, where no cell shows it. */
  order: z.enum(ORDERS).exactOptional(),
  /** The sender's answers, by place in the file. */
  answers: z.record(z.string().max(20), z.string().max(64)).exactOptional(),
  /** stopped: the cohort changed between the check and the start, so that a line is wrong now. */
  state: z.enum(['uploaded', 'applying', 'done', 'stopped']),
  /** The time of all its updates. */
  startedAt: instantSchema.exactOptional(),
  total: countSchema,
  done: countSchema,
  /** Counts of people. */
  outcomes: countsSchema,
  /** Counts of their rotations; absent in older imports. */
  rotations: countsSchema.exactOptional(),
  /** What was left unchanged, and why; or why it was stopped. */
  left: z.array(problemSchema).max(IMPORT_LEFT_MAX),
  /** While it runs: the runner is alive until then. */
  leaseUntil: instantSchema.exactOptional(),
  /** Until it is done: when the sweep starts or resumes it. */
  dueAt: instantSchema.exactOptional(),
});
export type Import = z.infer<typeof importSchema>;

export const importPartSchema = z.strictObject({
  kind: z.literal('import-part'),
  id: z.string().min(1).max(200),
  version: z.int().min(0),
  expiresAt: instantSchema,
  text: z.string().max(IMPORT_PART_CHARACTERS_MAX),
});
type ImportPart = z.infer<typeof importPartSchema>;

/** A new import and the parts with its text. Write the parts first. */
export function newImport(
  of: Pick<Import, 'id' | 'cohortId' | 'by' | 'fileName'> & { readonly mapping: Mapping },
  text: string,
  notice: string | undefined,
  now: Instant,
): { item: Import; parts: ImportPart[] } {
  const expiresAt = plusMs(now, IMPORT_KEPT_DAYS * DAY_MS);
  const count = Math.max(1, Math.ceil(text.length / IMPORT_PART_CHARACTERS_MAX));
  const parts = Array.from({ length: count }, (_, index): ImportPart => {
    const from = index * IMPORT_PART_CHARACTERS_MAX;
    return {
      kind: 'import-part',
      id: importPartId(of.id, index + 1),
      version: 0,
      expiresAt,
      text: text.slice(from, from + IMPORT_PART_CHARACTERS_MAX),
    };
  });
  const item: Import = {
    kind: 'import',
    version: 0,
    createdAt: now,
    expiresAt,
    ...(notice && { notice }),
    parts: count,
    state: 'uploaded',
    total: 0,
    done: 0,
    outcomes: { added: 0, changed: 0, same: 0 },
    left: [],
    ...of,
  };
  return { item, parts };
}

/** The id of part `n` of an import, from 1. */
export function importPartId(importId: string, n: number): string {
  return `${importId}.${n}`;
}
