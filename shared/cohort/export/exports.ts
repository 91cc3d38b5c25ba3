/** The formats in which a cohort can be exported, and a requested export: its progress, and until when it can be downloaded. The file is stored elsewhere. */
import * as z from 'zod';
import { type LinkKeys, readClaims, signClaims } from '#shared/base/links/jws.ts';
import { idSchema } from '#shared/base/text.ts';
import {
  HOUR_MS,
  type Instant,
  instantSchema,
  msOf,
  plusMs,
  SECOND_MS,
} from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { SheetTerms } from '../table/sheets.ts';

export const EXPORT_FORMATS = ['applicants-csv', 'rotations-csv', 'xlsx', 'json', 'ics'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

interface FormatWords {
  readonly label: string;
  readonly text: string;
  readonly ending: string;
  readonly mediaType: string;
}

export const FORMAT_WORDS: Readonly<Record<ExportFormat, FormatWords>> = {
  'applicants-csv': {
    label: 'Applicants as CSV',
    text: 'One line per applicant.',
    ending: 'applicants.csv',
    mediaType: 'text/csv; charset=utf-8',
  },
  'rotations-csv': {
    label: 'Rotations as CSV',
    text: 'One line per rotation.',
    ending: 'rotations.csv',
    mediaType: 'text/csv; charset=utf-8',
  },
  xlsx: {
    label: 'Workbook (XLSX)',
    text: 'Applicants, rotations, and every reason on three sheets, with real dates and filters.',
    ending: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  json: {
    label: 'JSON',
    text: 'Applicants with rotations and reasons, for use by software, with a schema.',
    ending: 'json',
    mediaType: 'application/json',
  },
  ics: {
    label: 'Calendar (ICS)',
    text: 'Every open deadline of every applicant, for your own calendar.',
    ending: 'ics',
    mediaType: 'text/calendar; charset=utf-8',
  },
};

/** The input of every export format. */
export interface ExportOf extends SheetTerms {
  readonly cohort: { readonly id: string; readonly name: string };
  /** Starts from the first page at each call. */
  people(): AsyncIterable<Applicant>;
}

/** An export is kept for a day: long enough to download it, and too short to be forgotten. */
export const EXPORT_KEPT_HOURS = 24;

export const exportSchema = z.strictObject({
  kind: z.literal('export'),
  id: idSchema,
  version: z.int().min(0),
  cohortId: idSchema,
  /** The requester, who alone may download it. */
  by: idSchema,
  format: z.enum(EXPORT_FORMATS),
  createdAt: instantSchema,
  expiresAt: instantSchema,
  state: z.enum(['asked', 'ready']),
  /** People written so far. */
  done: z.int().min(0),
  bytes: z.int().min(0).exactOptional(),
  leaseUntil: instantSchema.exactOptional(),
  /** While it is not ready: when the sweep starts or resumes it. */
  dueAt: instantSchema.exactOptional(),
});
export type Export = z.infer<typeof exportSchema>;

export function newExport(
  of: Pick<Export, 'id' | 'cohortId' | 'by' | 'format'>,
  now: Instant,
): Export {
  return {
    kind: 'export',
    version: 0,
    createdAt: now,
    expiresAt: plusMs(now, EXPORT_KEPT_HOURS * HOUR_MS),
    state: 'asked',
    done: 0,
    dueAt: now,
    ...of,
  };
}

/** The download link of an export: signed, for one advisor, until the file is deleted. */
type Named = Pick<Export, 'id' | 'by' | 'expiresAt'>;

const claimsSchema = z.strictObject({
  purpose: z.literal('export'),
  sub: z.string(),
  by: z.string(),
  exp: z.int(),
});

export function signExport(keys: LinkKeys, { id, by, expiresAt }: Named): Promise<string> {
  const exp = Math.floor(msOf(expiresAt) / SECOND_MS);
  return signClaims(keys, { purpose: 'export', sub: id, by, exp });
}

/** True while this token downloads this export for its requester. */
export async function opensExport(
  keys: LinkKeys,
  { id, by }: Named,
  token: string,
  now: Instant,
): Promise<boolean> {
  const claims = claimsSchema.safeParse(await readClaims(keys, token));
  if (!claims.success) return false;
  return claims.data.sub === id && claims.data.by === by && msOf(now) < claims.data.exp * SECOND_MS;
}
