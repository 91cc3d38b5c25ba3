/** Who took what out of a cohort, or brought it in: kept beside the cohort, newest last, never edited. */
import * as z from 'zod';
import { idSchema } from '#shared/base/text.ts';
import { instantSchema } from '#shared/base/time/instant.ts';
import { EXPORT_FORMATS } from './export/formats.ts';

/** What a cohort's record keeps in one item; older entries go to a chunk. */
const AUDIT_ENTRIES_MAX = 200;

const auditEntrySchema = z.strictObject({
  at: instantSchema,
  /** The advisor; `operator` for a command. */
  by: idSchema,
  act: z.enum(['export-asked', 'export-fetched', 'totals-fetched', 'import-started']),
  format: z.enum(EXPORT_FORMATS).exactOptional(),
  /** How many people it held. */
  people: z.int().min(0),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export const auditSchema = z.strictObject({
  kind: z.literal('audit'),
  /** The cohort's id; `<cohort>.<n>` for an older part. */
  id: z.string().min(1).max(200),
  version: z.int().min(0),
  entries: z.array(auditEntrySchema).max(AUDIT_ENTRIES_MAX),
  /** How many older parts there are. */
  parts: z.int().min(0),
});
export type Audit = z.infer<typeof auditSchema>;

export function newAudit(cohortId: string): Audit {
  return { kind: 'audit', id: cohortId, version: 0, entries: [], parts: 0 };
}

/** The record with one more entry, and the part that must be put first where it was full. */
export function withEntry(
  audit: Audit,
  entry: AuditEntry,
): { readonly audit: Audit; readonly part?: Audit } {
  if (audit.entries.length < AUDIT_ENTRIES_MAX) {
    return { audit: { ...audit, entries: [...audit.entries, entry] } };
  }
  const parts = audit.parts + 1;
  const part = { ...newAudit(`${audit.id}.${parts}`), entries: audit.entries };
  return { part, audit: { ...audit, parts, entries: [entry] } };
}

export const ACT_WORDS: Readonly<Record<AuditEntry['act'], string>> = {
  'export-asked': 'asked for an export',
  'export-fetched': 'fetched an export',
  'totals-fetched': 'fetched totals without names',
  'import-started': 'imported a sheet',
};
