/** What will be emailed if nobody acts, from the planner itself at each moment that it names. */
import { type Instant, soonest } from '#shared/base/time/instant.ts';
import type { World } from '#shared/world/world.ts';
import { nextTimeMoveAt, withTimePassed } from '../applicant/accept.ts';
import type { Applicant } from '../person/applicant.ts';
import { claimMail, entryOf, settleMail } from './claim.ts';
import { type PlannedMail, planNudges } from './plan.ts';

/** Two years of mornings: enough for a weekly overview. */
const VISITS_MAX = 730;

export interface ForecastMail {
  readonly at: Instant;
  readonly mail: PlannedMail;
  /** As they will be then. */
  readonly applicant: Applicant;
}

export function forecast(
  applicant: Applicant,
  world: World,
  now: Instant,
  count: number,
): ForecastMail[] {
  const mails: ForecastMail[] = [];
  for (const mail of forecastMails(applicant, world, now)) {
    if (mails.length >= count) break;
    mails.push(mail);
  }
  return mails;
}

/** Email by email, soonest first. Nothing is sent or stored. */
export function* forecastMails(
  applicant: Applicant,
  world: World,
  now: Instant,
): Generator<ForecastMail> {
  let present = withTimePassed(applicant, now, world);
  let at = now;
  for (let visit = 0; visit < VISITS_MAX; visit += 1) {
    const plan = planNudges(present, world, at);
    if (plan.mail) {
      yield { at, mail: plan.mail, applicant: present };
      present = asSent(present, plan.mail, at);
      continue;
    }
    const next = nextVisit(present, plan.nextAt, world);
    if (!next || next <= at) return;
    at = next;
    present = withTimePassed(present, at, world);
  }
}

function asSent(applicant: Applicant, mail: PlannedMail, at: Instant): Applicant {
  const claimed = claimMail(applicant, entryOf(mail), 'forecast', at);
  return settleMail(claimed.person, claimed.n, 'sent', at) ?? claimed.person;
}

function nextVisit(
  applicant: Applicant,
  mailAt: Instant | undefined,
  world: World,
): Instant | undefined {
  const moveAt = nextTimeMoveAt(applicant, world);
  if (mailAt && moveAt) return soonest(mailAt, moveAt);
  return mailAt ?? moveAt;
}
