/** The one projected map of the cohort index: what a list shows of a person without reading the item. */
import * as z from 'zod';
import { STAGE_NAMES } from '../rotation/stages.ts';
import { idSchema } from '../text.ts';
import { instantSchema } from '../time/instant.ts';
import type { Item } from './items.ts';

export const summarySchema = z.strictObject({
  id: idSchema,
  cohortId: idSchema,
  name: z.string(),
  zone: z.string(),
  stages: z.array(z.enum(STAGE_NAMES)),
  reach: z.string(),
  dueAt: instantSchema,
});
export type Summary = z.infer<typeof summarySchema>;

/** The summary of an item that belongs to a cohort; undefined for the others. */
export function summaryOf(item: Item): Summary | undefined {
  if (item.kind !== 'applicant') return undefined;
  return {
    id: item.id,
    cohortId: item.cohortId,
    name: item.facts.profile.name,
    zone: item.facts.profile.zone,
    stages: item.facts.rotations.map(({ stage }) => stage),
    reach: item.reach,
    dueAt: item.dueAt,
  };
}

/** When an item must be looked at; undefined for items that nobody looks at. */
export function dueAtOf(item: Item): Summary['dueAt'] | undefined {
  return 'dueAt' in item ? item.dueAt : undefined;
}
