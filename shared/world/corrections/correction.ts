/** A date of the world that somebody corrected: a season's, or a host's. It stands until it is taken back or a season file brings a newer one. */
import * as z from 'zod';
import { idSchema } from '#shared/base/text.ts';
import { daySchema } from '#shared/base/time/day.ts';
import { clockTimeSchema } from '#shared/base/time/instant.ts';
import { certaintySchema } from '../provenance.ts';
import { SEASON_EVENT_NAMES } from '../season/events.ts';
import { unconfirmedSchema } from './unconfirmed.ts';

/** Nobody corrects by a guess: an estimate is what we make ourselves where nothing is known. */
const correctedCertaintySchema = certaintySchema.extract(['official', 'secondary']);

const provenance = {
  /** Absent: it holds for everyone. */
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

/** What a correction is of: `season/2028/match-day`, `host/yale/leadDays`. One of each stands for everyone, and one of each team. */
export function targetOf(correction: Correction): string {
  return correction.of === 'season'
    ? `season/${correction.season}/${correction.event}`
    : `host/${correction.institutionId}/${correction.field}`;
}
