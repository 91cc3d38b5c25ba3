/** How a person wants to be emailed: when, how often, of what, and what they put off. Facts of theirs, so an undo gives them back. */
import * as z from 'zod';
import { daySchema } from '#shared/base/time/day.ts';
import type { ClockTime } from '#shared/base/time/instant.ts';
import { topicSchema } from './topics.ts';

/** Things one person puts off at a time: more is a plan to be changed, not reminders. */
export const SNOOZES_MAX = 40;

/** Index by `weekdayOf`. */
export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** Full hours from `from` to `to`, as a wall clock shows them; at least one. */
function hours(from: number, to: number): [ClockTime, ...ClockTime[]] {
  const hour = (value: number) => `${String(value).padStart(2, '0')}:00` as ClockTime;
  return [hour(from), ...Array.from({ length: to - from }, (_, index) => hour(from + index + 1))];
}

/** Rungs become due at 08:00, and by 20:00 the earliest quiet hours begin. */
export const DIGEST_HOURS = hours(8, 19);
export const QUIET_FROM_HOURS = hours(20, 23);
export const QUIET_UNTIL_HOURS = hours(5, 11);

export const digestHourSchema = z.enum(DIGEST_HOURS);
export const quietFromSchema = z.enum(QUIET_FROM_HOURS);
export const quietUntilSchema = z.enum(QUIET_UNTIL_HOURS);

export const overviewEverySchema = z.enum(['weekly', 'monthly']);

/** When emails come. What is absent is as `DEFAULTS` has it. */
const mailHoursSchema = z.strictObject({
  /** The day of the overview. */
  weekday: z.enum(WEEKDAYS).exactOptional(),
  overview: overviewEverySchema.exactOptional(),
  /** The hour of the day's mail; absent: some minute between nine and eleven. Exempt from quiet hours, since it was chosen. */
  hour: digestHourSchema.exactOptional(),
  quietFrom: quietFromSchema.exactOptional(),
  quietUntil: quietUntilSchema.exactOptional(),
});

/** An occasion's subject: `plan`, a rotation's id, or that and a document's kind or a letter's id. */
export const subjectSchema = z.string().min(1).max(200);

export const ruleIdSchema = z.string().min(1).max(40);

/** One thing put off: nothing is said of it before the morning of `until`, and then once more. */
const snoozeSchema = z.strictObject({
  rule: ruleIdSchema,
  subject: subjectSchema,
  /** The deadline's day: when that moves, the thing is another one, and may be spoken of. */
  day: daySchema,
  until: daySchema,
});
export type Snooze = z.infer<typeof snoozeSchema>;

export const mailingSchema = mailHoursSchema.extend({
  /** Topics that this person is not emailed about. */
  stopped: z.array(topicSchema).exactOptional(),
  snoozes: z.array(snoozeSchema).max(SNOOZES_MAX).exactOptional(),
});
export type Mailing = z.infer<typeof mailingSchema>;

/** The wishes with every default filled in; no `hour` means between nine and eleven. */
export type FullMailing = Required<Omit<Mailing, 'hour'>> & Pick<Mailing, 'hour'>;

const DEFAULTS: FullMailing = {
  weekday: 'mon',
  overview: 'monthly',
  quietFrom: '21:00',
  quietUntil: '08:00',
  stopped: [],
  snoozes: [],
};

/** What the person chose, and the default wherever they chose nothing. */
export function mailingOf({ mailing }: { readonly mailing?: Mailing }): FullMailing {
  return { ...DEFAULTS, ...mailing };
}

/** The quiet hours as a person chose them; undefined where the defaults hold. */
export const quietHoursSchema = mailHoursSchema.pick({ quietFrom: true, quietUntil: true });

/** What was put off, and until when; undefined for what may be spoken of. */
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
