/** Fees that are the same for everybody, each with its source. They change every season: the row says when it was read. */
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
    ...provenanceShape,
  })
  .refine(hasSource, SOURCE_IS_MISSING);

const FEES = new Map(
  parseRows('shared/plan/costs/fees.json', feeSchema, rows, (all) =>
    repeats(all, 'id', ({ id }) => id),
  ).map(({ id, ...fee }) => [id, fee]),
);

/** Throws for an id that is no row: the caller named it. */
export function feeOf(id: string): Estimate {
  const fee = FEES.get(id);
  if (!fee) throw new Error(`No fee ${id} in shared/plan/costs/fees.json.`);
  return fee;
}
