/** Gives a person a cohort to advise, or takes it from them. Repeating either changes nothing. */
import { success } from '#shared/base/result.ts';
import { type Cohort, newCohort } from '#shared/cohort/cohort.ts';
import {
  type Advisor,
  advisorIdOf,
  isDismissed,
  newAdvisor,
  rolesOf,
  withRoles,
} from '#shared/people/advisor/advisor.ts';
import { endEntries } from '#shared/world/corrections/change-world.ts';
import { type ChangePorts, change } from './change.ts';
import { changeWorld } from './change-world.ts';

export interface Enrollment {
  readonly profile: Advisor['profile'];
  readonly role: Advisor['role'];
  readonly cohort: Pick<Cohort, 'id' | 'name'>;
}

export interface EnrollDeps extends ChangePorts {
  readonly pepper: string;
}

/** A new person, a new cohort, or both; the cohort first, so that an advisor who can open it finds it. */
export async function enrollAdvisor(
  deps: EnrollDeps,
  { profile, role, cohort }: Enrollment,
): Promise<Advisor> {
  const id = advisorIdOf(profile.address, deps.pepper);
  await change(deps, 'cohort', cohort.id, (item, now) => {
    const known = item ?? newCohort(cohort, now);
    return { write: { ...known, advisorIds: [...new Set([...known.advisorIds, id])] } };
  });
  return change(deps, 'advisor', id, (item, now) => {
    const known = item ?? newAdvisor({ id, profile, role, cohortIds: [] }, now);
    return written(withRoles({ ...known, profile }, { ...rolesOf(known), [cohort.id]: role }));
  });
}

/** The person first: from that write on their sessions open nothing of this cohort. Undefined when nobody advises at the address. */
export async function dismissAdvisor(
  deps: EnrollDeps,
  address: string,
  cohortId: string,
): Promise<Advisor | undefined> {
  const advisorId = advisorIdOf(address, deps.pepper);
  const dismissed = await change(deps, 'advisor', advisorId, (advisor) => {
    if (!advisor) return { answer: undefined };
    const { [cohortId]: _, ...left } = rolesOf(advisor);
    const after = withRoles(advisor, left);
    // Sessions and links end for good: advising again does not bring them back.
    return written(
      isDismissed(after) ? { ...after, linkEpoch: advisor.linkEpoch + 1, causes: [] } : after,
    );
  });
  if (!dismissed) return undefined;
  const now = deps.clock.now();
  const by = { by: 'operator', reason: 'its author no longer advises this cohort' };
  await changeWorld(deps, (item) => success(endEntries(item, { advisorId, cohortId }, by, now)));
  await change(deps, 'cohort', cohortId, (cohort) =>
    cohort
      ? { write: { ...cohort, advisorIds: cohort.advisorIds.filter((id) => id !== advisorId) } }
      : {},
  );
  return dismissed;
}

function written(advisor: Advisor) {
  return { write: advisor, answer: { ...advisor, version: advisor.version + 1 } };
}
