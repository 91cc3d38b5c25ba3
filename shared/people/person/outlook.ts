/** What the agenda says about a plan, for lists of many people: kept in the person's item, and written when a standing changes. */
import * as z from 'zod';
import { PARTIES } from '#shared/agenda/matter.ts';
import { STANDING_NAMES } from '#shared/agenda/standings.ts';
import { STATE_NAMES } from '#shared/agenda/state.ts';
import { ROTATIONS_MAX, WRITER_EMAILS_PER_LETTER_MAX } from '#shared/base/limits.ts';
import { idSchema } from '#shared/base/text.ts';
import { type Day, storedDaySchema } from '#shared/base/time/day.ts';
import { type Instant, storedInstantSchema } from '#shared/base/time/instant.ts';
import { certaintySchema } from '#shared/world/provenance.ts';
import { RISK_LEVELS } from '../casework/codes.ts';

/** Deadlines a cohort's list knows about one person: a season's open ones, papers of one rotation and day taken together. */
export const OUTLOOK_DUE_MAX = 8;
/** A title in a cohort's list: enough to know it by; the plan has the whole of it. */
const OUTLOOK_LINE_CHARACTERS_MAX = 70;

const shortLine = z.string().max(OUTLOOK_LINE_CHARACTERS_MAX);

/** An address or a sentence, which every page shows whole. */
export const SOURCE_CHARACTERS_MAX = 400;
const sourceSchema = z.string().max(SOURCE_CHARACTERS_MAX);

/** Cut between two words, where there are two. */
export function shortened(text: string, max: number = OUTLOOK_LINE_CHARACTERS_MAX): string {
  if (text.length <= max) return text;
  const end = text.lastIndexOf(' ', max - 1);
  return `${text.slice(0, end > 0 ? end : max - 1)}…`;
}

/** One open thing with a date. Papers of one rotation that are due on one day are one of these. */
const outlookDueSchema = z.strictObject({
  rule: z.string(),
  rotationId: idSchema.exactOptional(),
  /** The paper, letter, or task, where a rotation may have several of the rule. */
  part: idSchema.exactOptional(),
  title: shortLine,
  /** About a visa or health: its title is not shown where others may read it. */
  isPrivate: z.literal(true).exactOptional(),
  /** The day that every other reader is shown first, where it is to be started before its own. */
  startBy: storedDaySchema.exactOptional(),
  day: storedDaySchema,
  /** The moment it is over, where a source states a clock time; otherwise the end of the day in Eastern time. */
  at: storedInstantSchema.exactOptional(),
  /** The last day it can still be done, where one is known. */
  lastDay: storedDaySchema.exactOptional(),
  /** False for what is advised, true for what a host, ERAS, or an offer demands. */
  hard: z.literal(true).optional(),
  /** The first day it can be done; absent where it can be done already. */
  opens: storedDaySchema.exactOptional(),
  certainty: certaintySchema,
  source: sourceSchema,
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

/** Matters of a color that a list knows about one person, gravest first. */
export const OUTLOOK_FINDINGS_MAX = 12;
/** The first sentence that an advisor reads, and a conflict names two hosts. */
export const OUTLOOK_FINDING_CHARACTERS_MAX = 160;

/** A matter that is late, lost, held by someone else, or not known to be possible. */
const outlookFindingSchema = z.object({
  /** What tells it from another of the same rule and rotation: the letter, the day of its papers. */
  key: z.string().exactOptional(),
  rule: z.string(),
  rotationId: idSchema.exactOptional(),
  title: z.string().max(OUTLOOK_FINDING_CHARACTERS_MAX),
  standing: z.enum(STANDING_NAMES),
  color: z.enum(RISK_LEVELS),
  /** The day of its cause: the day after the one that was missed, the host’s no. */
  since: storedDaySchema,
  /** The day a visit first found it in this color, where that is another day. */
  colorSince: storedDaySchema.exactOptional(),
  /** Who acts next. */
  party: z.enum(PARTIES),
  /** The one day that every reader is shown, and whether it is the day to start by. */
  day: storedDaySchema.exactOptional(),
  isStart: z.literal(true).exactOptional(),
  /** It was over before the rotation, or the plan, was there. */
  wasBeforePlan: z.literal(true).exactOptional(),
  /** It was before the offer rather than before the rotation was added. */
  wasBeforeOffer: z.literal(true).exactOptional(),
  /** It was before a writer said no, or was silent. */
  wasBeforeRefusal: z.literal(true).exactOptional(),
  /** The last day it can still be done. */
  lastDay: storedDaySchema.exactOptional(),
  isLastEstimated: z.literal(true).exactOptional(),
  certainty: certaintySchema.exactOptional(),
  source: sourceSchema.exactOptional(),
  checkedOn: storedDaySchema.exactOptional(),
});
export type OutlookFinding = z.infer<typeof outlookFindingSchema>;

// Not strict, here and below: what an earlier release stored beside it is left out until the next visit.
export const rotationOutlookSchema = z.object({
  id: idSchema,
  waitingOn: z.enum(PARTIES).exclude(['advisor']),
  /** The applicant's own next step, and the day to start it by, else the day it is due. */
  next: z.object({ title: shortLine, day: storedDaySchema }).exactOptional(),
  documents: z
    .strictObject({ cleared: z.int(), pending: z.int(), expiring: z.int() })
    .exactOptional(),
  /** When the letter of this rotation should be in ERAS, for a place that counts. */
  letterDueOn: storedDaySchema.exactOptional(),
  /** From the application to the host's yes or no: days. */
  answerDays: z.int().exactOptional(),
});
export type RotationOutlook = z.infer<typeof rotationOutlookSchema>;

/** A letter whose holder is emailed: when it is awaited, and the days they may be reminded of it. */
export const letterOutlookSchema = z.strictObject({
  id: idSchema,
  on: storedDaySchema,
  remindOn: z.array(storedDaySchema).max(WRITER_EMAILS_PER_LETTER_MAX),
});

export const outlookSchema = z.strictObject({
  /** When this was computed. */
  at: storedInstantSchema,
  /** When a standing changes with nobody acting: someone must visit then. */
  changesAt: storedInstantSchema.exactOptional(),
  /** The plan in one word. Absent in outlooks of an earlier release, as are the findings. */
  state: z.enum(STATE_NAMES).exactOptional(),
  findings: z.array(outlookFindingSchema).max(OUTLOOK_FINDINGS_MAX).exactOptional(),
  /** The day a visit first found the person at the level of the gravest finding. */
  levelSince: storedDaySchema.exactOptional(),
  /** By rotation and gate: how often it was open again after an email had said that it is closed. */
  allowed: z.record(z.string(), z.int()).exactOptional(),
  /** Soonest first. */
  due: z.array(outlookDueSchema).max(OUTLOOK_DUE_MAX),
  rotations: z.array(rotationOutlookSchema).max(ROTATIONS_MAX),
  /** Absent in outlooks written before there was one. */
  letters: z.array(letterOutlookSchema).exactOptional(),
  /** How many of the letters that the guide wants are promised or further along, as the plan counts them. */
  covered: z.int().exactOptional(),
  /** By rung: deadline emails at least seven days old, and those of them that an act of the person followed in time. */
  followed: z.record(z.string(), z.tuple([z.int(), z.int()])),
});
export type Outlook = z.infer<typeof outlookSchema>;
