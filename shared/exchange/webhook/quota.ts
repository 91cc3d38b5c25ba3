/** How many messages a sender may send, counted in windows of a few seconds and taken in blocks. */
import * as z from 'zod';
import { idSchema } from '#shared/base/text.ts';
import {
  type Instant,
  instantOfMs,
  instantSchema,
  msBetween,
  msOf,
  SECOND_MS,
} from '#shared/base/time/instant.ts';

/** The most messages that a sender may send in one window: twenty a second, more than any form. */
export const MESSAGES_PER_WINDOW_MAX = 200;
export const QUOTA_WINDOW_MS = 10_000;

/** Messages a process takes from the window with one write, so that not every message writes. */
const QUOTA_BLOCK = 20;

export const quotaSchema = z.strictObject({
  kind: z.literal('quota'),
  /** The sender's. */
  id: idSchema,
  version: z.int().min(0),
  window: instantSchema,
  /** Messages that processes have taken of this window, sent or not. */
  taken: z.int().min(0).max(MESSAGES_PER_WINDOW_MAX),
});
type Quota = z.infer<typeof quotaSchema>;

/** When the window of this moment started. */
export function windowOf(now: Instant): Instant {
  const ms = msOf(now);
  return instantOfMs(ms - (ms % QUOTA_WINDOW_MS));
}

/** One block of the present window: the quota to write and the messages it gives, none if the window is used up. */
export function takeBlock(
  senderId: string,
  quota: Quota | undefined,
  now: Instant,
): { readonly quota: Quota; readonly messages: number } {
  const window = windowOf(now);
  const known: Quota = quota ?? { kind: 'quota', id: senderId, version: 0, window, taken: 0 };
  const taken = known.window === window ? known.taken : 0;
  const messages = Math.min(QUOTA_BLOCK, MESSAGES_PER_WINDOW_MAX - taken);
  return { quota: { ...known, window, taken: taken + messages }, messages };
}

/** Whole seconds until the next window, at least one. */
export function secondsToNextWindow(now: Instant): number {
  const leftMs = QUOTA_WINDOW_MS - msBetween(windowOf(now), now);
  return Math.max(1, Math.ceil(leftMs / SECOND_MS));
}
