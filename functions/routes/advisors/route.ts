/** A route of the advisors' pages says who may use it; there is no other way to make one. */
import type { Context } from 'hono';
import type { Cohort } from '#shared/cohort/cohort.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import type { Role } from '#shared/people/advisor/role.ts';
import type { Session } from '#shared/people/advisor/session.ts';

type Method = 'GET' | 'POST';
type Answer<Visitor> = (c: Context, visitor: Visitor) => Promise<Response> | Response;

/** Somebody who is signed in. */
export interface Visitor {
  readonly advisor: Advisor;
  readonly session: Session;
}

/** Somebody who is signed in, at one of their own cohorts. */
export interface CohortVisitor extends Visitor {
  readonly cohort: Cohort;
}

export type AdvisorRoute = {
  readonly method: Method;
  /** As Hono matches it. The cohort of an `of: 'own-cohort'` route is its `:cohortId`. */
  readonly path: string;
  /** A body that may be larger than a form's, and the page for one that is larger still. */
  readonly body?: { readonly bytesMax: number; tooLarge(): string };
} & (
  | { readonly of: 'anybody'; readonly answer: Answer<undefined> }
  | { readonly of: 'signed-in'; readonly may: readonly Role[]; readonly answer: Answer<Visitor> }
  | {
      readonly of: 'own-cohort';
      readonly may: readonly Role[];
      readonly answer: Answer<CohortVisitor>;
    }
);
