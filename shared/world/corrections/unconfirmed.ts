/** What one person entered and nobody else has confirmed: it applies to their own cohorts, and its source names them. */
import * as z from 'zod';
import { COHORTS_PER_ADVISOR_MAX } from '#shared/base/limits.ts';
import { idSchema, lineSchema } from '#shared/base/text.ts';
import type { Provenance } from '../provenance.ts';

export const unconfirmedSchema = z.strictObject({
  /** The name on pages and in emails. */
  by: lineSchema,
  advisorId: idSchema,
  /** At the time it was entered. */
  cohortIds: z.array(idSchema).max(COHORTS_PER_ADVISOR_MAX),
});
export type Unconfirmed = z.infer<typeof unconfirmedSchema>;

/** Without `unconfirmed` it applies to everyone. */
interface Entered {
  readonly unconfirmed?: Unconfirmed;
  readonly confirmed?: Pick<Unconfirmed, 'by'>;
}

/** True where people of this cohort see it; without a cohort, where everyone does. */
export function isSeenBy({ unconfirmed }: Entered, cohortId?: string): boolean {
  return !unconfirmed || (cohortId !== undefined && unconfirmed.cohortIds.includes(cohortId));
}

/** True for what the same person entered, or for what both times applies to everyone. */
export function isOfSame(one: Entered, other: Entered): boolean {
  return one.unconfirmed?.advisorId === other.unconfirmed?.advisorId;
}

/** So that a shortened source still shows that it is not confirmed. */
const NAME_CHARACTERS_MAX = 40;

/** Until a date is confirmed, its source names the advisor. `others`: people who entered a later date of the same cell. */
export function asSeen<Of extends Entered & Provenance>(
  of: Of,
  others: readonly Entered[] = [],
): Of {
  if (of.confirmed)
    return { ...of, source: `entered by ${of.confirmed.by}, confirmed: ${of.source}` };
  if (!of.unconfirmed) return of;
  const later = [...new Set(others.flatMap((each) => nameOf(each) ?? []))];
  const against = later.length > 0 ? `, against a later date from ${LIST.format(later)}` : '';
  const source = `entered by ${nameOf(of)}, not yet confirmed${against}: ${of.source}`;
  return { ...of, source, certainty: 'secondary' };
}

/** `entered by Dana Okafor, not yet confirmed`, of a source that `asSeen` made. */
export function unconfirmedWords({ source }: Pick<Provenance, 'source'>): string | undefined {
  const marked = source.startsWith('entered by ') ? source.indexOf(', not yet confirmed') : -1;
  const end = marked < 0 ? -1 : source.indexOf(': ', marked);
  return end < 0 ? undefined : source.slice(0, end);
}

const LIST = new Intl.ListFormat('en-US');

function nameOf({ unconfirmed }: Entered): string | undefined {
  const by = unconfirmed?.by;
  return by && by.length > NAME_CHARACTERS_MAX ? `${by.slice(0, NAME_CHARACTERS_MAX - 1)}…` : by;
}
