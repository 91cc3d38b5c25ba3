/** When something is due at a host, as its page says it; `datesOf` (host-days.ts) computes the days of one rotation. */
import * as z from 'zod';
import { daySchema } from '#shared/base/time/day.ts';
import { clockTimeSchema } from '#shared/base/time/instant.ts';

const monthSchema = z.int().min(1).max(12);
const countSchema = z.int().positive().max(730);

/** Counted back from the rotation's first day. Months count at their longest, to err on the early side. */
const beforeStartSchema = z.strictObject({
  before: z.union([
    z.strictObject({ days: countSchema }),
    z.strictObject({ businessDays: countSchema }),
    z.strictObject({ weeks: countSchema }),
    z.strictObject({ months: countSchema }),
  ]),
});

/** A day stated for one year. For a later year it is only a pattern: the same day of that year, as an estimate. */
const onDaySchema = z.strictObject({ on: daySchema });

/** The same day every year, or a weekday of a month ("first Monday of March"). */
const everyYearSchema = z.strictObject({
  every: z.union([
    z.strictObject({ month: monthSchema, day: z.int().min(1).max(31).exactOptional() }),
    z.strictObject({
      month: monthSchema,
      nth: z.int().min(1).max(5),
      weekday: z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']),
    }),
  ]),
});

const alwaysSchema = z.strictObject({ always: z.literal(true) });

/** First days of rotations that this date is for; both count. Without it, the date is for all. */
const startsSchema = z.strictObject({ from: daySchema, to: daySchema });

const more = {
  forStarts: startsSchema.exactOptional(),
  /** Months of the first day that this date is for, every year. */
  forMonths: z.array(monthSchema).min(1).exactOptional(),
  /** An hour that the page names, in the host's zone, 24-hour: `20:00`. */
  at: z.strictObject({ time: clockTimeSchema, zone: z.string().min(1) }).exactOptional(),
  /** The page advises it; the other date of the same cell is the rule. */
  advised: z.literal(true).exactOptional(),
  /** The papers or departments it applies to, in the page's words; absent if to all. */
  only: z.string().min(1).exactOptional(),
};

export const hostDateSchema = z.union([
  beforeStartSchema.extend(more),
  onDaySchema.extend(more),
  everyYearSchema.extend(more),
  alwaysSchema.extend(more),
]);
export type HostDate = z.infer<typeof hostDateSchema>;

/** How long an offer or an invoice holds, counted from the day of the offer or of its acceptance. */
const fromSchema = z.enum(['offer', 'acceptance']);
export const termSchema = z.union([
  z.strictObject({ hours: countSchema, from: fromSchema }),
  z.strictObject({ days: countSchema, from: fromSchema }),
]);
export type Term = z.infer<typeof termSchema>;

/** Calendar months and blocks in which visitors come. */
export const openingSchema = z
  .strictObject({
    /** 1 is January, 12 is December. */
    openMonths: z.array(monthSchema).min(1).exactOptional(),
    closedMonths: z.array(monthSchema).min(1).exactOptional(),
    /** Closed between two days of every year, both included: `['11-15', '01-01']`. */
    closedDays: z
      .tuple([z.string().regex(/^\d\d-\d\d$/), z.string().regex(/^\d\d-\d\d$/)])
      .exactOptional(),
    /** First days of the only blocks, stated for one year. */
    blockStarts: z.array(daySchema).min(1).exactOptional(),
    /** Rotations begin only on this weekday of a month, or on any such weekday. */
    startsOn: z
      .strictObject({
        weekday: z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']),
        nth: z.int().min(1).max(5).exactOptional(),
      })
      .exactOptional(),
    /** The first and last day between which visitors come, stated for one year. */
    between: startsSchema.exactOptional(),
    /** The department it applies to, in the page's words; absent if to all. */
    only: z.string().min(1).exactOptional(),
  })
  .refine((opening) => Object.keys(opening).some((key) => key !== 'only'), {
    error: 'says nothing',
  });
export type Opening = z.infer<typeof openingSchema>;
