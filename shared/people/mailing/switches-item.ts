/** The switch for all email: on, only what cannot wait, or off. There is one such item. */
import * as z from 'zod';
import { daySchema } from '#shared/base/time/day.ts';
import { instantSchema } from '#shared/base/time/instant.ts';
import type { Stream } from '../person/mail-record.ts';
import { isRequested } from './requested.ts';

/** `critical`: only requested links, corrections, and urgent emails are sent; the rest is held, not dropped. */
const sendingSchema = z.enum(['on', 'critical', 'stopped']);
export type Sending = z.infer<typeof sendingSchema>;

export const switchesSchema = z.strictObject({
  kind: z.literal('switches'),
  id: z.string().min(1).max(200),
  version: z.int().min(0),
  sending: sendingSchema,
  changedAt: instantSchema,

  by: z.enum(['operator', 'complaints']).exactOptional(),
  /** When an operator last resumed sending (UTC): earlier complaints were reviewed and no longer count. */
  resumedOn: daySchema.exactOptional(),
});
export type Switches = z.infer<typeof switchesSchema>;

export const SWITCHES_ID = 'sending';

const CRITICAL: readonly Stream[] = ['urgent', 'correction'];

/** True for an email that is sent even while complaints are reviewed. */
export function isCritical(stream: Stream): boolean {
  return isRequested(stream) || CRITICAL.includes(stream);
}
