/** One corrected cell: of a season, a host, or a program. It applies until it is withdrawn, or something newer replaces it. */
import * as z from 'zod';
import { idSchema, lineSchema } from '#shared/base/text.ts';
import { daySchema } from '#shared/base/time/day.ts';
import { clockTimeSchema } from '#shared/base/time/instant.ts';
import { certaintySchema } from '../provenance.ts';
import { SEASON_EVENT_NAMES } from '../season/events.ts';
import { modeSchema } from '../vocabulary.ts';
import { type Cell, cellValueSchema } from './cell-kinds.ts';
import { isValueOf } from './cells.ts';
import { HOST_CELLS, HOST_FIELDS } from './host-cells.ts';
import { PROGRAM_CELLS, PROGRAM_FIELDS } from './program-cells.ts';
import { unconfirmedSchema } from './unconfirmed.ts';

/** A correction is never a guess: if nothing is known, we estimate ourselves. */
const correctedCertaintySchema = certaintySchema.extract(['official', 'secondary']);

const provenance = {
  /** Absent: it applies to everyone. */
  unconfirmed: unconfirmedSchema.exactOptional(),
  /** Who entered it, once a second person has confirmed it. */
  confirmed: z.strictObject({ by: lineSchema }).exactOptional(),
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

const hostCorrectionSchema = z.strictObject({
  of: z.literal('host'),
  id: idSchema,
  /** An offering's id; a host's id means its main offering. */
  institutionId: z.string().min(1).max(120),
  field: z.enum(HOST_FIELDS),
  value: cellValueSchema,
  ...provenance,
});
export type HostCorrection = z.infer<typeof hostCorrectionSchema>;

const programCorrectionSchema = z.strictObject({
  of: z.literal('program'),
  id: idSchema,
  /** Its ACGME code. */
  code: z.string().min(1).max(20),
  field: z.enum(PROGRAM_FIELDS),
  value: cellValueSchema,
  ...provenance,
});
export type ProgramCorrection = z.infer<typeof programCorrectionSchema>;

const newHostSchema = z.strictObject({
  of: z.literal('new-host'),
  id: idSchema,
  institutionId: z
    .string()
    .regex(/^new-[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(80),
  name: lineSchema,
  city: lineSchema.exactOptional(),
  state: z.string().regex(/^[A-Z]{2}$/),
  mode: modeSchema,
  ...provenance,
});
export type NewHost = z.infer<typeof newHostSchema>;

/** Someone reread an offering's page and found every cell unchanged: only the day is new. */
const hostCheckSchema = z.strictObject({
  of: z.literal('host-check'),
  id: idSchema,
  /** An offering's id. */
  institutionId: z.string().min(1).max(120),
  ...provenance,
});
export type HostCheck = z.infer<typeof hostCheckSchema>;

/** As it was once entered: what a cell may hold has perhaps become stricter since. */
export const storedCorrectionSchema = z.discriminatedUnion('of', [
  seasonCorrectionSchema,
  hostCorrectionSchema,
  programCorrectionSchema,
  newHostSchema,
  hostCheckSchema,
]);
export type Correction = z.infer<typeof storedCorrectionSchema>;

export const correctionSchema = storedCorrectionSchema.refine(isOfItsCell, {
  error: 'is not a value of this cell',
  path: ['value'],
});

/** False for a value that could not be entered now. */
export function isOfItsCell(of: Correction): boolean {
  return (of.of !== 'host' && of.of !== 'program') || isValueOf(cellOf(of), of.value);
}

/** `season/2028/match-day`, `host/yale/leadDays`, `host-check/yale`, `program/4160800001/esir`. */
export function targetOf(of: Correction): string {
  if (of.of === 'season') return `season/${of.season}/${of.event}`;
  if (of.of === 'new-host' || of.of === 'host-check') return `${of.of}/${of.institutionId}`;
  return of.of === 'host'
    ? `host/${of.institutionId}/${of.field}`
    : `program/${of.code}/${of.field}`;
}

export function cellOf(of: HostCorrection | ProgramCorrection): Cell {
  return of.of === 'host' ? HOST_CELLS[of.field] : PROGRAM_CELLS[of.field];
}

/** What is entered, without its source: two entries with the same word agree. */
export function enteredValue(of: Correction): string {
  if (of.of === 'season') return `${of.day} ${of.timeEt ?? '24:00'}`;
  if (of.of === 'host-check') return of.checkedOn;
  if (of.of === 'new-host') return [of.name, of.city ?? '', of.state, of.mode].join('; ');
  return JSON.stringify(Array.isArray(of.value) ? of.value.toSorted() : of.value);
}
