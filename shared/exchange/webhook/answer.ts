/** The answer to a message: one for each of its updates, in their order. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { BATCH_ITEMS_MAX } from '#shared/base/limits.ts';
import { historyWords } from '#shared/people/applicant/history-words.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Event } from '#shared/people/person/event.ts';
import { statusWords } from '#shared/plan/facts/stages.ts';

export const refusalSchema = z.strictObject({
  reason: z.string(),
  message: z.string(),
  /** The part of the message to fix, if one is at fault: `updates.3.event.type`. */
  field: z.string().exactOptional(),
});

const index = z
  .int()
  .min(0)
  .max(BATCH_ITEMS_MAX - 1);

const recorded = {
  index,
  /** The update's own id, as the history has it. */
  update: z.string(),
  /** What is true now, in words. */
  changed: z.string(),
  /** Opens a page that undoes the update, for a day and while it is the person's latest. */
  undo: z.url().exactOptional(),
};

export const itemAnswerSchema = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('accepted'), ...recorded }),
  z.strictObject({ answer: z.literal('replayed'), ...recorded }),
  z.strictObject({ answer: z.literal('refused'), index, ...refusalSchema.shape }),
]);
export type ItemAnswer = z.infer<typeof itemAnswerSchema>;

export const messageAnswerSchema = z.strictObject({
  message: z.string(),
  updates: z.array(itemAnswerSchema).max(BATCH_ITEMS_MAX),
});

/** Why a whole message was refused. */
export const errorAnswerSchema = z.strictObject({ error: refusalSchema });

/** The id of one update of a message: a repeated message has the same updates. */
export function updateIdOf(senderId: string, messageId: string, at: number): string {
  const hash = createHash('sha256').update(JSON.stringify([senderId, messageId, at]));
  return `w${hash.digest('base64url').slice(0, 24)}`;
}

/** `Application sent: Brown is now waiting for the host’s answer` */
export function changedWords(event: Event, { facts }: Applicant, updateId: string): string {
  const words = historyWords({ event });
  const rotationId = 'rotationId' in event ? event.rotationId : updateId;
  const rotation = facts.rotations.find(({ id }) => id === rotationId);
  if (!rotation) return words;
  return `${words}; ${rotation.host.name}: ${statusWords(rotation.stage, rotation.status, 'advisor')}`;
}
