/** A route of the advisors' pages says who may use it; there is no other way to make one. */
import type { Cohort } from '#shared/cohort/cohort.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import type { Role } from '#shared/people/advisor/role.ts';
import type { Session } from '#shared/people/advisor/session.ts';
import type { Route } from '../route.ts';

/** Somebody who is signed in. */
export interface Visitor {
  readonly advisor: Advisor;
  readonly session: Session;
}

/** Somebody who is signed in, at one of their own cohorts: the `:cohortId` of the path. */
export interface CohortVisitor extends Visitor {
  readonly cohort: Cohort;
}

interface May {
  readonly may: readonly Role[];
}

type Row<Form> =
  | Route<'anybody', undefined, Form>
  | (Route<'signed-in', Visitor, Form> & May)
  | (Route<'own-cohort', CohortVisitor, Form> & May);

export type AdvisorRoute = Route<'anybody'> | (Route<'signed-in' | 'own-cohort'> & May);

export function advisorRoute<Form>(route: Row<Form>): AdvisorRoute {
  return route;
}
