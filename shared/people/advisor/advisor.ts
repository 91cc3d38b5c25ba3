/** An advisor: a person with a role and cohorts. One item, one conditional write. */
import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { COHORTS_PER_ADVISOR_MAX } from '#shared/base/limits.ts';
import { addressSchema, idSchema, lineSchema } from '#shared/base/text.ts';
import { zoneSchema } from '#shared/base/time/instant.ts';
import { SELF_COHORT } from '../applicant/pending.ts';
import { newPerson, PERSON_FIELDS } from '../person/person.ts';
import { type Role, roleSchema, WORKERS } from './role.ts';

export const advisorSchema = z.strictObject({
  kind: z.literal('advisor'),
  ...PERSON_FIELDS,
  profile: z.strictObject({ name: lineSchema, address: addressSchema, zone: zoneSchema }),
  /** The most they are trusted with in any cohort: what holds for facts and dates, which all cohorts share. */
  role: roleSchema,
  /** By cohort; where it says nothing, `role` holds. */
  roles: z.record(idSchema, roleSchema).exactOptional(),
  /** Everything else does not exist for this person. */
  cohortIds: z.array(idSchema).max(COHORTS_PER_ADVISOR_MAX),
});
export type Advisor = z.infer<typeof advisorSchema>;

/** A new advisor with nothing to be emailed. */
export function newAdvisor(
  { id, ...of }: Pick<Advisor, 'id' | 'profile' | 'role' | 'cohortIds'>,
  now: Advisor['createdAt'],
): Advisor {
  return { kind: 'advisor', ...newPerson(id, now), ...of };
}

/** What somebody may do in one of their cohorts. */
export function roleAt(
  { role, roles = {} }: Pick<Advisor, 'role' | 'roles'>,
  cohortId: string,
): Role {
  return Object.hasOwn(roles, cohortId) ? (roles[cohortId] ?? role) : role;
}

/** The same person with these roles and no other: a cohort's id is there if and only if they advise it. */
export function withRoles(advisor: Advisor, roles: Readonly<Record<string, Role>>): Advisor {
  const held = Object.values(roles);
  const role = MOST_TRUSTED_FIRST.find((each) => held.includes(each)) ?? advisor.role;
  return { ...advisor, role, roles, cohortIds: Object.keys(roles) };
}

/** Every cohort of theirs with their role there. */
export function rolesOf(advisor: Advisor): Record<string, Role> {
  return Object.fromEntries(advisor.cohortIds.map((id) => [id, roleAt(advisor, id)]));
}

/** The cohorts whose dates they may correct. Plans that people began by themselves see only what holds for everyone. */
export function worksFor(advisor: Advisor): string[] {
  return advisor.cohortIds.filter(
    (id) => id !== SELF_COHORT && WORKERS.includes(roleAt(advisor, id)),
  );
}

/** Whoever advises no cohort opens nothing, and is sent nothing. */
export function isDismissed(person: Advisor | { readonly kind: 'applicant' | 'writer' }): boolean {
  return person.kind === 'advisor' && person.cohortIds.length === 0;
}

const MOST_TRUSTED_FIRST: readonly Role[] = ['lead', 'advisor', 'auditor'];

/**
 * The id of whoever advises under an address: keyed like the address items, and another one, so that an applicant or a
 * letter writer with the same address is not in the way.
 */
export function advisorIdOf(address: string, pepper: string): string {
  const typed = address.trim().toLowerCase();
  return `d${createHmac('sha256', pepper).update(`advisor ${typed}`).digest('hex').slice(0, 40)}`;
}
