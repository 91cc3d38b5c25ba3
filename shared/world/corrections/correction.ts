/** A date of the world that somebody corrected: a season's, or a host's. It applies until it is withdrawn or a season file has a newer one. */
import * as z from 'zod';
import { idSchema } from '#shared/base/text.ts';
import { daySchema } from '#shared/base/time/day.ts';
import { clockTimeSchema } from '#shared/base/time/instant.ts';
import { certaintySchema } from '../provenance.ts';
import { SEASON_EVENT_NAMES } from '../season/events.ts';
import { unconfirmedSchema } from './unconfirmed.ts';

/** A correction is never a guess: we estimate ourselves if nothing is known. */
const correctedCertaintySchema = certaintySchema.extract(['official', 'secondary']);

const provenance = {
  /** Absent: it applies to everyone. */
  unconfirmed: unconfirmedSchema.exactOptional(),
  source: z.string().trim().min(1, { error: 'is empty' }).max(500),
  checkedOn: daySchema,
  certainty: correctedCertaintySchema,
};

const seasonCorrectionSchema = z.strictObject({
  of: z.literal('season'),
  id: idSchema,
  season: z.int().min(2020).max(2060),
  event: z.enum(SEASON_EVENT_NAMES),
  day: daySchema,
  /** Eastern time; only where the source states it. */
  timeEt: clockTimeSchema.exactOptional(),
  ...provenance,
});
export type SeasonCorrection = z.infer<typeof seasonCorrectionSchema>;

/** The leads of a host that dates are counted from. */
export const HOST_FIELDS = ['leadDays', 'documentsLeadDays'] as const;
export type HostField = (typeof HOST_FIELDS)[number];

const hostCorrectionSchema = z.strictObject({
  of: z.literal('host'),
  id: idSchema,
  institutionId: z.string().min(1).max(120),
  field: z.enum(HOST_FIELDS),
  /** Before the rotation's first day. */
  days: z.int().min(1).max(730),
  ...provenance,
});
export type HostCorrection = z.infer<typeof hostCorrectionSchema>;

export const correctionSchema = z.discriminatedUnion('of', [
  seasonCorrectionSchema,
  hostCorrectionSchema,
]);
export type Correction = z.infer<typeof correctionSchema>;

/** What a correction is of: `season/2028/match-day`, `host/yale/leadDays`. There is at most one of each for everyone, and one for each team. */
export function targetOf(correction: Correction): string {
  return correction.of === 'season'
    ? `season/${correction.season}/${correction.event}`
    : `host/${correction.institutionId}/${correction.field}`;
}
