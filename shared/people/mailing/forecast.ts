/** What will be emailed if nobody acts, from the planner itself at each moment that it names. */
import { type Instant, soonest } from '#shared/base/time/instant.ts';
import type { World } from '#shared/world/world.ts';
import { nextTimeMoveAt, withTimePassed } from '../applicant/accept.ts';
import type { Applicant } from '../person/applicant.ts';
import { claimEmail, entryOf, settleEmail } from './claim.ts';
import { type PlannedEmail, planNudges } from './plan.ts';

/** Two years of mornings: enough for a weekly overview. */
const VISITS_MAX = 730;

export interface ForecastEmail {
  readonly at: Instant;
  readonly email: PlannedEmail;
  /** As they will be then. */
  readonly applicant: Applicant;
}

export function forecast(
  applicant: Applicant,
  world: World,
  now: Instant,
  count: number,
): ForecastEmail[] {
  const emails: ForecastEmail[] = [];
  for (const email of forecastEmails(applicant, world, now)) {
    if (emails.length >= count) break;
    emails.push(email);
  }
  return emails;
}

/** Email by email, soonest first. Nothing is sent or stored. */
export function* forecastEmails(
  applicant: Applicant,
  world: World,
  now: Instant,
): Generator<ForecastEmail> {
  let present = withTimePassed(applicant, now, world);
  let at = now;
  for (let visit = 0; visit < VISITS_MAX; visit += 1) {
    const plan = planNudges(present, world, at);
    if (plan.email) {
      yield { at, email: plan.email, applicant: present };
      present = asSent(present, plan.email, at);
      continue;
    }
    const next = nextVisit(present, plan.nextAt, world);
    if (!next || next <= at) return;
    at = next;
    present = withTimePassed(present, at, world);
  }
}

function asSent(applicant: Applicant, email: PlannedEmail, at: Instant): Applicant {
  const claimed = claimEmail(applicant, entryOf(email), 'forecast', at);
  return settleEmail(claimed.person, claimed.n, 'sent', at) ?? claimed.person;
}

function nextVisit(
  applicant: Applicant,
  emailAt: Instant | undefined,
  world: World,
): Instant | undefined {
  const moveAt = nextTimeMoveAt(applicant, world);
  if (emailAt && moveAt) return soonest(emailAt, moveAt);
  return emailAt ?? moveAt;
}
