/** Changes of the world since this release's data files. Corrections are in parts, so that no cohort fills up what all share. */
import * as z from 'zod';
import { COHORTS_PER_ADVISOR_MAX, SEASONS_REPLACED_MAX } from '#shared/base/limits.ts';
import { idSchema, lineSchema } from '#shared/base/text.ts';
import { instantSchema } from '#shared/base/time/instant.ts';
import { seasonRowSchema } from '../season/events.ts';
import { type Correction, storedCorrectionSchema } from './correction.ts';

/** A reason or a source: a few sentences, or a long address; the beginning of a longer value. */
export const AUDIT_CHARACTERS_MAX = 500;

/** One change: who, when, old, new, and why. It is never rewritten. */
const auditEntrySchema = z.strictObject({
  id: idSchema,
  at: instantSchema,
  /** Who did it, by their id or by the name they gave. */
  by: lineSchema,
  act: z.enum(['corrected', 'confirmed', 'taken-back', 'season-put', 'season-withdrawn']),
  /** `season/2028/match-day`, `host/yale/leadDays`, `season/2028`. */
  target: z.string().max(200),
  old: z.string().max(AUDIT_CHARACTERS_MAX),
  new: z.string().max(AUDIT_CHARACTERS_MAX),
  reason: z.string().max(AUDIT_CHARACTERS_MAX),
  /** The cohorts whose date changed; absent: everyone's. */
  cohortIds: z.array(idSchema).max(COHORTS_PER_ADVISOR_MAX).exactOptional(),
  /** The correction that applied before; absent if the published data did. */
  before: storedCorrectionSchema.exactOptional(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export const storedWorldSchema = z.strictObject({
  kind: z.literal('world'),
  id: z.literal('present'),
  version: z.int().min(0),
  /** Seasons loaded as files; each replaces the release's own. */
  seasons: z
    .array(
      z.strictObject({ matchYear: z.int().min(2020).max(2060), rows: z.array(seasonRowSchema) }),
    )
    .max(SEASONS_REPLACED_MAX),
  /** The ids of the parts that hold the corrections, by share. */
  parts: z.record(z.string().max(64), z.string().max(200)),
  /** Newest last. */
  audit: z.array(auditEntrySchema),
  /** How many parts of the older audit are stored beside the item. */
  chunks: z.int().min(0),
});
export type StoredWorld = z.infer<typeof storedWorldSchema>;

/** With its corrections, in the order in which they were entered. */
export interface WorldItem extends Omit<StoredWorld, 'parts'> {
  readonly corrections: readonly Correction[];
}

/** The corrections of one share. It is never rewritten: a change makes another one. */
export const worldPartSchema = z.strictObject({
  kind: z.literal('world-part'),
  id: z.string().min(1).max(200),
  version: z.int().min(0),
  /** Each with its place among the corrections of all shares. */
  entries: z.array(z.strictObject({ nth: z.int().min(1), correction: storedCorrectionSchema })),
});
export type WorldPart = z.infer<typeof worldPartSchema>;

/** What applies to everyone, or what one advisor entered. */
export function shareOf({ unconfirmed }: Correction): string {
  return unconfirmed ? unconfirmed.advisorId : 'everyone';
}

/** Older audit, put aside so that the item stays small. Its id is its number, from 1. */
export const worldAuditSchema = z.strictObject({
  kind: z.literal('world-audit'),
  id: z.string().regex(/^\d{1,6}$/),
  version: z.int().min(0),
  entries: z.array(auditEntrySchema),
});

export const WORLD_ID = 'present';

/** Nothing changed yet. */
export const UNCHANGED_WORLD: WorldItem = {
  kind: 'world',
  id: WORLD_ID,
  version: 0,
  seasons: [],
  corrections: [],
  audit: [],
  chunks: 0,
};
