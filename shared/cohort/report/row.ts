/** One applicant as a row of the report. What depends on the clock is computed here, from stored days. */

import type { WaitingOn } from '#shared/agenda/waiting-on.ts';
import { type Day, daysBetween } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import type { RiskLevel } from '#shared/people/casework/codes.ts';
import type { Summary, SummaryRotation } from '#shared/people/outlook/summary.ts';
import { isPast, type OutlookDue } from '#shared/people/person/outlook.ts';
import { isInEras } from '#shared/plan/facts/letter.ts';
import { STAGE_NAMES } from '#shared/plan/facts/stage-names.ts';
import { isUsIr } from '#shared/plan/letters/letter-plan.ts';
import { modeOfLetter, placedLetters } from '#shared/plan/letters/placed.ts';
import { isClinical, isConfirmed, isIrInUs, wasDone } from '#shared/plan/rotation/kind.ts';
import { onPlan, openRotations } from '#shared/plan/rotation/on-plan.ts';
import type { Mode } from '#shared/world/vocabulary.ts';
import type { Finding } from '../risk/finding.ts';
import { risksOf } from '../risk/risks-of.ts';
import { type Call, callOf } from './call.ts';
import type { PersonColor } from './filters.ts';

type Progress = 'planned' | 'applied' | 'offered' | 'confirmed' | 'done';

export interface ReportRow {
  readonly of: Summary;
  /** What counts as rotations: research stays do not. */
  readonly clinical: readonly SummaryRotation[];
  readonly findings: readonly Finding[];
  /** When the applicant came to the level of the first finding. */
  readonly levelSince: Day | undefined;
  readonly color: PersonColor;
  /** What an advisor can save by talking today. */
  readonly call: Call | undefined;
  readonly rotations: Readonly<Record<Progress, number>>;
  readonly firstIrStart: Day | undefined;
  /** The open rotation that is furthest along. */
  readonly step: SummaryRotation | undefined;
  readonly daysInStep: number | undefined;
  /** What comes next, by the day that its applicant is shown: what is hard before what is advised. */
  readonly next: OutlookDue | undefined;
  readonly daysToNext: number | undefined;
  /** Days to the day by which the next of their own steps should start; negative once it has passed. */
  readonly slackDays: number | undefined;
  readonly documents: {
    readonly cleared: number;
    readonly pending: number;
    readonly expiring: number;
  };
  /** For each letter in ERAS, the applicant's role where its writer saw them. */
  readonly lettersIn: readonly (Mode | undefined)[];
  readonly hasUsIrLetter: boolean;
  readonly waitingOn: readonly WaitingOn[];
}

export function reportRow(of: Summary, now: Instant, today: Day = dayIn(EASTERN, now)): ReportRow {
  const clinical = of.rotations.filter(isClinical);
  const findings = risksOf(of, today);
  const open = openRotations(of);
  const step = furthest(open);
  const next = nextDue(of, now, today);
  const nextSteps = open.flatMap(({ outlook }) => outlook?.next?.day ?? []).toSorted();
  const irDays = onPlan(of)
    .filter(isIrInUs)
    .flatMap(({ start }) => start ?? []);
  const inEras = placedLetters(of.rotations, of.ownLetters).filter(({ letter }) =>
    isInEras(letter),
  );
  return {
    of,
    clinical,
    findings,
    levelSince: findings[0] && (of.outlook?.levelSince ?? findings[0].levelSince),
    color: colorOf(of, findings[0]?.level),
    call: callOf(of, findings, today),
    rotations: countsOf(onPlan({ rotations: clinical })),
    firstIrStart: irDays.toSorted()[0],
    step,
    daysInStep: step && daysBetween(step.since, today),
    next,
    daysToNext: next && daysBetween(today, shownDay(next)),
    slackDays: nextSteps[0] && daysBetween(today, nextSteps[0]),
    documents: documentsOf(open),
    lettersIn: inEras.map(({ letter, rotation }) => modeOfLetter(letter.specialty, rotation)),
    hasUsIrLetter: inEras.some(({ letter, rotation }) => isUsIr(letter.specialty, rotation)),
    waitingOn: [...new Set(open.flatMap(({ outlook }) => outlook?.waitingOn ?? []))].filter(
      (holder) => holder !== 'nobody',
    ),
  };
}

/** What is held up or only to be checked hides neither an empty plan nor an address that takes no email. */
function colorOf({ outlook }: Summary, level: RiskLevel | undefined): PersonColor {
  const state = outlook?.state;
  if (level && level !== 'outside' && level !== 'gray') return level;
  if (state === 'unreachable' || state === 'over') return state;
  if (state === 'nothing-planned') return 'no-plan';
  return level ?? (state ? 'green' : 'not-visited');
}

export function isLostSince({ level, levelSince }: Finding, day: Day): boolean {
  return level === 'cannot-be-saved' && levelSince >= day;
}

/** False where emails do not arrive or are not wanted. */
export function isReached({ of }: ReportRow): boolean {
  return of.reach === 'ok';
}

export function hardDays({ of }: Pick<ReportRow, 'of'>): Day[] {
  return (of.outlook?.due ?? []).filter(({ hard }) => hard).map(({ day }) => day);
}

function furthest(open: readonly SummaryRotation[]): SummaryRotation | undefined {
  return open.toSorted(
    (a, b) =>
      STAGE_NAMES.indexOf(b.stage) - STAGE_NAMES.indexOf(a.stage) ||
      ((a.start ?? '9') < (b.start ?? '9') ? -1 : 1),
  )[0];
}

function nextDue({ outlook }: Summary, now: Instant, today: Day): OutlookDue | undefined {
  const ahead = (outlook?.due ?? [])
    .filter((each) => !isPast(each, now, today))
    .toSorted((a, b) => (shownDay(a) < shownDay(b) ? -1 : Number(shownDay(a) > shownDay(b))));
  return ahead.find(({ hard }) => hard) ?? ahead[0];
}

/** As the plan and the emails show it. */
export function shownDay({ startBy, day }: OutlookDue): Day {
  return startBy ?? day;
}

function countsOf(rotations: readonly SummaryRotation[]): ReportRow['rotations'] {
  const counted = { planned: 0, applied: 0, offered: 0, confirmed: 0, done: 0 };
  for (const rotation of rotations) counted[groupOf(rotation)] += 1;
  return counted;
}

function groupOf(rotation: SummaryRotation): Progress {
  if (wasDone(rotation)) return 'done';
  if (isConfirmed(rotation)) return 'confirmed';
  if (rotation.status === 'offered') return 'offered';
  return rotation.stage === 'apply' && rotation.status !== 'preparing' ? 'applied' : 'planned';
}

function documentsOf(open: readonly SummaryRotation[]): ReportRow['documents'] {
  const sum = { cleared: 0, pending: 0, expiring: 0 };
  for (const { outlook } of open) {
    sum.cleared += outlook?.documents?.cleared ?? 0;
    sum.pending += outlook?.documents?.pending ?? 0;
    sum.expiring += outlook?.documents?.expiring ?? 0;
  }
  return sum;
}
