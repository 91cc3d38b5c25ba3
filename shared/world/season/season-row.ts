/** One dated event of a season as the data files hold it. */
import * as z from 'zod';
import { daySchema } from '#shared/base/time/day.ts';
import { clockTimeSchema } from '#shared/base/time/instant.ts';
import { hasSource, provenanceShape, SOURCE_IS_MISSING } from '../provenance.ts';
import { SEASON_EVENT_NAMES } from './events.ts';

/** As the sources write weekdays; index 0 is Sunday, as in `weekdayOf`. */
export const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

export const seasonRowSchema = z
  .strictObject({
    /** Year of the Match. */
    season: z.int(),
    event: z.enum(SEASON_EVENT_NAMES),
    day: daySchema,
    /** Stated beside the date, so that a slip in the day is seen. */
    weekday: z.enum(WEEKDAYS),
    /** Eastern time; only where a source states it. */
    timeEt: clockTimeSchema.exactOptional(),
    ...provenanceShape,
    note: z.string().min(1).exactOptional(),
  })
  .refine(hasSource, SOURCE_IS_MISSING);
export type SeasonRow = z.infer<typeof seasonRowSchema>;
