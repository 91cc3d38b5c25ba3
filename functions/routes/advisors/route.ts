/** A route of the advisors' pages states who may use it; there is no other way to make one. Also what these routes need from their host. */

import type { Cohort } from '#shared/cohort/cohort.ts';
import type { Advisor, Role } from '#shared/people/advisor/advisor.ts';
import type { Session } from '#shared/people/advisor/session.ts';
import type { Job } from '#shared/store/items.ts';
import type { SessionDeps } from '../../sessions.ts';
import { type Route, rowsOf } from '../route.ts';
import type { WebDeps } from '../web-deps.ts';
import type { Items } from './open-item.ts';

/** A signed-in advisor. */
export interface Visitor {
  readonly advisor: Advisor;
  readonly session: Session;
}

/** A signed-in advisor at one of their own cohorts: the `:cohortId` of the path. */
export interface CohortVisitor extends Visitor {
  readonly cohort: Cohort;
}

export interface ItemVisitor<About extends keyof Items> extends CohortVisitor {
  readonly item: Items[About];
}

export type AdvisorRoute =
  | Route<'anybody'>
  | (Route<'signed-in'> & { readonly may: readonly Role[] })
  | (Route<'own-cohort'> & { readonly may: readonly Role[]; readonly about?: keyof Items });

export const anybody = rowsOf<{ readonly of: 'anybody' }, undefined>({ of: 'anybody' });

export function signedIn(may: readonly Role[]) {
  const of = { of: 'signed-in', may } as const;
  return rowsOf<typeof of, Visitor>(of);
}

export function ofCohort(may: readonly Role[]) {
  const of = { of: 'own-cohort', may } as const;
  return rowsOf<typeof of, CohortVisitor>(of);
}

/** A page about one of the cohort's people, imports, exports, messages, or senders: `:personId` and so on in the path. */
export function ofItem<About extends keyof Items>(may: readonly Role[], about: About) {
  const of = { of: 'own-cohort', may, about } as const;
  return rowsOf<typeof of, ItemVisitor<About>>(of);
}

/** What the advisors' routes need from the host they run in. */
export interface AdvisorDeps extends SessionDeps, Omit<WebDeps, 'weigh' | 'undoKeys'> {
  /** Senders' secrets are derived from it. */
  readonly webhookKey: string;
  /** Starts a job that was written as due. The sweep finds it too, later. */
  startJob(job: Job): Promise<void>;
  readonly files: {
    /** A finished export: its bytes, or an address that serves them for a minute. Undefined once it is gone. */
    open(
      id: string,
      name: string,
      mediaType: string,
    ): Promise<{ readonly stream: ReadableStream } | { readonly url: string } | undefined>;
  };
  /** Lets other work run in the middle of a long task. */
  breathe(): Promise<void>;
}
