/** What `npm run plan` answers: the steps, what will be emailed, and what was found. */
import type { PlannedStep } from '#shared/agenda/back-plan/back-plan.ts';
import { type DoNow, doNow } from '#shared/agenda/back-plan/do-now.ts';
import { STEP_FACTS } from '#shared/agenda/back-plan/step-table.ts';
import type { Diagnostic } from '#shared/agenda/checks/diagnostic.ts';
import { rungsOf } from '#shared/agenda/ladder.ts';
import { wholePlan } from '#shared/agenda/plan-file/whole-plan.ts';
import type { Day } from '#shared/base/time/day.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { occasionsAt, shownDay } from '#shared/words/occasions.ts';
import type { Certainty } from '#shared/world/provenance.ts';
import { certaintyWords } from '#shared/world/source-words.ts';
import type { World } from '#shared/world/world.ts';

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
  /** The days on which it is still spoken of if nobody acts, by the reader's calendar. */
  readonly mailedOn: readonly Day[];
}

export interface PlanReport {
  readonly today: Day;
  readonly steps: readonly PlannedStep[];
  readonly doNow: readonly DoNow[];
  readonly nudges: readonly PlannedNudge[];
  readonly findings: readonly Diagnostic[];
}

export function planReport(facts: Facts, world: World, now: Instant): PlanReport {
  const { zone } = facts.profile;
  const today = dayIn(zone, now);
  const { plans, findings } = wholePlan(facts, world, today);
  return {
    today,
    steps: plans.flatMap(({ steps }) => steps),
    doNow: doNow(plans, today),
    nudges: occasionsAt(facts, world, now).map((occasion) => ({
      rule: occasion.rule,
      subject: occasion.subject,
      due: occasion.deadline.day,
      shown: shownDay(occasion),
      ...(occasion.opens && { opens: occasion.opens }),
      title: occasion.words.title,
      next: occasion.words.next,
      certainty: occasion.deadline.certainty,
      source: occasion.deadline.source,
      mailedOn: rungsOf(occasion, zone)
        .filter(({ until }) => until > now)
        .map(({ at }) => dayIn(zone, at))
        .map((day) => (day < today ? today : day)),
    })),
    findings,
  };
}

/** A plan report as plain text for a terminal. */
export function planText(facts: Facts, report: PlanReport): string {
  const { name, matchYear } = facts.profile;
  return [
    `${name}, Match ${matchYear}, as of ${phraseDay(report.today)}`,
    ...section('Late: do this now', doNowLines(facts, report)),
    ...facts.rotations.flatMap((rotation) => {
      const steps = report.steps.filter(({ rotationId }) => rotationId === rotation.id);
      const from = rotation.dates ? `, from ${phraseDay(rotation.dates.start)}` : '';
      return section(`Steps to the ${nameOf(rotation)}${from}`, steps.flatMap(stepLines));
    }),
    ...section('Nudges', report.nudges.flatMap(nudgeLines)),
    ...section(
      'Findings',
      report.findings.flatMap(({ severity, rule, subject, says, fix, source }) => [
        `  ${severity.toUpperCase()} ${rule} (${subject}): ${says}`,
        `      ${fix} [${source}]`,
      ]),
    ),
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', title, ...lines] : [];
}

function doNowLines(facts: Facts, { doNow }: PlanReport): string[] {
  return doNow.map(({ step, daysLeft, canBeSaved }, index) => {
    const rotation = facts.rotations.find(({ id }) => id === step.rotationId);
    const at = rotation ? ` (${nameOf(rotation)})` : '';
    return `  ${index + 1}. ${step.next}${at} ${restWords(canBeSaved, daysLeft)}`;
  });
}

function restWords(canBeSaved: boolean, daysLeft: number | undefined): string {
  if (!canBeSaved) return 'These dates can no longer be met: ask the host for later ones.';
  if (daysLeft === undefined) return 'Its date is not known until then.';
  return daysLeft === 0
    ? 'Only today can it still be saved.'
    : `${daysLeft} days are left to save it.`;
}

function stepLines(step: PlannedStep): string[] {
  const { title, state, beginBy, doneBy, byDays, waitsFor, source, certainty } = step;
  const days =
    beginBy && doneBy ? `begin by ${phraseDay(beginBy)}, done by ${phraseDay(doneBy)}` : '';
  const waits =
    waitsFor.length > 0
      ? `after: ${waitsFor.map((each) => STEP_FACTS[each].title).join(', ')}`
      : '';
  const words = [stateWords(state, byDays), days, waits].filter((each) => each !== '').join('; ');
  return state === 'done'
    ? [`  ${title}: done`]
    : [`  ${title}: ${words}`, `      ${certaintyWords(certainty, 'applicant')}: ${source}`];
}

function stateWords(state: PlannedStep['state'], byDays = 0): string {
  switch (state) {
    case 'late':
      return `LATE by ${byDays} days`;
    case 'impossible':
      return `IMPOSSIBLE by ${byDays} days`;
    case 'ask':
      return 'not known: ask';
    case 'done':
    case 'on-time':
      return '';
  }
}

function nudgeLines({
  rule,
  due,
  title,
  next,
  certainty,
  source,
  mailedOn,
}: PlanReport['nudges'][number]): string[] {
  const [first] = mailedOn;
  return [
    `  ${phraseDay(due)}  ${rule}: ${title}`,
    `      ${next}`,
    `      ${certaintyWords(certainty, 'applicant')}: ${source}. ${first ? `Next emailed on ${phraseDay(first)}.` : 'Not emailed again.'}`,
  ];
}
