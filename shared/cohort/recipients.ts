/** Who on a list gets a message, in which words, and who does not get it and why. */
import { failure, type Result, success } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { quietUntil } from '#shared/people/mailing/gate.ts';
import type { Summary } from '#shared/people/outlook/summary.ts';
import { type Message, messageSchema } from '#shared/people/person/message.ts';
import type { OutlookDue } from '#shared/people/person/outlook.ts';
import { mailingOf } from '#shared/plan/facts/mailing.ts';
import type { ReportRow } from './report/row.ts';

/** What a message may hold in braces: each applicant reads their own. */
export const MERGE_FIELDS = ['name', 'host', 'next deadline'] as const;
type MergeField = (typeof MERGE_FIELDS)[number];

const FIELD = /\{([^{}]*)\}/g;

/** Text in braces that is not a field, such as a misspelled one. */
export function unknownFieldsIn({ subject, paragraphs }: Message): string[] {
  const named = [subject, ...paragraphs].flatMap((text) => [...text.matchAll(FIELD)]);
  return named.map(([, name = '']) => name).filter((name) => !isField(name));
}

export type Skip = 'not-reached' | 'too-long' | MergeField;

export interface Recipient {
  readonly of: Summary;
  /** With their own words in its fields. */
  readonly message: Message;
}

export interface Recipients {
  readonly now: readonly Recipient[];
  /** It is night where they are: it is sent in their morning. */
  readonly held: readonly Recipient[];
  /** They are asked first whether the plan is theirs. */
  readonly asked: readonly Recipient[];
  readonly skipped: readonly { readonly of: Summary; readonly why: Skip }[];
}

export function recipientsOf(
  rows: readonly ReportRow[],
  message: Message,
  now: Instant,
): Recipients {
  const all = rows.map((row) => ({ of: row.of, merged: messageFor(row, message) }));
  const reached = all.flatMap(({ of, merged }) =>
    merged.ok ? [{ of, message: merged.value }] : [],
  );
  const isAsked = ({ of: { asked } }: Recipient) => asked && (!asked.until || now < asked.until);
  const free = reached.filter((each) => !isAsked(each));
  const isNight = ({ of: { zone, quiet = {} } }: Recipient) =>
    quietUntil({ zone, mailing: mailingOf({ mailing: quiet }) }, now) !== undefined;
  return {
    now: free.filter((each) => !isNight(each)),
    held: free.filter(isNight),
    asked: reached.filter(isAsked),
    skipped: all.flatMap(({ of, merged }) => (merged.ok ? [] : [{ of, why: merged.failure }])),
  };
}

/** The words that one applicant gets, or why they get none. */
export function messageFor(row: ReportRow, message: Message): Result<Message, Skip> {
  if (row.of.reach !== 'ok') return failure('not-reached');
  const { subject, paragraphs } = message;
  const named = MERGE_FIELDS.filter((field) =>
    [subject, ...paragraphs].some((text) => text.includes(`{${field}}`)),
  );
  if (named.length === 0) return success(message);
  const values = valuesOf(row);
  const missing = named.find((field) => values[field] === undefined);
  if (missing) return failure(missing);
  const merge = (text: string) =>
    text.replaceAll(FIELD, (whole, name) => (isField(name) ? (values[name] ?? whole) : whole));
  const merged = messageSchema.safeParse({
    ...message,
    subject: merge(subject),
    paragraphs: paragraphs.map(merge),
  });
  return merged.success ? success(merged.data) : failure('too-long');
}

function isField(name: string): name is MergeField {
  return MERGE_FIELDS.some((field) => field === name);
}

function valuesOf({ of, step, next }: ReportRow): Partial<Record<MergeField, string>> {
  const about = of.rotations.find(({ id }) => id === next?.rotationId) ?? step;
  return {
    name: of.name,
    ...(about && { host: about.host }),
    ...(next && { 'next deadline': deadlineWords(next, about?.host) }),
  };
}

/** A subject and a preview are read by others. */
function deadlineWords(next: OutlookDue, host: string | undefined): string {
  const { isPrivate, title, startBy, day, certainty } = next;
  const what = isPrivate ? `one step for your ${host ? `${host} rotation` : 'plan'}` : title;
  const start = startBy ? `start by ${phraseDay(startBy)}; ` : '';
  return `${what} (${start}due ${phraseDay(day)}${certainty === 'estimated' ? ', our estimate' : ''})`;
}
