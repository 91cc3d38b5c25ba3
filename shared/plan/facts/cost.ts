/** Costs as the applicant enters them, for one rotation or for the season. */
import * as z from 'zod';
import { idSchema, lineSchema, wholeNumberOf } from '#shared/base/text.ts';
import { daySchema } from '#shared/base/time/day.ts';

/** More than any one cost of a season in US dollars. */
const COST_USD_MAX = 100_000;

export const COST_KINDS = [
  'application-fee',
  'host-fee',
  'insurance',
  'malpractice',
  'housing',
  'travel',
  'visa',
  'other',
] as const;
export type CostKind = (typeof COST_KINDS)[number];

export const costPlanSchema = z.strictObject({
  /** Absent for costs of the whole season. */
  rotationId: idSchema.exactOptional(),
  kind: z.enum(COST_KINDS),
  amountUsd: wholeNumberOf(0, COST_USD_MAX),
  state: z.enum(['planned', 'paid']),
  /** When it was or will be paid. */
  on: daySchema.exactOptional(),
  note: lineSchema.exactOptional(),
});

export const costSchema = costPlanSchema.extend({ id: idSchema });
export type Cost = z.infer<typeof costSchema>;
