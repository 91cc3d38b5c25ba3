/** Fees that are the same for everyone, each with its source and the day it was checked, since they change every season. */
import * as z from 'zod';
import { parseRows, repeats } from '#shared/base/rows.ts';
import { hasSource, provenanceShape, SOURCE_IS_MISSING } from '#shared/world/provenance.ts';
import { costSchema } from '../facts/cost.ts';
import type { Estimate } from './estimate.ts';
import rows from './fees.json' with { type: 'json' };

const feeSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    kind: costSchema.shape.kind,
    label: z.string().min(1),
    usd: z.int().positive(),
    /** What one amount pays for; absent: once. */
    per: z.enum(['program', 'visa']).exactOptional(),
    note: z.string().min(1).exactOptional(),
    ...provenanceShape,
  })
  .refine(hasSource, SOURCE_IS_MISSING);

/** One amount by what it pays for, with its source. */
export interface Fee extends Estimate {
  readonly usd: number;
  readonly per?: 'program' | 'visa';
  readonly note?: string;
}

/** Throws an Error that names file, line, and field of every row that is wrong. */
export function readFees(all: unknown): ReadonlyMap<string, Fee> {
  const fees = parseRows('shared/plan/costs/fees.json', feeSchema, all, (sound) =>
    repeats(sound, 'id', ({ id }) => id),
  );
  return new Map(fees.map(({ id, ...fee }) => [id, fee]));
}

const FEES = readFees(rows);

/** Throws for an unknown id, which is the caller's mistake. */
export function feeOf(id: string): Fee {
  const fee = FEES.get(id);
  if (!fee) throw new Error(`No fee ${id} in shared/plan/costs/fees.json.`);
  return fee;
}
