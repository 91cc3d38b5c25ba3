/** The way to the first day once the host has accepted: visa or ESTA, housing, and flight. */
import { plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import {
  entryPaperOf,
  issuesVisaForm,
  onOneVisa,
  visaLastDay,
} from '#shared/plan/documents/entry-paper.ts';
import { latestOf } from '#shared/plan/documents/judge.ts';
import type { ChecklistItem } from '#shared/plan/facts/document.ts';
import type { Facts, Profile } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isCommitted } from '#shared/plan/facts/stages.ts';
import { isStartUnsure } from '#shared/plan/rotation/on-plan.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import { open, report } from '../answer.ts';
import { dayDeadline, ours } from '../deadline.ts';
import { type Draft, idOf, type View } from '../matter.ts';
import { need, reported, step, stepReport } from './step.ts';
import { TAKES, WAIT_UNKNOWN_DAYS } from './step-times.ts';

/** Our default: arriving later is not safe, and later than the day before the start is too late. */
const ARRIVE_DAYS_BEFORE = { safe: 3, last: 1 };
/** Our default: an ESTA that is refused can still be discussed with the host. */
const ESTA_DAYS_BEFORE = 14;
/** Our default: housing found later costs more than it should. */
const HOUSING_DAYS_BEFORE = 14;

export function entrySteps(
  rotation: Rotation,
  { facts, world }: View,
  host: Institution | undefined,
): Draft[] {
  const paper = entryPaperOf(rotation, host, facts.profile.entry);
  if (paper === 'esta') return [esta(rotation, facts.documents)];
  const together = onOneVisa(rotation, facts, world);
  return paper === 'visa' && together[0] === rotation
    ? visaSteps(rotation, together, facts.profile, host)
    : [];
}

/** Asked for with the earliest of the rotations that it serves, and never twice. */
function visaSteps(
  rotation: Rotation,
  together: readonly Rotation[],
  { visaWaitDays }: Profile,
  host: Institution | undefined,
): Draft[] {
  const { id, dates } = rotation;
  const visaAppointmentOn = together.find((each) => each.visaAppointmentOn)?.visaAppointmentOn;
  const visa = visaOf(rotation);
  const atConsulate = together.map(visaOf).find((each) => each?.heldBy === 'visa');
  const inHand = visa?.status === 'cleared';
  const isBegun = together.some((each) => reported(each, 'visa-appointment') === 'begun');
  const lastDay =
    dates && dayDeadline(visaLastDay(dates), ours('in hand the day before you fly at the latest'));
  const isTooLate = lastDay && visaAppointmentOn && visaAppointmentOn > lastDay.day;
  const isHard = isCommitted(rotation.stage);
  const about = {
    rotationId: id,
    ...(together.length > 1 && { rotationIds: together.map((each) => each.id) }),
  };
  const inputsOf = (of: string) => together.map((each) => `${each.id}.${of}`);
  const appointment: Draft = {
    ...step(rotation, 'G13'),
    about,
    savedBy: [idOf('started', id)],
    // Booked on a form and a fee: it waits for neither choice nor offer, unless the host must issue a form first.
    needs: need(rotation, ...(issuesVisaForm(host) ? ['accept'] : [])),
    hard: isHard,
    takes: { ...TAKES.G13, waitDays: visaWaitDays ?? WAIT_UNKNOWN_DAYS },
    ...(together.some(isVisaBooked) ? { done: true } : isBegun && { begun: true }),
    answers: [
      stepReport(rotation, 'visa-appointment', 'done', 'appointmentOn'),
      ...(isBegun ? [] : [stepReport(rotation, 'visa-appointment', 'begun')]),
    ],
    inputs: ['profile.visaWaitDays', ...inputsOf('dates'), ...inputsOf('steps')],
  };
  const passport: Draft = {
    ...step(rotation, 'visa'),
    about,
    // An appointment after the first day cannot be saved by waiting; only a rotation that started all the same says otherwise.
    ...((!isTooLate || isStartUnsure(rotation)) && { savedBy: [idOf('started', id)] }),
    needs: need(rotation, 'G13', 'accept'),
    hard: isHard,
    ...(lastDay && { due: lastDay, lastDay }),
    // Nobody begins before the day of the interview.
    ...(inHand ? { done: true } : visaAppointmentOn && { begun: true }),
    ...(!inHand &&
      atConsulate && {
        heldBy: {
          party: 'visa-office' as const,
          since: atConsulate.since ?? dayIn(EASTERN, rotation.since),
        },
      }),
    ...(!inHand && isTooLate && { impossible: true }),
    answers: [
      visa
        ? report({ type: 'document-updated', rotationId: id, kind: 'visa', status: 'cleared' })
        : open('documents'),
    ],
    inputs: [...inputsOf('dates'), ...inputsOf('visaAppointmentOn'), ...inputsOf('checklist')],
  };
  return [appointment, passport];
}

function visaOf({ checklist }: Rotation): ChecklistItem | undefined {
  return checklist.find(({ kind }) => kind === 'visa');
}

export function isVisaBooked(rotation: Rotation): boolean {
  const visa = visaOf(rotation);
  return (
    visa?.status === 'cleared' ||
    visa?.heldBy === 'visa' ||
    rotation.visaAppointmentOn !== undefined ||
    reported(rotation, 'visa-appointment') === 'done'
  );
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

export function travel(rotation: Rotation, { facts, world }: View): Draft[] {
  const { id, dates } = rotation;
  const [first = rotation] = onOneVisa(rotation, facts, world);
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
      needs:
        rule === 'housing'
          ? need(rotation, 'accept')
          : [...need(first, 'visa'), ...need(rotation, 'esta', 'accept')],
      answers: [stepReport(rotation, rule, 'done')],
      inputs: [`${id}.dates`, `${id}.steps`],
    };
  };
  return [
    travelStep('housing', HOUSING_DAYS_BEFORE, 'found two weeks before the start'),
    travelStep('flight', ARRIVE_DAYS_BEFORE.safe, 'arrived three days before the start'),
  ];
}
