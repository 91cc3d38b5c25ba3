/** The dates of the world at a person's last visit, to find those that changed since. */
import * as z from 'zod';
import { daySchema } from '#shared/base/time/day.ts';
import { clockTimeSchema } from '#shared/base/time/instant.ts';
import { certaintySchema } from '#shared/world/provenance.ts';

const seenDateSchema = z.strictObject({
  day: daySchema,
  /** Eastern time; only where a source states it. */
  timeEt: clockTimeSchema.exactOptional(),
  certainty: certaintySchema,
});
export type SeenDate = z.infer<typeof seenDateSchema>;

export const seenDatesSchema = z.strictObject({
  /** By `PlanDate.key`. */
  dates: z.record(z.string(), seenDateSchema),
  /** How often any of them has changed. It only grows, and with it the version of every calendar entry. */
  moves: z.int().min(0),
});
export type SeenDates = z.infer<typeof seenDatesSchema>;

/** A date that changed: which one, and what it was when the person last heard of it. */
export const movedDateSchema = z.strictObject({ key: z.string(), was: seenDateSchema });
export type MovedDate = z.infer<typeof movedDateSchema>;
