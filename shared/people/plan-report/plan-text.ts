/** A plan report as plain text for a terminal. */
import type { BeforePlan } from '#shared/agenda/added.ts';
import { capital, counted, sentence } from '#shared/base/sentence.ts';
import type { Day } from '#shared/base/time/day.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { phraseBeforeAdded } from '#shared/words/deadline-words.ts';
import { GATE_STATE_WORDS, type HostRule } from '#shared/words/host-rules.ts';
import type { PathStep } from '#shared/words/path-steps.ts';
import { certaintyWords } from '#shared/world/provenance.ts';
import { occasionKey } from '../mailing/entry.ts';
import type { Late, PlannedNudge, PlanReport, ReportedPaper } from './plan-report.ts';

export function planText(
  facts: Facts,
  report: PlanReport,
  emailed: ReadonlyMap<string, Day>,
): string {
  const { name, matchYear } = facts.profile;
  const { today, state, next, late, letters, steps, nudges, findings, hostRules: rules } = report;
  return [
    `${name}, Match ${matchYear}, as of ${phraseDay(today)}`,
    `${sentence(state.title)} ${state.text}`,
    ...(next ? [`Next: ${sentence(next.title)} ${next.when}.`] : []),
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
    ...facts.rotations.flatMap((rotation) =>
      section(
        `Papers of the ${nameOf(rotation)}`,
        report.papers.filter(({ rotationId }) => rotationId === rotation.id).map(paperLine),
      ),
    ),
    ...section(
      'Reminders for someone who starts this plan today',
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

function lateLine(late: Late, index: number): string {
  const { title, next, daysLeft } = late;
  const left =
    daysLeft === undefined
      ? ''
      : daysLeft <= 0
        ? ` ${daysLeft === 0 ? 'Today is the last day' : 'Only hours are left'} to do it.`
        : ` ${capital(counted(daysLeft, 'day'))} left to do it.`;
  return `  ${index + 1}. ${capital(title)}: late ${lateWords(late)}. ${next}${left}`;
}

function lateWords(
  of: Pick<PathStep, 'byDays' | keyof BeforePlan> & { readonly rotationId?: string },
): string {
  const days = counted(of.byDays ?? 0, 'day');
  return of.wasBeforePlan ? `by ${days} (from ${phraseBeforeAdded(of)})` : `by ${days}`;
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

function standingWords(step: PathStep): string[] {
  const { standing, byDays, waitsFor } = step;
  switch (standing) {
    case 'late':
      return [`LATE ${lateWords(step)}`];
    case 'lost':
      return byDays ? [`${counted(byDays, 'day')} too late`] : [];
    default:
      return waitsFor ? [`after: ${waitsFor}`] : [];
  }
}

function paperLine({ paper, state, validUntil, due }: ReportedPaper): string {
  const valid = validUntil ? `; valid until ${phraseDay(validUntil)}` : '';
  return `  ${paper}: ${state}${valid}${due ? `; by ${phraseDay(due)}` : ''}`;
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
    `      ${certaintyWords(certainty, 'applicant')}: ${source}. ${emailedOn ? `Emailed on ${phraseDay(emailedOn)}.` : 'Not emailed.'}`,
  ];
}

function isComfort({ stake }: Late): boolean {
  return stake === 'comfort';
}
