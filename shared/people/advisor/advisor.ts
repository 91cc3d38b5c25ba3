/** An advisor's item: their roles and cohorts. */
import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { COHORTS_PER_ADVISOR_MAX } from '#shared/base/limits.ts';
import { addressSchema, idSchema, lineSchema } from '#shared/base/text.ts';
import { zoneSchema } from '#shared/base/time/cities.ts';
import { SELF_COHORT } from '../applicant/pending.ts';
import { newPerson, PERSON_FIELDS } from '../person/person.ts';

export const ROLES = ['advisor', 'lead', 'auditor'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** The roles that may change something. */
export const WORKERS: readonly Role[] = ['advisor', 'lead'];

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  advisor: 'advisor',
  lead: 'lead advisor',
  auditor: 'auditor (reads only)',
};

const FORMER_COHORTS_MAX = 2 * COHORTS_PER_ADVISOR_MAX;

export const advisorSchema = z.strictObject({
  kind: z.literal('advisor'),
  ...PERSON_FIELDS,
  profile: z.strictObject({ name: lineSchema, address: addressSchema, zone: zoneSchema }),
  /** Their highest role in any cohort: it applies to dates and corrections, which all cohorts share. */
  role: roleSchema,
  /** By cohort; `role` applies to any other. */
  roles: z.record(idSchema, roleSchema).exactOptional(),
  /** To this person, no other cohort exists. */
  cohortIds: z.array(idSchema).max(COHORTS_PER_ADVISOR_MAX),
  /** Cohorts that they left: an advisor who shared one with the author cannot confirm what the author entered. */
  formerCohortIds: z.array(idSchema).max(FORMER_COHORTS_MAX).exactOptional(),
});
export type Advisor = z.infer<typeof advisorSchema>;

export function newAdvisor(
  { id, ...of }: Pick<Advisor, 'id' | 'profile' | 'role' | 'cohortIds'>,
  now: Advisor['createdAt'],
): Advisor {
  return { kind: 'advisor', ...newPerson(id, now), ...of };
}

export function roleAt(
  { role, roles = {} }: Pick<Advisor, 'role' | 'roles'>,
  cohortId: string,
): Role {
  return Object.hasOwn(roles, cohortId) ? (roles[cohortId] ?? role) : role;
}

/** With exactly these roles: they advise these cohorts and no others. */
export function withRoles(advisor: Advisor, roles: Readonly<Record<string, Role>>): Advisor {
  const held = Object.values(roles);
  const role = MOST_TRUSTED_FIRST.find((each) => held.includes(each)) ?? advisor.role;
  const cohortIds = Object.keys(roles);
  const left = everyCohortOf(advisor).filter((id) => !cohortIds.includes(id));
  const formerCohortIds = left.slice(-FORMER_COHORTS_MAX);
  return { ...advisor, role, roles, cohortIds, ...(left.length > 0 && { formerCohortIds }) };
}

/** Those they advise and those they left. */
export function everyCohortOf({ cohortIds, formerCohortIds = [] }: Advisor): string[] {
  return [...new Set([...formerCohortIds, ...cohortIds])];
}

export function rolesOf(advisor: Advisor): Record<string, Role> {
  return Object.fromEntries(advisor.cohortIds.map((id) => [id, roleAt(advisor, id)]));
}

/** The cohorts whose dates they may correct. Plans that applicants started themselves see only corrections for everyone. */
export function worksFor(advisor: Advisor): string[] {
  return advisor.cohortIds.filter(
    (id) => id !== SELF_COHORT && WORKERS.includes(roleAt(advisor, id)),
  );
}

/** An advisor without cohorts has no access and gets no email. */
export function isDismissed(person: Advisor | { readonly kind: 'applicant' | 'writer' }): boolean {
  return person.kind === 'advisor' && person.cohortIds.length === 0;
}

const MOST_TRUSTED_FIRST: readonly Role[] = ['lead', 'advisor', 'auditor'];

/** An advisor's id by address: a keyed hash that differs from those of an applicant or letter writer with the same address. */
export function advisorIdOf(address: string, pepper: string): string {
  const typed = address.trim().toLowerCase();
  return `d${createHmac('sha256', pepper).update(`advisor ${typed}`).digest('hex').slice(0, 40)}`;
}
