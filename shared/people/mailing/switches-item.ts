/** The switch over all mail: on, only what cannot wait, or nothing. There is one such item. */
import * as z from 'zod';
import { daySchema } from '#shared/base/time/day.ts';
import { instantSchema } from '#shared/base/time/instant.ts';
import type { Stream } from '../person/mail-record.ts';
import { isRequested } from './requested.ts';

/** `critical`: links that were asked for, corrections, and urgent emails leave; everything else is held, not dropped. */
const sendingSchema = z.enum(['on', 'critical', 'stopped']);
export type Sending = z.infer<typeof sendingSchema>;

export const switchesSchema = z.strictObject({
  kind: z.literal('switches'),
  id: z.string().min(1).max(200),
  version: z.int().min(0),
  sending: sendingSchema,
  changedAt: instantSchema,
  /** Who set it: an operator, or the count of complaints. */
  by: z.enum(['operator', 'complaints']).exactOptional(),
  /** The UTC day on which an operator last resumed: complaints until then were looked at, and are not counted again. */
  resumedOn: daySchema.exactOptional(),
});
export type Switches = z.infer<typeof switchesSchema>;

/** The one id of the switches. */
export const SWITCHES_ID = 'sending';

const CRITICAL: readonly Stream[] = ['urgent', 'correction'];

/** True for an email that leaves even while complaints are looked into. */
export function isCritical(stream: Stream): boolean {
  return isRequested(stream) || CRITICAL.includes(stream);
}
