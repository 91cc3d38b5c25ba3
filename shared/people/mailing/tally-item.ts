/** Emails, complaints, and missing addresses per UTC day. */
import * as z from 'zod';
import { instantSchema } from '#shared/base/time/instant.ts';

const sideSchema = z.strictObject({
  sent: z.int().min(0),
  complained: z.int().min(0),
  /** Hashes of the complainers' addresses, each once. */
  by: z.array(z.string().max(64)).default([]),
});

export const tallySchema = z.strictObject({
  kind: z.literal('mail-tally'),
  /** A UTC day. */
  id: z.string().min(1).max(200),
  version: z.int().min(0),
  /** When the day no longer counts. Days counted by an older release have none. */
  expiresAt: instantSchema.exactOptional(),
  ...sideSchema.shape,
  /** Emails to people who never wrote to us; they complain more often and are counted separately. */
  firstContacts: sideSchema.default({ sent: 0, complained: 0, by: [] }),
  /** By hash of the domain: hashes of its unknown addresses. */
  missing: z.record(z.string(), z.array(z.string().max(64))).default({}),
});
export type Tally = z.infer<typeof tallySchema>;
export type TallySide = z.infer<typeof sideSchema>;
