/** Advisors: emailed what they ask for, and on Mondays what changed in their cohorts. */
import { LONGEST_REST_MS, SWEEP_EVERY_MS } from '#shared/base/limits.ts';
import type { Day } from '#shared/base/time/day.ts';
import { type Instant, plusMs, soonest } from '#shared/base/time/instant.ts';
import { briefAt, briefKey, briefOf } from '#shared/cohort/brief.ts';
import { EVERYONE } from '#shared/cohort/report/filters.ts';
import { reportOf } from '#shared/cohort/report/report.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import type { SignInLink } from '#shared/people/advisor/sign-in-link.ts';
import { keysSaid } from '#shared/people/person/email-record.ts';
import type { Notice } from '#shared/people/person/person.ts';
import type { Store } from '#shared/store/store.ts';
import {
  briefEmail,
  type CohortBrief,
  casesReceivedEmail,
  disownedEmail,
  signInEmail,
} from '#shared/views/email/advisor-emails.ts';
import type { WorldFor } from '#shared/world/world.ts';
import { wholeCohort } from '../whole-cohort.ts';
import type { KindOfPerson, VisitPlan } from './person-kind.ts';

/** A season of weekly briefs and the sign-ins of a few days: older ones decide nothing. */
const ADVISOR_EMAILS_KEPT = 100;

export interface SignInDeps {
  /** Where the link is opened. It is signed now: its minutes count from the email, not from the request. */
  signInUrl(link: SignInLink, now: Instant): Promise<string>;
}

export interface AdvisorKindDeps extends SignInDeps {
  readonly store: Store;
  readonly worldFor: WorldFor;
  advisorUrl(path: string): string;
  briefStopUrl(advisor: Advisor, now: Instant): Promise<string>;
}

export function advisorKind(deps: AdvisorKindDeps): KindOfPerson<Advisor> {
  return {
    requested({ id: personId, linkEpoch: epoch, profile }, { id: causeId, notice, about }, now) {
      const link = { personKind: 'advisor', personId, epoch, causeId } as const;
      return {
        entry: { stream: notice ? 'notice' : 'sign-in', keys: [causeId], rotationIds: [] },
        render: async () =>
          notice && about
            ? emailOf(notice)(profile, await cohortOf(deps, about), deps.advisorUrl)
            : signInEmail(profile, await deps.signInUrl(link, now)),
      };
    },

    plan: async (advisor, now, sending) => planBrief(deps, advisor, now, sending),

    rest: (advisor, nextEmailAt, now) => {
      const rested = plusMs(now, LONGEST_REST_MS);
      return {
        ...advisor,
        emails: advisor.emails.slice(-ADVISOR_EMAILS_KEPT),
        failures: 0,
        dueAt: nextEmailAt ? soonest(nextEmailAt, rested) : rested,
      };
    },
  };
}

function emailOf(notice: Notice) {
  return notice === 'cases-received' ? casesReceivedEmail : disownedEmail;
}

async function cohortOf({ store }: AdvisorKindDeps, id: string) {
  return (await store.read('cohort', id)) ?? { id, name: 'your cohort' };
}

/** Nothing for an advisor whom no email reaches, or who wants none. */
function planBrief(
  deps: AdvisorKindDeps,
  advisor: Advisor,
  now: Instant,
  sending: 'critical' | undefined,
): VisitPlan {
  if (advisor.reach !== 'ok') return {};
  const { monday, nextAt } = briefAt(advisor.profile.zone, now);
  if (!monday || monday <= joinedOn(advisor)) return { nextAt };
  const key = briefKey(monday);
  if (keysSaid(advisor.emails).includes(key)) return { nextAt };
  // A brief can wait: it leaves when digests do.
  if (sending === 'critical') return { nextAt: plusMs(now, SWEEP_EVERY_MS) };
  return {
    nextAt,
    email: {
      entry: { stream: 'brief', keys: [key], rotationIds: [] },
      render: async () =>
        briefEmail(
          advisor,
          await briefsOf(deps, advisor, monday, now),
          deps.advisorUrl,
          await deps.briefStopUrl(advisor, now),
        ),
    },
  };
}

/** An advisor who joins on a Monday morning has no past week to read about. */
function joinedOn({ createdAt }: Advisor): string {
  return createdAt.slice(0, 10);
}

async function briefsOf(
  { store, worldFor }: AdvisorKindDeps,
  { id: advisorId, cohortIds, profile }: Advisor,
  monday: Day,
  now: Instant,
): Promise<CohortBrief[]> {
  const briefs: CohortBrief[] = [];
  for (const id of cohortIds) {
    const cohort = await store.read('cohort', id);
    if (!cohort) continue;
    const report = reportOf(cohort, await wholeCohort(store, id), EVERYONE, worldFor(id), now);
    briefs.push({ cohort, brief: briefOf(report, monday, { id: advisorId, name: profile.name }) });
  }
  return briefs;
}
