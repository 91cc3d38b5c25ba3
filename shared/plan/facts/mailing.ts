/** Email preferences: times, topics, and later reminders. They are part of the facts, so undo restores them. */
import * as z from 'zod';
import { daySchema } from '#shared/base/time/day.ts';
import type { ClockTime } from '#shared/base/time/instant.ts';
import { topicSchema } from './topics.ts';

/** Things one person puts off at a time: more is a plan to be changed, not reminders. */
export const SNOOZES_MAX = 40;

/** Full hours from `from` to `to`, at least one. */
function hours(from: number, to: number): [ClockTime, ...ClockTime[]] {
  const hour = (value: number) => `${String(value).padStart(2, '0')}:00` as ClockTime;
  return [hour(from), ...Array.from({ length: to - from }, (_, index) => hour(from + index + 1))];
}

/** Rungs become due at 8 a.m., and the earliest quiet hours start at 8 p.m. */
export const DIGEST_HOURS = hours(8, 19);
export const QUIET_FROM_HOURS = hours(20, 23);
export const QUIET_UNTIL_HOURS = hours(5, 11);

export const digestHourSchema = z.enum(DIGEST_HOURS);
export const quietFromSchema = z.enum(QUIET_FROM_HOURS);
export const quietUntilSchema = z.enum(QUIET_UNTIL_HOURS);

/** Absent fields have the value in `DEFAULTS`. */
const emailHoursSchema = z.strictObject({
  /** When the digest is sent; absent: between 9 and 11 a.m. A chosen hour may be in the quiet hours. */
  hour: digestHourSchema.exactOptional(),
  quietFrom: quietFromSchema.exactOptional(),
  quietUntil: quietUntilSchema.exactOptional(),
});

/** An occasion's subject: `plan`, or a rotation's id, which a document's kind or a letter's id may follow. */
export const subjectSchema = z.string().min(1).max(200);

export const ruleIdSchema = z.string().min(1).max(40);

/** A later reminder: none before the morning of `until`, then one more. */
const snoozeSchema = z.strictObject({
  rule: ruleIdSchema,
  subject: subjectSchema,
  /** The deadline: when it changes, the snooze no longer applies. */
  day: daySchema,
  until: daySchema,
});
export type Snooze = z.infer<typeof snoozeSchema>;

export const mailingSchema = emailHoursSchema.extend({
  /** Topics that this person is not emailed about. */
  stopped: z.array(topicSchema).exactOptional(),
  snoozes: z.array(snoozeSchema).max(SNOOZES_MAX).exactOptional(),
});
export type Mailing = z.infer<typeof mailingSchema>;

/** With every default filled in; no `hour` means between 9 and 11 a.m. */
export type FullMailing = Required<Omit<Mailing, 'hour'>> & Pick<Mailing, 'hour'>;

const DEFAULTS: FullMailing = { quietFrom: '21:00', quietUntil: '08:00', stopped: [], snoozes: [] };

export function mailingOf({ mailing }: { readonly mailing?: Mailing }): FullMailing {
  return { ...DEFAULTS, ...mailing };
}

/** Only what the person chose; the defaults are not filled in. */
export const quietHoursSchema = emailHoursSchema.pick({ quietFrom: true, quietUntil: true });

export function snoozeOf(
  snoozes: readonly Snooze[],
  of: {
    readonly rule: string;
    readonly subject: string;
    readonly deadline: { readonly day: string };
  },
): Snooze | undefined {
  return snoozes.find(
    ({ rule, subject, day }) =>
      rule === of.rule && subject === of.subject && day === of.deadline.day,
  );
}
