/**
 * The applicant: one person, one item, one conditional write. Facts are the person's; everything else here is the
 * product's bookkeeping about them and is never undone.
 */
import * as z from 'zod';
import { ACCEPTED_UPDATES_MAX, CAUSES_MAX } from '../limits.ts';
import { mailRecordSchema } from '../nudges/mail-record.ts';
import { eventSchema } from '../rotation/events.ts';
import { idSchema } from '../text.ts';
import { instantSchema } from '../time/instant.ts';
import { factsSchema } from './facts.ts';
import { undoSchema } from './undo.ts';

/** Who said it. Time itself is nobody: its moves follow from the dates. */
export const actorSchema = z.enum(['applicant', 'writer', 'advisor', 'sender', 'time']);
export type Actor = z.infer<typeof actorSchema>;

const timeMoveSchema = z.strictObject({
  type: z.literal('time-passed'),
  rotationId: idSchema,
  move: z.enum([
    'window-closes',
    'dates-pass',
    'offer-expires',
    'rotation-starts',
    'rotation-ends',
    'ladder-is-spent',
    'undo-day-ends',
  ]),
});

export const historyEntrySchema = z.strictObject({
  id: idSchema,
  at: instantSchema,
  by: actorSchema,
  event: z.union([eventSchema, timeMoveSchema]),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** An accepted update's first answer, so that a replay can be told the same. */
export const acceptedUpdateSchema = z.strictObject({
  id: idSchema,
  at: instantSchema,
  /** The rotation it concerned, where it concerned one. */
  rotationId: idSchema.exactOptional(),
  type: z.string(),
  /** Tells a replay from another update that bears the same id. */
  digest: z.string(),
  takenBack: z.literal(true).exactOptional(),
});
export type AcceptedUpdate = z.infer<typeof acceptedUpdateSchema>;

/** A mail that something other than a rule asked for; it leaves once, keyed by its id. */
export const causeSchema = z.strictObject({
  id: idSchema,
  stream: z.enum(['link', 'correction']),
  at: instantSchema,
  rotationId: idSchema.exactOptional(),
});
export type Cause = z.infer<typeof causeSchema>;

/** The state machine's side of a rotation: which execution is current, and what it waits on. */
export const runSchema = z.strictObject({
  run: z.int().min(1),
  started: z.boolean(),
  wait: z
    .strictObject({
      token: z.string(),
      at: z.string(),
      stage: z.string(),
      until: instantSchema.exactOptional(),
    })
    .exactOptional(),
});
export type Run = z.infer<typeof runSchema>;

export const reachSchema = z.enum(['ok', 'bounced', 'complained', 'unsubscribed']);
export type Reach = z.infer<typeof reachSchema>;

export const applicantSchema = z.strictObject({
  kind: z.literal('applicant'),
  id: idSchema,
  /** Guards every write; the store raises it by one with each. */
  version: z.int().min(0),
  /** Raised when the facts change; what forms carry, so that bookkeeping never conflicts with a person. */
  revision: z.int().min(0),
  cohortId: idSchema,
  createdAt: instantSchema,
  facts: factsSchema,
  /** What the latest update changed, kept while it can be taken back. */
  undo: undoSchema.exactOptional(),
  history: z.array(historyEntrySchema),
  accepted: z.array(acceptedUpdateSchema).max(ACCEPTED_UPDATES_MAX),
  runs: z.record(idSchema, runSchema),
  reach: reachSchema,
  /** Raised to revoke every link mailed so far. */
  linkEpoch: z.int().min(0),
  causes: z.array(causeSchema).max(CAUSES_MAX),
  /** The ledger: every mail claimed for this person, newest last. */
  mails: z.array(mailRecordSchema),
  /** Keys of mails that lie in chunks, while they may still be current. */
  saidBefore: z.array(z.string()),
  /** How many chunks of older history and mails lie beside the item. */
  chunks: z.int().min(0),
  /** Visits that threw, one after another; 0 after one that did not. */
  failures: z.int().min(0),
  /** When somebody must look again: perhaps early, never late. */
  dueAt: instantSchema,
});
export type Applicant = z.infer<typeof applicantSchema>;

/** A new applicant, due at once so that the first sweep plans for them. */
export function newApplicant(
  of: Pick<Applicant, 'id' | 'cohortId' | 'facts'>,
  now: Applicant['createdAt'],
): Applicant {
  return {
    kind: 'applicant',
    version: 0,
    revision: 0,
    createdAt: now,
    history: [],
    accepted: [],
    runs: {},
    reach: 'ok',
    linkEpoch: 0,
    causes: [],
    mails: [],
    saidBefore: [],
    chunks: 0,
    failures: 0,
    dueAt: now,
    ...of,
  };
}
