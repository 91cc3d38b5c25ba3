/** What `npm run plan` answers: the state, what is late, the steps, what will be emailed, and what was found. */

import { type BeforePlan, beforePlanOf } from '#shared/agenda/added.ts';
import { type AgendaAt, agendaAt, standingOf } from '#shared/agenda/agenda-at.ts';
import type { Matter } from '#shared/agenda/matter.ts';
import { papersAt } from '#shared/agenda/papers-at.ts';
import { dayBegun } from '#shared/agenda/standings.ts';
import { isLate } from '#shared/agenda/urgency.ts';
import { type Day, daysBetween } from '#shared/base/time/day.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { letterPlan } from '#shared/plan/letters/letter-plan.ts';
import { phraseWhen } from '#shared/words/deadline-words.ts';
import { type Finding, findingsOf } from '#shared/words/findings.ts';
import { type HostRule, hostRules } from '#shared/words/host-rules.ts';
import { wordsAt } from '#shared/words/matters/matter-words.ts';
import { occasionsOf, shownDay } from '#shared/words/occasions.ts';
import { type PathStep, pathSteps } from '#shared/words/path-steps.ts';
import { phrasePaper } from '#shared/words/plan-words.ts';
import { type StateWords, stateWords } from '#shared/words/state-words.ts';
import { DOCUMENT_FACTS } from '#shared/world/hosts/document-kinds.ts';
import type { Certainty } from '#shared/world/provenance.ts';
import type { World } from '#shared/world/world.ts';
import { occasionKey } from '../mailing/entry.ts';
import { forecastEmails } from '../mailing/forecast.ts';
import { isPutFirst, mostPressing } from '../mailing/most-pressing.ts';
import { newApplicant } from '../person/applicant.ts';

export interface PlannedNudge {
  readonly rule: string;
  readonly subject: string;
  /** The day by which it should be done. */
  readonly due: Day;
  /** The day that every page and email shows for it: to start by, or due. */
  readonly shown: Day;
  readonly opens?: Day;
  readonly title: string;
  readonly next: string;
  readonly certainty: Certainty;
  readonly source: string;
}

interface Next {
  readonly rule: string;
  readonly subject: string;
  readonly title: string;
  readonly when: string;
}

/** What is late and can still be done, nearest to being lost first, comfort last; what is lost is a finding. */
export interface Late extends BeforePlan {
  readonly rule: string;
  readonly subject: string;
  readonly rotationId?: string;
  readonly stake: Matter['stake'];
  readonly title: string;
  readonly next: string;
  /** Days past the day that is shown. */
  readonly byDays: number;
  /** Days from today after which it can no longer be done; absent where no end is known. */
  readonly daysLeft?: number;
}

export interface ReportedPaper {
  readonly rotationId: string;
  readonly paper: string;
  readonly state: string;
  readonly validUntil?: Day;
  readonly due?: Day;
}

export interface PlanReport {
  readonly today: Day;
  readonly state: StateWords;
  /** What every page puts first; absent where nothing can be done. */
  readonly next?: Next;
  readonly late: readonly Late[];
  /** Promised or further along: `2 hands-on, 1 observer`; `none yet`. */
  readonly letters: string;
  readonly steps: readonly PathStep[];
  /** The papers of each accepted rotation, soonest due first. */
  readonly papers: readonly ReportedPaper[];
  readonly nudges: readonly PlannedNudge[];
  readonly findings: readonly Finding[];
  /** What the hosts' pages say, met or not. */
  readonly hostRules: readonly HostRule[];
}

export function planReport(facts: Facts, world: World, now: Instant): PlanReport {
  const { zone } = facts.profile;
  const today = dayIn(zone, now);
  const at = agendaAt(facts, world, now);
  const [next] = mostPressing(occasionsOf(at), dayBegun(zone, now));
  return {
    today,
    state: stateWords(at),
    ...(next &&
      isPutFirst(next, facts.rotations.length > 0) && {
        next: {
          rule: next.rule,
          subject: next.subject,
          title: next.words.title,
          when: phraseWhen(next, zone, now).text,
        },
      }),
    late: lateOf(at, today),
    letters: letterPlan(facts, world).byMode || 'none yet',
    steps: pathSteps(at),
    papers: facts.rotations.flatMap((rotation) =>
      papersAt(rotation, at).map(({ standing, heldBy, due }) => ({
        rotationId: rotation.id,
        paper: DOCUMENT_FACTS[standing.kind].label,
        state: phrasePaper(standing, heldBy, today),
        ...(standing.validUntil && { validUntil: standing.validUntil }),
        ...(due && { due }),
      })),
    ),
    nudges: occasionsOf(at).map((occasion) => ({
      rule: occasion.rule,
      subject: occasion.subject,
      due: occasion.deadline.day,
      shown: shownDay(occasion),
      ...(occasion.opens && { opens: occasion.opens }),
      title: occasion.words.title,
      next: occasion.words.next,
      certainty: occasion.deadline.certainty,
      source: occasion.deadline.source,
    })),
    findings: findingsOf(at),
    hostRules: facts.rotations.flatMap((each) => hostRules(each, facts, world, 'applicant')),
  };
}

function lateOf(at: AgendaAt, today: Day): Late[] {
  return at.ordered.flatMap(({ matter }) => {
    const { rule, subject, stake, whose, lastDay, about } = matter;
    const standing = standingOf(at, matter);
    if (whose !== 'applicant' || !isLate(standing)) return [];
    const { title, next } = wordsAt(matter, 'late', at.view, at.now);
    return [
      {
        rule,
        subject,
        ...(about.rotationId && { rotationId: about.rotationId }),
        stake,
        title,
        next,
        byDays: standing.byDays ?? 0,
        ...beforePlanOf(matter, at.view.facts),
        ...(lastDay && { daysLeft: daysBetween(today, lastDay.day) }),
      },
    ];
  });
}

/** When each is first emailed to someone who begins with this plan and does nothing; what is on no email is absent. */
export function emailDays(facts: Facts, world: World, now: Instant): ReadonlyMap<string, Day> {
  const days = new Map<string, Day>();
  const applicant = newApplicant({ id: 'plan', cohortId: 'plan', facts }, now);
  for (const { at, email } of forecastEmails(applicant, world, now)) {
    for (const { occasion } of email.nudges) {
      const key = occasionKey(occasion.rule, occasion.subject);
      if (!days.has(key)) days.set(key, dayIn(facts.profile.zone, at));
    }
  }
  return days;
}
