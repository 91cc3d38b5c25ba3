/** The emails of one person through a season, if nobody acts or if each is answered, with no store and no faults. */
import { agenda } from '#shared/agenda/agenda.ts';
import { DAY_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { accept, nextTimeMoveAt, withTimePassed } from '#shared/people/applicant/accept.ts';
import { claimEmail, entryOf, settleEmail } from '#shared/people/mailing/claim.ts';
import { type PlannedEmail, planNudges } from '#shared/people/mailing/plan.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { typedEvent } from '../laws/typed.ts';
import { refresh, watch } from './watched.ts';

export interface LivedEmail {
  readonly at: Instant;
  readonly email: PlannedEmail;
  /** As the email was planned from. */
  readonly person: Applicant;
}

/** @param answersAfterDays absent for someone who never acts */
export function emailsOf(
  person: Applicant,
  from: Instant,
  until: Instant,
  answersAfterDays?: number,
): LivedEmail[] {
  const emails: LivedEmail[] = [];
  const answers: LivedEmail[] = [];
  let present = withTimePassed(person, from, PUBLISHED_WORLD);
  let at: Instant | undefined = from;
  while (at && at <= until) {
    for (const due of answers.splice(0, answers.filter((each) => each.at <= (at ?? '')).length)) {
      present = answered(present, due.email, at);
    }
    const { email, nextAt } = planNudges(present, PUBLISHED_WORLD, at);
    if (email) {
      const left = { at, email, person: present };
      emails.push(left);
      const claimed = claimEmail(present, entryOf(email), 'lived', at);
      present = settleEmail(claimed.person, claimed.n, 'sent', at) ?? claimed.person;
      if (answersAfterDays !== undefined)
        answers.push({ ...left, at: plusMs(at, answersAfterDays * DAY_MS) });
      continue;
    }
    const next: Instant | undefined = [
      nextAt,
      nextTimeMoveAt(present, PUBLISHED_WORLD),
      answers[0]?.at,
    ]
      .filter((each) => each !== undefined)
      .toSorted()[0];
    if (!next || next <= at) break;
    at = next;
    present = withTimePassed(present, at, PUBLISHED_WORLD);
  }
  return emails;
}

/** Each thing that the email asks is reported with its first button. */
function answered(person: Applicant, email: PlannedEmail, at: Instant): Applicant {
  let present = person;
  for (const { occasion } of email.nudges) {
    const matter = agenda(present.facts, PUBLISHED_WORLD).find(
      ({ rule, subject }) => rule === occasion.rule && subject === occasion.subject,
    );
    const answer = matter?.answers.find(({ does }) => does === 'report');
    if (matter?.done || answer?.does !== 'report') continue;
    const update = {
      id: `${at}-${occasion.rule}-${occasion.subject}`.replaceAll(/\W/g, '-').slice(0, 60),
      by: 'applicant',
      event: typedEvent(answer, at),
    } as const;
    const verdict = accept(present, update, at, PUBLISHED_WORLD);
    if (verdict.verdict === 'accepted') present = verdict.applicant;
  }
  return present;
}

/** The fewest emails that would tell someone who never acts everything in time, by the oracle's table. */
export function fewestFor(person: Applicant, from: Instant, until: Instant): number {
  const watched = watch(person, from);
  for (let at = from; at <= until; at = watched.changesAt) {
    watched.item = withTimePassed(watched.item, at, PUBLISHED_WORLD);
    refresh(watched, at, PUBLISHED_WORLD);
    if (watched.changesAt <= at) break;
  }
  return watched.bound.fewest(until);
}
