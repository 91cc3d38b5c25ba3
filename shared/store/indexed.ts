/** What the indexes hold of an item. */
import { type Summary, summaryOfApplicant } from '#shared/people/outlook/summary.ts';
import type { Item } from './items.ts';

/** The summary of an item that belongs to a cohort; undefined for the others. */
export function summaryOf(item: Item): Summary | undefined {
  return item.kind === 'applicant' && !item.pending ? summaryOfApplicant(item) : undefined;
}

/** When an item must be looked at; undefined for items that nobody looks at. */
export function dueAtOf(item: Item): Summary['dueAt'] | undefined {
  // Nobody looks at a deleted plan once nothing is left to remove.
  if (item.kind === 'applicant' && item.erased && !item.erased.left) return undefined;
  return 'dueAt' in item ? item.dueAt : undefined;
}

/** When an item is forgotten by itself; undefined for what stays. Until then, and a while after, it may still be there. */
export function expiresAtOf(item: Item): Summary['dueAt'] | undefined {
  return 'expiresAt' in item ? item.expiresAt : undefined;
}
