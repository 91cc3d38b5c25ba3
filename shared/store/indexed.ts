/** What the indexes hold about an item. */
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { archiveOf } from '#shared/people/applicant/archive.ts';
import {
  indexedSummary,
  type Summary,
  summaryOfApplicant,
} from '#shared/people/outlook/summary.ts';
import { type Applicant, isOnlyTyped } from '#shared/people/person/applicant.ts';
import type { Item } from './items.ts';

/** The summary of an item that belongs to a cohort; undefined for the others. */
export function summaryOf(item: Item): Summary | undefined {
  return item.kind === 'applicant' && !isOnlyTyped(item) && !item.leaving && !item.mergedInto
    ? placed(indexedSummary(summaryOfApplicant(item)), item)
    : undefined;
}

/** A plan that may be brought back is in the archive of the cohort that it left. */
function placed(summary: Summary, { archived }: Applicant): Summary {
  if (!archived?.back) return summary;
  const { from, since, back } = archived;
  const mark = { on: dayIn(EASTERN, since), by: back.by };
  return { ...summary, cohortId: archiveOf(from), archived: mark };
}

/** When an item is due for a visit; undefined for items that are never visited. */
export function dueAtOf(item: Item): Summary['dueAt'] | undefined {
  // A deleted plan is not visited once nothing is left to remove.
  if (item.kind === 'applicant' && item.erased && !item.erased.left) return undefined;
  return 'dueAt' in item ? item.dueAt : undefined;
}

/** When the store may drop an item; undefined for what stays. It may still exist for a while after. */
export function expiresAtOf(item: Item): Summary['dueAt'] | undefined {
  return 'expiresAt' in item ? item.expiresAt : undefined;
}
