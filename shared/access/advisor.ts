/** An advisor: a person with a role and cohorts. One item, one conditional write. */
import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { COHORTS_PER_ADVISOR_MAX } from '../limits.ts';
import { newPerson, PERSON_FIELDS } from '../person/person.ts';
import { addressSchema, idSchema, lineSchema } from '../text.ts';
import { zoneSchema } from '../time/instant.ts';
import { roleSchema } from './role.ts';

export const advisorSchema = z.strictObject({
  kind: z.literal('advisor'),
  ...PERSON_FIELDS,
  profile: z.strictObject({ name: lineSchema, address: addressSchema, zone: zoneSchema }),
  role: roleSchema,
  /** Everything else does not exist for this person. */
  cohortIds: z.array(idSchema).max(COHORTS_PER_ADVISOR_MAX),
});
export type Advisor = z.infer<typeof advisorSchema>;

/** A new advisor with nothing to be mailed. */
export function newAdvisor(
  { id, ...of }: Pick<Advisor, 'id' | 'profile' | 'role' | 'cohortIds'>,
  now: Advisor['createdAt'],
): Advisor {
  return { kind: 'advisor', ...newPerson(id, now), ...of };
}

/**
 * The id of whoever advises under an address: keyed like the address items, and another one, so that an applicant or a
 * letter writer with the same address is not in the way.
 */
export function advisorIdOf(address: string, pepper: string): string {
  const typed = address.trim().toLowerCase();
  return `d${createHmac('sha256', pepper).update(`advisor ${typed}`).digest('hex').slice(0, 40)}`;
}
