/** Whether a stay can be prepared from today on, one step after the other: apply, answer, visa or ESTA, flight. */

import type { AgendaAt } from '#shared/agenda/agenda-at.ts';
import { openingDay } from '#shared/agenda/matters/host-days.ts';
import { followUpFrom } from '#shared/agenda/matters/path.ts';
import { TAKES } from '#shared/agenda/matters/step-times.ts';
import { capital } from '#shared/base/sentence.ts';
import { type Day, daysBetween, earliest, latest, plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { type PathStep, pathSteps } from '#shared/words/path-steps.ts';
import type { Institution } from '#shared/world/programs/institution.ts';

/** A step with the last day that leaves the steps after it their time. */
export type DatedStep = PathStep & { readonly doneBy: Day };

export interface Timetable {
  /** In the order in which they are done. */
  readonly steps: readonly DatedStep[];
  /** Why they cannot be done in this order from today on, as a sentence. */
  readonly blockedBy?: string;
  /** A step's last day is past, so that even without the order it comes late. */
  readonly isLate: boolean;
}

const ORDER: readonly string[] = [
  'affiliation',
  'apply',
  'host-answer',
  'accept',
  'G14b',
  'G13',
  'esta',
  'visa',
  'housing',
  'flight',
];
/** What a step begins with, as the start of a sentence. */
const BEGUN: Readonly<Record<string, string>> = {
  affiliation: 'asking for an agreement with your school',
  apply: 'the application',
  G14b: 'preparing documents',
  G13: 'booking the visa appointment',
  esta: 'applying for the ESTA',
  visa: 'waiting for the visa',
  housing: 'finding a room',
  flight: 'booking the flight',
};
/** Its own days are worked out below: an answer comes before what follows it, however late the host takes applications. */
const BEFORE_ANSWER: readonly string[] = ['affiliation', 'apply', 'host-answer', 'accept'];

/** @param rotation with dates, proposed and not begun */
export function timetableOf(
  rotation: Rotation,
  host: Institution | undefined,
  at: AgendaAt,
): Timetable {
  const today = dayIn(EASTERN, at.now);
  const found = pathSteps(at).filter(
    ({ rotationId, rule }) => rotationId === rotation.id && ORDER.includes(rule),
  );
  const { days = {}, blockedBy: unanswered } = answeredInTime(rotation, host, found, today);
  const steps = found
    .flatMap((step): DatedStep[] => {
      const doneBy = days[step.rule] ?? step.doneBy;
      if (!doneBy || step.standing === 'lost') return [];
      return [{ ...step, ...(doneBy !== step.doneBy && ownDay(step)), doneBy }];
    })
    .toSorted((a, b) =>
      a.doneBy === b.doneBy ? placeOf(a) - placeOf(b) : a.doneBy < b.doneBy ? -1 : 1,
    );
  const blockedBy = tooLateForMatch(rotation, at) ?? lateStep(found, today) ?? unanswered;
  const isLate = found.some(({ doneBy }) => doneBy && doneBy < today);
  return { steps, isLate, ...(blockedBy && { blockedBy }) };
}

/** A day that is ours says so, and names the day to apply without it. */
function ownDay({ rule, doneBy }: PathStep): Pick<PathStep, 'source' | 'certainty'> {
  const source =
    rule === 'apply' && doneBy
      ? `so that the answer comes before the next step; otherwise by ${phraseDay(doneBy)}`
      : 'counted so that each step comes before the next';
  return { source, certainty: 'estimated' };
}

function placeOf({ rule }: PathStep): number {
  return ORDER.indexOf(rule);
}

interface Order {
  /** By rule. */
  readonly days?: Readonly<Record<string, Day>>;
  readonly blockedBy?: string;
}

/** The last day to apply whose answer comes before the next step begins, or why there is none. */
function answeredInTime(
  rotation: Rotation,
  host: Institution | undefined,
  found: readonly PathStep[],
  today: Day,
): Order {
  const stepOf = (rule: string) => found.find((step) => step.rule === rule);
  const next = stepOf('G13') ?? stepOf('esta') ?? stepOf('flight');
  const last = stepOf('apply')?.doneBy;
  const begins = next && (next.startBy ?? next.doneBy);
  if (!last || !begins) return {};
  const agreement = stepOf('affiliation');
  const { workDays, waitDays } = agreement ? TAKES.affiliation : { workDays: 0, waitDays: 0 };
  const first = latest(
    plusDays(today, TAKES.apply.workDays),
    plusDays(today, workDays + waitDays),
    openingDay(rotation, host)?.day ?? today,
  );
  if (first > last) {
    return {
      blockedBy: `The last day to apply is ${phraseDay(last)}; an application can be ready on ${phraseDay(first)}.`,
    };
  }
  const answerTo = (appliedOn: Day) =>
    followUpFrom({ ...rotation, appliedOn }, host)?.day ?? appliedOn;
  let applied = last;
  while (applied > first && answerTo(applied) > begins) {
    applied = latest(first, plusDays(applied, -daysBetween(begins, answerTo(applied))));
  }
  const answered = answerTo(applied);
  if (answered > begins) {
    return {
      blockedBy: `An application sent on ${phraseDay(applied)} is answered about ${phraseDay(answered)}, but ${BEGUN[next.rule]} should begin by ${phraseDay(begins)}.`,
    };
  }
  const agreed = agreement?.doneBy && earliest(agreement.doneBy, plusDays(applied, -waitDays));
  const asked = agreed && plusDays(agreed, -workDays);
  if (agreement && asked && asked < today) return { blockedBy: shouldHaveBegun(agreement, asked) };
  return {
    days: {
      apply: applied,
      'host-answer': answered,
      accept: begins,
      ...(agreed && { affiliation: agreed }),
      ...inHand(stepOf('visa'), stepOf('flight')),
    },
  };
}

/** A visa in hand the day before one flies is the last day for it, and too late to book the flight safely. */
function inHand(visa: PathStep | undefined, flight: PathStep | undefined) {
  const book = flight && (flight.startBy ?? flight.doneBy);
  return visa?.doneBy && book && { visa: earliest(visa.doneBy, book) };
}

function lateStep(found: readonly PathStep[], today: Day): string | undefined {
  const isPast = (day: Day | undefined) => day !== undefined && day < today;
  const late = found.find(
    ({ rule, startBy, doneBy }) =>
      isPast(doneBy) || (!BEFORE_ANSWER.includes(rule) && isPast(startBy)),
  );
  return late && shouldHaveBegun(late, late.startBy ?? late.doneBy);
}

function shouldHaveBegun({ rule, title }: PathStep, day: Day | undefined): string {
  return `${capital(BEGUN[rule] ?? title)} should have begun${day ? ` by ${phraseDay(day)}` : ''}.`;
}

function tooLateForMatch({ dates }: Rotation, { view }: AgendaAt): string | undefined {
  const listed = view.season.dates['rank-list-certify-deadline']?.day;
  const { matchYear } = view.facts.profile;
  return listed && dates && dates.start > listed
    ? `It begins after rank lists for Match ${matchYear} are due (${phraseDay(listed)}).`
    : undefined;
}
