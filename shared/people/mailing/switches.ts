/** The switch over all mail: on, only what cannot wait, or nothing. There is one such item. */
import * as z from 'zod';
import { CONFLICT_RETRIES_MAX } from '#shared/base/limits.ts';
import { daySchema } from '#shared/base/time/day.ts';
import { dayIn, type Instant, instantSchema } from '#shared/base/time/instant.ts';
import type { Store } from '#shared/store/store.ts';
import type { Stream } from '../person/mail-record.ts';

/** `critical`: links that were asked for, corrections, and urgent mails leave; everything else is held, not dropped. */
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

const CRITICAL: readonly Stream[] = ['urgent', 'link', 'correction', 'sign-in'];

/** True for a mail that leaves even while complaints are looked into. */
export function isCritical(stream: Stream): boolean {
  return CRITICAL.includes(stream);
}

/** On where nobody ever touched the switch. */
export async function sendingOf(store: Store): Promise<Sending> {
  return (await store.read('switches', SWITCHES_ID))?.sending ?? 'on';
}

/** Undefined when somebody else changes the switch all the while: nothing was changed then. */
export async function setSending(
  store: Store,
  sending: Sending,
  by: 'operator' | 'complaints',
  now: Instant,
): Promise<Switches | undefined> {
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const before = await store.read('switches', SWITCHES_ID);
    const { resumedOn } = before ?? {};
    // A count must not undo what an operator stopped.
    if (by === 'complaints' && before && before.sending !== 'on') return before;
    const after: Switches = {
      kind: 'switches',
      id: SWITCHES_ID,
      version: before?.version ?? 0,
      sending,
      changedAt: now,
      by,
      ...(resumedOn && { resumedOn }),
      ...(sending === 'on' && { resumedOn: dayIn('UTC', now) }),
    };
    if ((await store.write(after)).written) return after;
  }
  return undefined;
}
