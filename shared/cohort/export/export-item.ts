/** A requested export: its progress, and until when it can be downloaded. The file is stored elsewhere. */
import * as z from 'zod';
import { idSchema } from '#shared/base/text.ts';
import { HOUR_MS, type Instant, instantSchema, plusMs } from '#shared/base/time/instant.ts';
import { EXPORT_FORMATS } from './formats.ts';

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
