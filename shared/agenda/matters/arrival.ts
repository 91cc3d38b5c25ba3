/** The way to the first day once the host has accepted: visa or ESTA, housing, and flight. */
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { entryPaperOf } from '#shared/plan/documents/entry-paper.ts';
import { latestOf } from '#shared/plan/documents/judge.ts';
import type { Facts, Profile } from '#shared/plan/facts/facts.ts';
import type { Rotation, RotationDates } from '#shared/plan/facts/rotation.ts';
import { isCommitted } from '#shared/plan/facts/stages.ts';
import { isStartUnsure } from '#shared/plan/rotation/on-plan.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import { open, report } from '../answer.ts';
import { dayDeadline, ours } from '../deadline.ts';
import { type Draft, idOf } from '../matter.ts';
import { need, reported, step, stepReport } from './step.ts';
import { TAKES, WAIT_UNKNOWN_DAYS } from './step-times.ts';

/** Ours: arriving later is not safe, and later than the day before the start is too late. */
const ARRIVE_DAYS_BEFORE = { safe: 3, last: 1 };
/** Ours: an ESTA that is refused can still be discussed with the host. */
const ESTA_DAYS_BEFORE = 14;
/** Ours: housing found later costs more than it should. */
const HOUSING_DAYS_BEFORE = 14;

export function entrySteps(
  rotation: Rotation,
  { profile, documents: held }: Facts,
  host: Institution | undefined,
): Draft[] {
  const paper = entryPaperOf(rotation, host, profile.entry);
  if (paper === 'visa') return visaSteps(rotation, profile, host);
  return paper === 'esta' ? [esta(rotation, held)] : [];
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
  const lastDay =
    dates && dayDeadline(visaLastDay(dates), ours('in hand the day before you fly at the latest'));
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
    ...(isVisaBooked(rotation) ? { done: true } : state === 'begun' && { begun: true }),
    answers: [
      stepReport(rotation, 'visa-appointment', 'done', 'appointmentOn'),
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
    // Nobody begins before the day of the interview.
    ...(inHand ? { done: true } : visaAppointmentOn && { begun: true }),
    ...(!inHand &&
      visa?.heldBy === 'visa' && {
        heldBy: {
          party: 'visa-office' as const,
          since: visa.since ?? dayIn(EASTERN, rotation.since),
        },
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

export function isVisaBooked(rotation: Rotation): boolean {
  const visa = rotation.checklist.find(({ kind }) => kind === 'visa');
  return (
    visa?.status === 'cleared' ||
    visa?.heldBy === 'visa' ||
    rotation.visaAppointmentOn !== undefined ||
    reported(rotation, 'visa-appointment') === 'done'
  );
}

function visaLastDay({ start }: RotationDates): Day {
  return plusDays(start, -ARRIVE_DAYS_BEFORE.last - 1);
}

/** An interview after which the passport may come too late, though it can come in time. */
export function isInterviewTight({ dates, visaAppointmentOn }: Rotation): boolean {
  if (!dates || !visaAppointmentOn) return false;
  const last = visaLastDay(dates);
  const safe = plusDays(last, -TAKES.visa.workDays - TAKES.visa.waitDays);
  return safe < visaAppointmentOn && visaAppointmentOn <= last;
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

export function travel(rotation: Rotation): Draft[] {
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
