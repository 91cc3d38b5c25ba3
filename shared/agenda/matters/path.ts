/** The path of one rotation, from the choice of the host to the flight: every step from the start, done or not. */
import { type Day, latest, plusDays, plusMonths } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { latestOf } from '#shared/plan/documents/judge.ts';
import type { Facts, Profile } from '#shared/plan/facts/facts.ts';
import type { ReportedStep, Rotation } from '#shared/plan/facts/rotation.ts';
import { isCommitted } from '#shared/plan/facts/stages.ts';
import { isInUs } from '#shared/plan/rotation/kind.ts';
import { isStartUnsure } from '#shared/plan/rotation/on-plan.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import { open, report } from '../answer.ts';
import { dayDeadline, ours } from '../deadline.ts';
import { type Draft, idOf, type Matter, matter } from '../matter.ts';
import type { View } from '../view.ts';
import {
  applyDays,
  decisionDay,
  documentsDeadline,
  offerEnd,
  statedDay,
  termEnd,
} from './host-days.ts';
import { TAKES } from './step-times.ts';

/** Ours: the guide's latest planning day (G6) counts back from the first day; its first is three months earlier. */
const CHOOSE_MONTHS_BEFORE = { opens: 12, due: 9 };
/** Ours: arriving later is not safe, and later than the day before the start is too late. */
const ARRIVE_DAYS_BEFORE = { safe: 3, last: 1 };
/** Ours, until the applicant enters the wait at the consulate: long enough for most. */
const WAIT_UNKNOWN_DAYS = 90;
/** Ours: an ESTA that is refused can still be discussed with the host. */
const ESTA_DAYS_BEFORE = 14;
/** Ours: a room found later costs more than it should. */
const HOUSING_DAYS_BEFORE = 14;

/** True while its first day is ahead, as far as anybody has reported. */
export function isAhead({ stage, status }: Rotation): boolean {
  return (
    stage === 'identify' || stage === 'apply' || stage === 'documents' || status === 'upcoming'
  );
}

/** Every step to the first day; once the rotation has begun, ended, or closed, none but a way in that is still missing. */
export function pathMatters(rotation: Rotation, view: View): Matter[] {
  const { facts, world } = view;
  const host = world.host(rotation.host.institutionId, rotation.mode);
  if (isStartUnsure(rotation)) {
    const entry = entrySteps(rotation, facts, host);
    return asMatters(
      rotation,
      entry.filter(({ rule }) => rule !== 'G13'),
    );
  }
  if (!isAhead(rotation)) return [];
  return asMatters(rotation, [
    choose(rotation),
    ...(needsAffiliation(rotation, host) ? [affiliation(rotation, host)] : []),
    apply(rotation, host),
    hostAnswer(rotation, host),
    accept(rotation, host),
    ...payment(rotation, host),
    ...(isInUs(rotation) || rotation.checklist.length > 0 ? [documents(rotation, host)] : []),
    ...entrySteps(rotation, facts, host),
    ...(isInUs(rotation) ? travel(rotation) : []),
  ]);
}

function entrySteps(
  rotation: Rotation,
  { profile, documents: held }: Facts,
  host: Institution | undefined,
): Draft[] {
  return [
    ...(needsVisa(rotation, profile) ? visaSteps(rotation, profile, host) : []),
    ...(isInUs(rotation) && profile.entry === 'waiver' ? [esta(rotation, held)] : []),
  ];
}

function asMatters(rotation: Rotation, steps: readonly Draft[]): Matter[] {
  const present = new Set(steps.map(({ rule, subject }) => idOf(rule, subject)));
  return steps.map(({ needs = [], ...step }) =>
    matter({
      ...step,
      about: { rotationId: rotation.id, ...step.about },
      needs: needs.filter((id) => present.has(id)),
    }),
  );
}

/** A rotation outside the US has no US steps; whoever has not said how they will enter is asked first. */
export function needsVisa(rotation: Rotation, { entry }: Profile): boolean {
  return isInUs(rotation) && entry === 'visa';
}

function needsAffiliation(rotation: Rotation, host: Institution | undefined): boolean {
  return (
    isInUs(rotation) &&
    (host?.acceptsInternational === 'partner-schools' ||
      host?.offering.read?.affiliation !== undefined)
  );
}

function step(
  rotation: Rotation,
  rule: keyof typeof TAKES,
): Pick<Draft, 'rule' | 'subject' | 'kind' | 'whose' | 'stake' | 'takes'> {
  const takes = TAKES[rule];
  return {
    rule,
    subject: rotation.id,
    kind: 'step',
    whose: 'applicant',
    stake: 'rotation',
    takes: { workDays: takes.workDays, waitDays: takes.waitDays, leastDays: takes.leastDays },
  };
}

function need(rotation: Rotation, ...rules: string[]): string[] {
  return rules.map((rule) => idOf(rule, rotation.id));
}

function choose(rotation: Rotation): Draft {
  const { id, dates, status } = rotation;
  return {
    ...step(rotation, 'G6'),
    ...(dates &&
      isInUs(rotation) && {
        opens: plusMonths(dates.start, -CHOOSE_MONTHS_BEFORE.opens),
        due: dayDeadline(plusMonths(dates.start, -CHOOSE_MONTHS_BEFORE.due), {
          certainty: 'secondary',
          source:
            'guide: plan away rotations 9 to 12 months ahead; counted from the dates as entered',
        }),
      }),
    ...(status !== 'shortlisted' && { done: true }),
    answers: [
      dates
        ? report({ type: 'chosen', rotationId: id })
        : report({ type: 'chosen', rotationId: id }, 'dates'),
      report({ type: 'withdrawn', rotationId: id }),
    ],
    inputs: [`${id}.dates`, `${id}.status`],
  };
}

function affiliation(rotation: Rotation, host: Institution | undefined): Draft {
  const { dates } = rotation;
  const due = dates && statedDay(host, 'affiliation', dates).rule;
  const state = reported(rotation, 'affiliation');
  // A day of its own may come after the application.
  const isDone = (hasApplied(rotation) && !due) || state === 'done';
  return {
    ...step(rotation, 'affiliation'),
    needs: need(rotation, 'G6'),
    ...(due && { due, hard: true }),
    ...(isDone ? { done: true } : state === 'begun' && { begun: true }),
    answers: [
      ...(state === 'begun' ? [] : [stepReport(rotation, 'affiliation', 'begun')]),
      stepReport(rotation, 'affiliation', 'done'),
    ],
    inputs: [`${rotation.id}.steps`, `host.${rotation.host.institutionId}`],
  };
}

function apply(rotation: Rotation, host: Institution | undefined): Draft {
  const { id, dates } = rotation;
  return {
    ...step(rotation, 'apply'),
    // A host's last day binds whoever has not decided yet, so the choice is no need of it.
    needs: need(rotation, ...(host?.offering.read?.affiliation ? [] : ['affiliation'])),
    ...applyDays(rotation, host),
    ...(hasApplied(rotation) && { done: true }),
    answers: [
      dates
        ? report({ type: 'applied', rotationId: id })
        : report({ type: 'applied', rotationId: id }, 'dates'),
    ],
    inputs: [`${id}.dates`, `${id}.windowClosesOn`, `host.${rotation.host.institutionId}`],
  };
}

function hostAnswer(rotation: Rotation, host: Institution | undefined): Draft {
  const { id, status, since } = rotation;
  const isWaiting = status === 'submitted' || status === 'waitlisted';
  const due = decisionDay(rotation, host);
  return {
    ...step(rotation, 'host-answer'),
    whose: 'host',
    needs: need(rotation, 'apply'),
    ...(due && { due }),
    ...(isWaiting && {
      heldBy: {
        party: 'host',
        since: rotation.appliedOn ?? dayIn(EASTERN, since),
      },
    }),
    ...(isOffered(rotation) && { done: true }),
    answers: [
      report({ type: 'offered', rotationId: id }, 'expiresOn'),
      report({ type: 'waitlisted', rotationId: id }),
      report({ type: 'rejected', rotationId: id }),
    ],
    inputs: [`${id}.dates`, `${id}.appliedOn`, `host.${rotation.host.institutionId}`],
  };
}

function accept(rotation: Rotation, host: Institution | undefined): Draft {
  const { id, offer } = rotation;
  const ends = offer && offerEnd(offer);
  const due = ends ?? termEnd(rotation, host, 'offerTerm');
  return {
    ...step(rotation, 'accept'),
    needs: need(rotation, 'host-answer'),
    ...(due && { due, hard: true }),
    // A term of the host's page may not be that of this offer.
    ...(ends && { lastDay: ends }),
    ...(isCommitted(rotation.stage) && { done: true }),
    answers: [
      report({ type: 'accepted', rotationId: id }),
      report({ type: 'withdrawn', rotationId: id }),
    ],
    inputs: [`${id}.offer`, `host.${rotation.host.institutionId}`],
  };
}

/** A host that states when its fee is due: within days of the offer or acceptance, or before the start. */
function payment(rotation: Rotation, host: Institution | undefined): Draft[] {
  const { id, dates } = rotation;
  const { paymentTerm, payment } = host?.offering.read ?? {};
  if (!paymentTerm && !payment) return [];
  const due =
    termEnd(rotation, host, 'paymentTerm') ?? (dates && statedDay(host, 'payment', dates).rule);
  return [
    {
      ...step(rotation, 'payment'),
      needs: need(rotation, paymentTerm?.from === 'offer' ? 'host-answer' : 'accept'),
      ...(due && { due, hard: true }),
      ...(reported(rotation, 'payment') === 'done' && { done: true }),
      answers: [stepReport(rotation, 'payment', 'done')],
      inputs: [`${id}.dates`, `${id}.offer`, `${id}.steps`, `host.${rotation.host.institutionId}`],
    },
  ];
}

/** Until the host says yes, the papers are one step; afterward each is a matter of its own (papers.ts). */
function documents(rotation: Rotation, host: Institution | undefined): Draft {
  const { id, dates } = rotation;
  const due = dates && documentsDeadline(rotation, dates, host);
  return {
    ...step(rotation, 'G14b'),
    needs: need(rotation, 'G6'),
    ...(due && { due }),
    ...(isCommitted(rotation.stage) && { done: true }),
    answers: [open('documents')],
    inputs: [`${id}.dates`, `host.${rotation.host.institutionId}`],
  };
}

function visaSteps(
  rotation: Rotation,
  { visaWaitDays }: Profile,
  host: Institution | undefined,
): Draft[] {
  const { id, dates, visaAppointmentOn } = rotation;
  const visa = rotation.checklist.find(({ kind }) => kind === 'visa');
  const inHand = visa?.status === 'cleared';
  const state = reported(rotation, 'visa-appointment');
  const isBooked =
    inHand || state === 'done' || visa?.heldBy === 'visa' || visaAppointmentOn !== undefined;
  const lastDay =
    dates &&
    dayDeadline(plusDays(dates.start, -ARRIVE_DAYS_BEFORE.last - 1), {
      ...ours('in hand the day before you fly at the latest'),
    });
  const isTooLate = lastDay && visaAppointmentOn && visaAppointmentOn > lastDay.day;
  const isHard = isCommitted(rotation.stage);
  const issuesForm = issuesVisaForm(host);
  const appointment: Draft = {
    ...step(rotation, 'G13'),
    savedBy: [idOf('started', id)],
    // Booked on a form and a fee: it waits for neither choice nor offer, unless the host must issue a form first.
    needs: need(rotation, ...(issuesForm ? ['accept'] : [])),
    hard: isHard,
    takes: { ...TAKES.G13, waitDays: visaWaitDays ?? WAIT_UNKNOWN_DAYS },
    ...(isBooked ? { done: true } : state === 'begun' && { begun: true }),
    answers: [
      report(
        { type: 'step-reported', rotationId: id, step: 'visa-appointment', state: 'done' },
        'appointmentOn',
      ),
      ...(state === 'begun' ? [] : [stepReport(rotation, 'visa-appointment', 'begun')]),
    ],
    inputs: [`${id}.dates`, 'profile.visaWaitDays', `${id}.steps`],
  };
  const passport: Draft = {
    ...step(rotation, 'visa'),
    // An appointment after the first day cannot be saved by waiting; only a rotation that started all the same says otherwise.
    ...((!isTooLate || isStartUnsure(rotation)) && { savedBy: [idOf('started', id)] }),
    needs: need(rotation, 'G13', 'accept'),
    hard: isHard,
    ...(lastDay && { due: lastDay, lastDay }),
    ...(inHand && { done: true }),
    ...(!inHand &&
      visa?.heldBy === 'visa' && {
        heldBy: { party: 'visa-office' as const, since: dayIn(EASTERN, rotation.since) },
      }),
    ...(!inHand && isTooLate && { impossible: true }),
    answers: [
      visa
        ? report({ type: 'document-updated', rotationId: id, kind: 'visa', status: 'cleared' })
        : open('documents'),
    ],
    inputs: [`${id}.dates`, `${id}.visaAppointmentOn`, `${id}.checklist`],
  };
  return [appointment, passport];
}

/** The permission to fly without a visa: nobody with a waiver is sent to a consulate. */
function esta(rotation: Rotation, held: Facts['documents']): Draft {
  const { id, dates } = rotation;
  const item = rotation.checklist.find(({ kind }) => kind === 'esta');
  const ends = latestOf(held, 'esta')?.expiresOn;
  const isValid = ends && dates ? ends >= dates.start : item?.status === 'cleared';
  return {
    ...step(rotation, 'esta'),
    savedBy: [idOf('started', id)],
    needs: need(rotation, 'accept'),
    hard: isCommitted(rotation.stage),
    ...(dates && {
      due: dayDeadline(
        plusDays(dates.start, -ESTA_DAYS_BEFORE),
        ours('two weeks before the first day; CBP wants 72 hours before the flight'),
      ),
      lastDay: dayDeadline(
        plusDays(dates.start, -ARRIVE_DAYS_BEFORE.last - 1),
        ours('approved before you fly'),
      ),
    }),
    ...(isValid && { done: true }),
    answers: [
      item
        ? report({ type: 'document-updated', rotationId: id, kind: 'esta', status: 'cleared' })
        : open('documents'),
    ],
    inputs: [`${id}.dates`, `${id}.checklist`, 'documents'],
  };
}

/** Where the host must first issue an I-20 or a DS-2019, booking waits for it. */
function issuesVisaForm(host: Institution | undefined): boolean {
  if (host?.offering.read?.visaIssued) return true;
  return host?.visaClasses?.every((each) => each === 'F-1' || each === 'J-1') ?? false;
}

function travel(rotation: Rotation): Draft[] {
  const { id, dates } = rotation;
  const travelStep = (rule: 'housing' | 'flight', daysBefore: number, why: string): Draft => {
    const state = reported(rotation, rule);
    return {
      ...step(rotation, rule),
      stake: rule === 'housing' ? 'comfort' : 'rotation',
      savedBy: [idOf('started', id)],
      ...(dates && {
        due: dayDeadline(plusDays(dates.start, -daysBefore), ours(why)),
        lastDay: dayDeadline(
          plusDays(dates.start, rule === 'housing' ? 0 : -ARRIVE_DAYS_BEFORE.last),
          ours(why),
        ),
      }),
      ...(state === 'done' ? { done: true } : state === 'begun' && { begun: true }),
      needs: need(rotation, ...(rule === 'housing' ? ['accept'] : ['visa', 'esta', 'accept'])),
      answers: [stepReport(rotation, rule, 'done')],
      inputs: [`${id}.dates`, `${id}.steps`],
    };
  };
  return [
    travelStep('housing', HOUSING_DAYS_BEFORE, 'found two weeks before the start'),
    travelStep('flight', ARRIVE_DAYS_BEFORE.safe, 'arrived three days before the start'),
  ];
}

function stepReport(rotation: Rotation, name: ReportedStep, state: 'begun' | 'done') {
  return report({ type: 'step-reported', rotationId: rotation.id, step: name, state });
}

function reported({ steps = [] }: Rotation, name: ReportedStep): 'begun' | 'done' | undefined {
  return steps.find(({ step: each }) => each === name)?.state;
}

export function hasApplied({ status }: Rotation): boolean {
  return status !== 'shortlisted' && status !== 'preparing';
}

function isOffered(rotation: Rotation): boolean {
  return rotation.status === 'offered' || isCommitted(rotation.stage);
}

/** The first day on which the host's answer is followed up: its decision day, else six weeks, and not too soon. */
export function followUpFrom(rotation: Rotation, host: Institution | undefined): Day | undefined {
  const applied = rotation.appliedOn ?? dayIn(EASTERN, rotation.since);
  const due = decisionDay(rotation, host);
  if (!due) return undefined;
  const again = rotation.followedUpOn && plusDays(rotation.followedUpOn, FOLLOW_UP_DAYS.again);
  return latest(plusDays(applied, FOLLOW_UP_DAYS.earliest), again ?? due.day);
}

/** Ours: nobody writes to a host sooner than two weeks after applying, nor again within three weeks. */
const FOLLOW_UP_DAYS = { earliest: 14, again: 21 };
