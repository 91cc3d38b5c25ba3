/** The dates of the world as they were when a person was last looked at: what tells a date that moved since. */
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
  /** How often one of them has moved. Grows only, and with it the version of every calendar entry. */
  moves: z.int().min(0),
});
export type SeenDates = z.infer<typeof seenDatesSchema>;

/** A date that moved: which one, and what it was when the person was last told. */
export const movedDateSchema = z.strictObject({ key: z.string(), was: seenDateSchema });
export type MovedDate = z.infer<typeof movedDateSchema>;
