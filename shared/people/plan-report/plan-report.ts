/** What `npm run plan` answers: the state, what is late, the steps, what will be emailed, and what was found. */
import { type AgendaAt, agendaAt, standingOf } from '#shared/agenda/agenda-at.ts';
import type { Matter } from '#shared/agenda/matter.ts';
import { byUrgency } from '#shared/agenda/urgency.ts';
import { capital } from '#shared/base/capital.ts';
import { counted } from '#shared/base/counted.ts';
import { type Day, daysBetween } from '#shared/base/time/day.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { letterPlan } from '#shared/plan/letters/letter-plan.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { type Finding, findingsOf } from '#shared/words/findings.ts';
import { GATE_STATE_WORDS, type HostRule, hostRules } from '#shared/words/host-rules.ts';
import { wordsAt } from '#shared/words/matters/words-at.ts';
import { occasionsOf, shownDay, wordsNow } from '#shared/words/occasions.ts';
import { type PathStep, pathSteps } from '#shared/words/path-steps.ts';
import { type StateWords, stateWords } from '#shared/words/state-words.ts';
import type { Certainty } from '#shared/world/provenance.ts';
import { certaintyWords } from '#shared/world/source-words.ts';
import type { World } from '#shared/world/world.ts';
import { occasionKey } from '../mailing/entry.ts';
import { forecastEmails } from '../mailing/forecast.ts';
import { newApplicant } from '../person/applicant.ts';

interface PlannedNudge {
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

/** What is late and can still be done, nearest to being lost first, comfort last; what is lost is a finding. */
interface Late {
  readonly rule: string;
  readonly subject: string;
  readonly stake: Matter['stake'];
  readonly title: string;
  readonly next: string;
  /** Days past the day that is shown. */
  readonly byDays: number;
  /** Days from today after which it can no longer be done; absent where no end is known. */
  readonly daysLeft?: number;
}

export interface PlanReport {
  readonly today: Day;
  readonly state: StateWords;
  readonly late: readonly Late[];
  /** Promised or further along: `2 hands-on, 1 observer`; `none yet`. */
  readonly letters: string;
  readonly steps: readonly PathStep[];
  readonly nudges: readonly PlannedNudge[];
  readonly findings: readonly Finding[];
  /** What the hosts' pages say, met or not. */
  readonly hostRules: readonly HostRule[];
}

export function planReport(facts: Facts, world: World, now: Instant): PlanReport {
  const { zone } = facts.profile;
  const today = dayIn(zone, now);
  const at = agendaAt(facts, world, now);
  return {
    today,
    state: stateWords(at),
    late: lateOf(at, today),
    letters: letterPlan(facts, world).byMode || 'none yet',
    steps: pathSteps(at),
    nudges: occasionsOf(at).map((occasion) => ({
      rule: occasion.rule,
      subject: occasion.subject,
      due: occasion.deadline.day,
      shown: shownDay(occasion),
      ...(occasion.opens && { opens: occasion.opens }),
      title: occasion.words.title,
      next: wordsNow(occasion, now).next,
      certainty: occasion.deadline.certainty,
      source: occasion.deadline.source,
    })),
    findings: findingsOf(at),
    hostRules: facts.rotations.flatMap((each) => hostRules(each, facts, world, 'applicant')),
  };
}

function lateOf(at: AgendaAt, today: Day): Late[] {
  return at.matters
    .filter((each) => each.whose === 'applicant' && standingOf(at, each).name === 'late')
    .toSorted((a, b) => Number(isComfort(a)) - Number(isComfort(b)) || byUrgency(a, b))
    .map((matter) => {
      const { rule, subject, stake, lastDay } = matter;
      const { title, next } = wordsAt(matter, 'late', at.view, at.now);
      return {
        rule,
        subject,
        stake,
        title,
        next,
        byDays: standingOf(at, matter).byDays ?? 0,
        ...(lastDay && { daysLeft: daysBetween(today, lastDay.day) }),
      };
    });
}

function isComfort({ stake }: Pick<Matter, 'stake'>): boolean {
  return stake === 'comfort';
}

/** When each is emailed next if nobody acts, from the planner itself; what is on no email is absent. */
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

/** A plan report as plain text for a terminal. */
export function planText(
  facts: Facts,
  report: PlanReport,
  emailed: ReadonlyMap<string, Day>,
): string {
  const { name, matchYear } = facts.profile;
  const { today, state, late, letters, steps, nudges, findings, hostRules: rules } = report;
  return [
    `${name}, Match ${matchYear}, as of ${phraseDay(today)}`,
    `${state.title}. ${state.text}`,
    `Letters: ${letters}`,
    ...section('Late: do this now', late.filter((each) => !isComfort(each)).map(lateLine)),
    ...section('Also late, with less at stake', late.filter(isComfort).map(lateLine)),
    ...facts.rotations.flatMap((rotation) => {
      const from = rotation.dates ? `, from ${phraseDay(rotation.dates.start)}` : '';
      return section(
        `Steps to the ${nameOf(rotation)}${from}`,
        steps.filter(({ rotationId }) => rotationId === rotation.id).flatMap(stepLines),
      );
    }),
    ...section(
      'Nudges',
      nudges.flatMap((nudge) =>
        nudgeLines(nudge, emailed.get(occasionKey(nudge.rule, nudge.subject))),
      ),
    ),
    ...section(
      'Findings',
      findings.flatMap(({ severity, rule, subject, text, fix, source }) => [
        `  ${severity.toUpperCase()} ${rule} (${subject}): ${text}`,
        `      ${fix} [${source}]`,
      ]),
    ),
    ...facts.rotations.flatMap((rotation) =>
      section(
        `Rules of the host, ${nameOf(rotation)}`,
        rules.filter(({ rotationId }) => rotationId === rotation.id).flatMap(ruleLines),
      ),
    ),
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', title, ...lines] : [];
}

function lateLine({ title, next, byDays, daysLeft }: Late, index: number): string {
  const left =
    daysLeft === undefined
      ? ''
      : daysLeft === 0
        ? ' Today is the last day to do it.'
        : ` ${capital(counted(daysLeft, 'day'))} left to do it.`;
  return `  ${index + 1}. ${capital(title)}: late by ${counted(byDays, 'day')}. ${next}${left}`;
}

function stepLines(step: PathStep): string[] {
  const { title, standing, startBy, doneBy, source, certainty } = step;
  if (standing === 'done') return [`  ${title}: done`];
  const isLost = standing === 'lost';
  const words = [
    ...standingWords(step),
    ...(startBy && !isLost ? [`start by ${phraseDay(startBy)}`] : []),
    ...(doneBy && !isLost ? [`done by ${phraseDay(doneBy)}`] : []),
  ].join('; ');
  return [
    `  ${words === '' ? title : `${title}: ${words}`}`,
    `      ${certaintyWords(certainty, 'applicant')}: ${source}`,
  ];
}

function standingWords({ standing, byDays, waitsFor }: PathStep): string[] {
  switch (standing) {
    case 'late':
      return [`LATE by ${counted(byDays ?? 0, 'day')}`];
    case 'lost':
      return byDays ? [`${counted(byDays, 'day')} too late`] : [];
    default:
      return waitsFor ? [`after: ${waitsFor}`] : [];
  }
}

function ruleLines({ state, text, fix, source }: HostRule): string[] {
  return [
    `  ${GATE_STATE_WORDS[state].toUpperCase()}: ${text}`,
    `      ${fix ? `${fix} ` : ''}[${source}]`,
  ];
}

function nudgeLines(nudge: PlannedNudge, emailedOn: Day | undefined): string[] {
  const { rule, due, shown, title, next, certainty, source } = nudge;
  const day = shown < due ? `${phraseDay(shown)} (due ${phraseDay(due)})` : phraseDay(due);
  return [
    `  ${day}  ${rule}: ${title}`,
    `      ${next}`,
    `      ${certaintyWords(certainty, 'applicant')}: ${source}. ${emailedOn ? `Next emailed on ${phraseDay(emailedOn)}.` : 'Not emailed again.'}`,
  ];
}
