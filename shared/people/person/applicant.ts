/** The applicant: one person, one item, one conditional write. Everything except the facts is bookkeeping and is never undone. */
import * as z from 'zod';
import { LETTERS_PER_ROTATION_MAX, ROTATIONS_MAX } from '#shared/base/limits.ts';
import { addressSchema, idSchema, lineSchema, noteSchema } from '#shared/base/text.ts';
import { type Instant, instantSchema } from '#shared/base/time/instant.ts';
import { factsSchema, profileSchema } from '#shared/plan/facts/facts.ts';
import { OWN_LETTERS } from '#shared/plan/facts/letter.ts';
import { STAGE_NAMES } from '#shared/plan/facts/stage-names.ts';
import { caseworkSchema } from '../casework/casework.ts';
import { emailRecordSchema } from './email-record.ts';
import { EVENT_TYPES, eventSchema } from './event.ts';
import { outlookSchema } from './outlook.ts';
import { newPerson, PERSON_FIELDS, seenDatesSchema } from './person.ts';
import { undoSchema } from './undo.ts';

/** Kept in the item until everything stored beside it is removed. Every id in it is a keyed hash. */
const erasedSchema = z.strictObject({
  at: instantSchema,
  left: z
    .strictObject({
      addressId: z.string(),
      chunks: z.int().min(0),
      writerIds: z.array(z.string()).max((ROTATIONS_MAX + 1) * LETTERS_PER_ROTATION_MAX * 2),
    })
    .exactOptional(),
});
export type Erased = z.infer<typeof erasedSchema>;

/** A replay later than fifty updates ago is not a double click. */
export const ACCEPTED_UPDATES_MAX = 50;

/** Three confirmations a day, for two days. */
export const SIGN_UP_ENTRIES_MAX = 6;

/** Who reported it. Time is not an actor: its moves follow from the dates. */
const actorSchema = z.enum(['applicant', 'writer', 'advisor', 'sender', 'time']);
export type Actor = z.infer<typeof actorSchema>;

const timeMoveSchema = z.strictObject({
  type: z.literal('time-passed'),
  rotationId: z.union([idSchema, z.literal(OWN_LETTERS)]),
  move: z.enum([
    'offer-expires',
    'rotation-starts',
    'rotation-ends',
    'ladder-is-spent',
    'undo-day-ends',
  ]),
});

/** The channel of a report from outside: a sender of the webhook, by its name at that time. */
const throughSchema = z.strictObject({ senderId: idSchema, name: lineSchema });
export type Through = z.infer<typeof throughSchema>;

/** Recorded by an advisor on the applicant's word: who did it, and what they heard. The applicant sees both. */
const onWordSchema = z.strictObject({ advisor: lineSchema, reason: noteSchema });
export type OnWord = z.infer<typeof onWordSchema>;

export const historyEntrySchema = z.strictObject({
  id: idSchema,
  at: instantSchema,
  by: actorSchema,
  through: throughSchema.exactOptional(),
  onWord: onWordSchema.exactOptional(),
  event: z.union([eventSchema, timeMoveSchema]),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** As it is kept, without judging it again: a later release may refuse such an event, but must still read this person. */
const keptEntrySchema = historyEntrySchema.extend({
  event: z.custom<HistoryEntry['event']>(isEvent, { error: 'is no event' }),
});

function isEvent(value: unknown): boolean {
  const type = typeof value === 'object' && value !== null && 'type' in value && value.type;
  return typeof type === 'string' && (type === 'time-passed' || EVENT_TYPES.has(type));
}

/** An accepted update's first answer, so that a replay gets the same. */
const acceptedUpdateSchema = z.strictObject({
  id: idSchema,
  at: instantSchema,
  /** The rotation it was about, if any. */
  rotationId: idSchema.exactOptional(),
  type: z.string(),
  /** Distinguishes a replay from another update with the same id. */
  digest: z.string(),
  takenBack: z.literal(true).exactOptional(),
});
export type AcceptedUpdate = z.infer<typeof acceptedUpdateSchema>;

/** The state machine's side of a rotation: which run counts, and what its execution waits for. See shared/people/workflow. */
const runSchema = z.strictObject({
  run: z.int().min(1),
  /** Absent while the execution is starting, on its way from one wait to the next, or dead. */
  wait: z
    .strictObject({
      /** The task's token, which wakes the wait. */
      token: z.string(),
      /** When the state was entered, and its retry: a later wait replaces an earlier one. */
      at: z.string(),
      stage: z.enum(STAGE_NAMES),
      until: instantSchema.exactOptional(),
    })
    .exactOptional(),
});

export type Run = z.infer<typeof runSchema>;

export const applicantSchema = z.strictObject({
  kind: z.literal('applicant'),
  ...PERSON_FIELDS,
  /** Raised when the facts change. Forms carry it, so that bookkeeping never conflicts with a person. */
  revision: z.int().min(0),
  cohortId: idSchema,
  facts: factsSchema,
  /** What the latest update changed, kept while it can be undone. */
  undo: undoSchema.exactOptional(),
  history: z.array(keptEntrySchema),
  accepted: z.array(acceptedUpdateSchema).max(ACCEPTED_UPDATES_MAX),
  /** What advisors do about this person's risks. */
  casework: caseworkSchema.exactOptional(),
  /** What a cohort's list shows of the plan; absent until the first visit. */
  outlook: outlookSchema.exactOptional(),
  /** The address is not confirmed yet; see shared/people/applicant. */
  pending: z
    .strictObject({
      since: instantSchema,
      /** Whose place of the hour it took: a keyed hash of the network address. */
      from: z.string().max(64).exactOptional(),
      /** A school imported it, and asks the address's reader whether they are its person. */
      imported: z.literal(true).exactOptional(),
      /** Reminders begin then without an answer; absent: never, since its person uses a plan of their own. */
      opensAt: instantSchema.exactOptional(),
      /** What was typed, each under the id of its confirmation: anyone can type this address, and its reader picks. */
      entries: z
        .array(
          z.strictObject({
            id: idSchema,
            profile: profileSchema,
            /** The site of who typed it. */
            from: z.string().max(64).exactOptional(),
          }),
        )
        .max(SIGN_UP_ENTRIES_MAX)
        .exactOptional(),
    })
    .exactOptional(),
  /** A new address until it is proved; then, for a week, the old one, which may take the plan back. */
  moving: z
    .strictObject({
      id: idSchema,
      to: addressSchema,
      since: instantSchema,
      isBack: z.literal(true).exactOptional(),
      /** Asked for without a link of the last hour: for the week, the new address alone cannot take the plan away. */
      waits: z.literal(true).exactOptional(),
      /** In that week, emails go to the old address, too. */
      both: z.literal(true).exactOptional(),
      /** The advisor who asked, where the old mailbox is lost. */
      vouchedBy: lineSchema.exactOptional(),
    })
    .exactOptional(),
  /** A plan that its owner started and shares with the cohort it is in. */
  shared: z.strictObject({ since: instantSchema }).exactOptional(),
  /** Taken off a cohort's report by an advisor; `back` is what bringing it back restores, kept for a month. */
  archived: z
    .strictObject({
      from: idSchema,
      since: instantSchema,
      back: z
        .strictObject({ by: lineSchema, casework: caseworkSchema.exactOptional() })
        .exactOptional(),
    })
    .exactOptional(),
  /** The school's plan that this one took in: while it names it, the other is silent and leads here. */
  joined: z
    .strictObject({
      id: idSchema,
      updateId: idSchema,
      /** What the school's plan calls a rotation or a letter, and what this one does. */
      renamed: z.record(z.string(), idSchema),
    })
    .exactOptional(),
  /** The plan that took this one in, if that names it as `joined`; `epoch` is of its links at that time. */
  mergedInto: z
    .strictObject({
      id: idSchema,
      epoch: z.int().min(0),
      at: instantSchema,
      renamed: z.record(z.string(), idSchema),
    })
    .exactOptional(),
  /** Deleted by its owner, who can keep it for a week; see functions/routes/leaving.ts. */
  leaving: z
    .strictObject({
      since: instantSchema,
      /** By a reader who does not know the school that imported it, which is notified. */
      disowned: z.literal(true).exactOptional(),
    })
    .exactOptional(),
  /** This plan was deleted; what is left is what its cohort counts. */
  erased: erasedSchema.exactOptional(),
  runs: z.record(idSchema, runSchema),
  /** The secret calendar feed: `since` while it is on; a new `epoch` invalidates every older address. */
  feed: z
    .strictObject({
      epoch: z.int().min(1),
      since: instantSchema.exactOptional(),
      /** Its owner chose titles that may name a visa or a health paper. */
      full: z.literal(true).exactOptional(),
    })
    .exactOptional(),
  /** The world's dates that this plan was last planned from; absent until the first visit. */
  seen: seenDatesSchema.exactOptional(),
  /** How often a person was named to be emailed about a letter, including names that were taken back. */
  writersNamed: z.int().min(0).exactOptional(),
  /** Keys of emails that are in chunks, while they may still be current. */
  olderKeys: z.array(z.string()),
  /** How many chunks of older history and emails are stored beside the item. */
  chunks: z.int().min(0),
});
export type Applicant = z.infer<typeof applicantSchema>;

/** True from the moment its owner deletes it: nobody but its own email opens it, and nothing changes it. */
export function isDeleted({ leaving, erased }: Pick<Applicant, 'leaving' | 'erased'>): boolean {
  return leaving !== undefined || erased !== undefined;
}

/** True while nobody has confirmed what someone typed at `/start`: there is no plan yet. */
export function isOnlyTyped({ pending }: Pick<Applicant, 'pending'>): boolean {
  return pending !== undefined && !pending.imported;
}

/** True while only the email that asks for an answer may go to the plan's address. */
export function isHeld({ pending }: Pick<Applicant, 'pending'>, now: Instant): boolean {
  return pending !== undefined && (pending.opensAt === undefined || now < pending.opensAt);
}

/** A new applicant, due at once so that the first sweep plans for them. */
export function newApplicant(
  { id, cohortId, facts }: Pick<Applicant, 'id' | 'cohortId' | 'facts'>,
  now: Applicant['createdAt'],
): Applicant {
  return {
    kind: 'applicant',
    ...newPerson(id, now),
    revision: 0,
    cohortId,
    facts,
    history: [],
    accepted: [],
    runs: {},
    olderKeys: [],
    chunks: 0,
  };
}

/** Older history and emails of one person, put aside so that the item stays small. */
export const chunkSchema = z.strictObject({
  kind: z.literal('chunk'),
  id: z.string().min(1).max(200),
  version: z.int().min(0),
  history: z.array(keptEntrySchema),
  emails: z.array(emailRecordSchema),
});
export type Chunk = z.infer<typeof chunkSchema>;
/** What was put aside, or is of the school's plan that was joined. */
export type Past = Pick<Chunk, 'history' | 'emails'> & { readonly isSchools?: true };

/** Their links and calendar feed end with the next epoch. */
export function withoutLinks(applicant: Applicant): Applicant {
  const { feed, linkEpoch } = applicant;
  return {
    ...applicant,
    linkEpoch: linkEpoch + 1,
    ...(feed && { feed: { epoch: feed.epoch + 1 } }),
  };
}
