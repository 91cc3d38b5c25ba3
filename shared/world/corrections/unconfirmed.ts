/** What one person entered and nobody else has confirmed: it applies to their own cohorts, and its source names them. */
import * as z from 'zod';
import { COHORTS_PER_ADVISOR_MAX } from '#shared/base/limits.ts';
import { idSchema, lineSchema } from '#shared/base/text.ts';
import type { Provenance } from '../provenance.ts';

export const unconfirmedSchema = z.strictObject({
  by: lineSchema,
  /** At the time it was entered. */
  cohortIds: z.array(idSchema).max(COHORTS_PER_ADVISOR_MAX),
});
export type Unconfirmed = z.infer<typeof unconfirmedSchema>;

/** Without `unconfirmed` it applies to everyone. */
interface Entered {
  readonly unconfirmed?: Unconfirmed;
}

/** True where people of this cohort see it; without a cohort, where everyone does. */
export function isSeenBy({ unconfirmed }: Entered, cohortId?: string): boolean {
  return !unconfirmed || (cohortId !== undefined && unconfirmed.cohortIds.includes(cohortId));
}

/** The same for what the same people entered. */
export function peopleOf({ unconfirmed }: Entered): string {
  return unconfirmed?.cohortIds.toSorted().join(' ') ?? '';
}

/** So that a shortened source still shows that it is not confirmed. */
const NAME_CHARACTERS_MAX = 40;

/** No advisor alone makes a date official: until it is confirmed, its source names the advisor. */
export function asSeen<Of extends Entered & Provenance>(of: Of): Of {
  if (!of.unconfirmed) return of;
  const { by } = of.unconfirmed;
  const name = by.length <= NAME_CHARACTERS_MAX ? by : `${by.slice(0, NAME_CHARACTERS_MAX - 1)}…`;
  const source = `entered by ${name}, not yet confirmed: ${of.source}`;
  return { ...of, source, certainty: 'secondary' };
}

/** `entered by Dana Okafor, not yet confirmed`, of a source that `asSeen` made. */
export function unconfirmedWords({ source }: Pick<Provenance, 'source'>): string | undefined {
  return /^(entered by .+?, not yet confirmed): /.exec(source)?.[1];
}
