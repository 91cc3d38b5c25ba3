/**
 * What of a person's plan hangs on the world: deadlines, latest safe days, whose turn it is. It lies in the person's item
 * beside the plan it comes from, and holds days, never distances: a list read weeks later says what is so on that day.
 */
import * as z from 'zod';
import { STEP_IDS } from '#shared/agenda/back-plan/step-table.ts';
import { ROTATIONS_MAX, WRITER_MAILS_PER_LETTER_MAX } from '#shared/base/limits.ts';
import { idSchema } from '#shared/base/text.ts';
import { type Day, storedDaySchema } from '#shared/base/time/day.ts';
import { type Instant, storedInstantSchema } from '#shared/base/time/instant.ts';
import { holderSchema } from '#shared/plan/facts/document.ts';
import { DOCUMENT_KINDS } from '#shared/world/hosts/document-kinds.ts';
import { certaintySchema } from '#shared/world/provenance.ts';

/** Deadlines a cohort's list knows of one person: a season's open ones, papers of one rotation and day taken together. */
export const OUTLOOK_DUE_MAX = 8;
/** A title or source in a cohort's list: enough to know it by; the plan has the whole of it. */
export const OUTLOOK_LINE_CHARACTERS_MAX = 70;

const shortLine = z.string().max(OUTLOOK_LINE_CHARACTERS_MAX);

/** One open thing with a date. Papers of one rotation that are due on one day are one of these. */
export const outlookDueSchema = z.strictObject({
  rule: z.string(),
  rotationId: idSchema.exactOptional(),
  title: shortLine,
  day: storedDaySchema,
  /** The moment it is over, where a source states a clock time; otherwise the end of the day in Eastern time. */
  at: storedInstantSchema.exactOptional(),
  /** False for what is advised, true for what a host, ERAS or an offer demands. */
  hard: z.boolean(),
  /** The first day on which it can be done; absent where it can be done already. */
  opens: storedDaySchema.exactOptional(),
  certainty: certaintySchema,
  source: shortLine,
  checkedOn: storedDaySchema.exactOptional(),
});
export type OutlookDue = z.infer<typeof outlookDueSchema>;

/** True once a deadline is over: at its moment, or with its day in Eastern time. */
export function isPast(
  { at, day }: Pick<OutlookDue, 'at' | 'day'>,
  now: Instant,
  today: Day,
): boolean {
  return at ? now >= at : today > day;
}

const stepDaySchema = z.strictObject({ step: z.enum(STEP_IDS), day: storedDaySchema });

export const rotationOutlookSchema = z.strictObject({
  id: idSchema,
  waitingOn: z.union([holderSchema, z.enum(['writer', 'nobody'])]),
  /** When the ball came to whoever holds it, as far as the history tells. */
  waitingSince: storedDaySchema,
  /** The applicant's own next step, and the latest day on which it is safely done. */
  safe: stepDaySchema.exactOptional(),
  /** The last day on which the plan can still be done in a hurry, and the step it hangs on. */
  last: stepDaySchema.exactOptional(),
  documents: z
    .strictObject({ cleared: z.int(), pending: z.int(), expiring: z.int() })
    .exactOptional(),
  /** The paper that expires soonest of those that expire before the rotation is over. */
  expires: z
    .strictObject({
      kind: z.enum(DOCUMENT_KINDS),
      on: storedDaySchema,
      /** A new one that covers the rotation is available from this day on. */
      from: storedDaySchema.exactOptional(),
    })
    .exactOptional(),
  /** When the letter of this rotation should be in ERAS, for a place that counts. */
  letterDueOn: storedDaySchema.exactOptional(),
  /** From the application to the host's yes or no: days. */
  answerDays: z.int().exactOptional(),
});
export type RotationOutlook = z.infer<typeof rotationOutlookSchema>;

/** A letter whose holder is emailed: when it is awaited, and the days on which they may be reminded of it. */
export const letterOutlookSchema = z.strictObject({
  id: idSchema,
  on: storedDaySchema,
  remindOn: z.array(storedDaySchema).max(WRITER_MAILS_PER_LETTER_MAX),
});

export const outlookSchema = z.strictObject({
  /** When this was computed. */
  at: storedInstantSchema,
  /** Soonest first. */
  due: z.array(outlookDueSchema).max(OUTLOOK_DUE_MAX),
  rotations: z.array(rotationOutlookSchema).max(ROTATIONS_MAX),
  /** Absent in outlooks written before there was one. */
  letters: z.array(letterOutlookSchema).exactOptional(),
  /** By rung: deadline emails at least seven days old, and those of them that an act of the person followed in time. */
  followed: z.record(z.string(), z.tuple([z.int(), z.int()])),
});
export type Outlook = z.infer<typeof outlookSchema>;
