/** A route of the advisors' pages states who may use it; there is no other way to make one. */
import type { Cohort } from '#shared/cohort/cohort.ts';
import type { Advisor, Role } from '#shared/people/advisor/advisor.ts';
import type { Session } from '#shared/people/advisor/session.ts';
import { type Route, rowsOf } from '../route.ts';

/** A signed-in advisor. */
export interface Visitor {
  readonly advisor: Advisor;
  readonly session: Session;
}

/** A signed-in advisor at one of their own cohorts: the `:cohortId` of the path. */
export interface CohortVisitor extends Visitor {
  readonly cohort: Cohort;
}

export type AdvisorRoute =
  | Route<'anybody'>
  | (Route<'signed-in' | 'own-cohort'> & { readonly may: readonly Role[] });

export const anybody = rowsOf<{ readonly of: 'anybody' }, undefined>({ of: 'anybody' });

export function signedIn(may: readonly Role[]) {
  const of = { of: 'signed-in', may } as const;
  return rowsOf<typeof of, Visitor>(of);
}

export function ofCohort(may: readonly Role[]) {
  const of = { of: 'own-cohort', may } as const;
  return rowsOf<typeof of, CohortVisitor>(of);
}
