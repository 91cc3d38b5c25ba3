/** A cohort's log of what is taken out of it, put into it, and read: newest last, never edited. */
import * as z from 'zod';
import { idSchema } from '#shared/base/text.ts';
import { HOUR_MS, type Instant, instantSchema, plusMs } from '#shared/base/time/instant.ts';
import { EXPORT_FORMATS } from './export/exports.ts';

/** What a cohort's record keeps in one item; older entries go to a chunk. */
const AUDIT_ENTRIES_MAX = 200;

const auditEntrySchema = z.strictObject({
  at: instantSchema,
  /** The advisor; `operator` for a command. */
  by: idSchema,
  act: z.enum([
    'export-asked',
    'export-fetched',
    'totals-fetched',
    'import-started',
    'message-sent',
    'calendar-made',
    'archived',
    'brought-back',
    'moved',
    'link-sent',
    'cases-handed-over',
    'plan-read',
  ]),
  /** The export, the message, the form of an act, or the applicant. */
  of: idSchema.exactOptional(),
  format: z.enum(EXPORT_FORMATS).exactOptional(),
  people: z.int().min(0),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export const auditSchema = z.strictObject({
  kind: z.literal('audit'),
  /** The cohort's id; `<cohort>.<n>` for an older part. */
  id: z.string().min(1).max(200),
  version: z.int().min(0),
  entries: z.array(auditEntrySchema).max(AUDIT_ENTRIES_MAX),
  /** The number of older parts. */
  parts: z.int().min(0),
});
type Audit = z.infer<typeof auditSchema>;

export function newAudit(cohortId: string): Audit {
  return { kind: 'audit', id: cohortId, version: 0, entries: [], parts: 0 };
}

/** @param n from 1, the oldest */
export function partId(cohortId: string, n: number): string {
  return `${cohortId}.${n}`;
}

/** The log with one more entry and, if it was full, the older part to write first. */
export function withEntry(
  audit: Audit,
  entry: AuditEntry,
): { readonly audit: Audit; readonly part?: Audit } {
  if (audit.entries.length < AUDIT_ENTRIES_MAX) {
    return { audit: { ...audit, entries: [...audit.entries, entry] } };
  }
  const parts = audit.parts + 1;
  const part = { ...newAudit(partId(audit.id, parts)), entries: audit.entries };
  return { part, audit: { ...audit, parts, entries: [entry] } };
}

/** Each cohort has its own share of the work that all cohorts queue. */
export const EXPORTS_PER_HOUR_MAX = 20;

export function hasRoomForExport(entries: readonly AuditEntry[], now: Instant): boolean {
  const since = plusMs(now, -HOUR_MS);
  const asked = entries.filter(({ act, at }) => act === 'export-asked' && at > since);
  return asked.length < EXPORTS_PER_HOUR_MAX;
}

export const ACT_WORDS: Readonly<Record<AuditEntry['act'], string>> = {
  'export-asked': 'requested an export',
  'export-fetched': 'downloaded an export',
  'totals-fetched': 'downloaded totals without names',
  'import-started': 'imported a spreadsheet',
  'message-sent': 'wrote to a list',
  'calendar-made': 'made a calendar address',
  archived: 'archived applicants',
  'brought-back': 'brought an applicant back',
  moved: 'moved applicants to another cohort',
  'link-sent': 'had new links sent',
  'cases-handed-over': 'handed over the cases of an advisor',
  'plan-read': 'read a plan as the applicant sees it',
};
