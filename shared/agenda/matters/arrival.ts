/** The way to the first day once the host has accepted: visa or ESTA, housing, and flight. */
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { entryPaperOf, issuesVisaForm, visaLastDay } from '#shared/plan/documents/entry-paper.ts';
import { latestOf } from '#shared/plan/documents/judge.ts';
import type { ChecklistItem } from '#shared/plan/facts/document.ts';
import type { Facts, Profile } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isCommitted } from '#shared/plan/facts/stages.ts';
import { isStartUnsure } from '#shared/plan/rotation/on-plan.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import { type Answer, open, report } from '../answer.ts';
import { ours } from '../deadline.ts';
import type { Draft } from '../matter.ts';
import { need, progressOf, reported, step, stepReport } from './step.ts';
import { TAKES, WAIT_UNKNOWN_DAYS } from './step-times.ts';

/** Our default: arriving later is not safe, and later than the day before the start is too late. */
const ARRIVE_DAYS_BEFORE = { safe: 3, last: 1 };
/** Our default: an ESTA that is refused can still be discussed with the host. */
const ESTA_DAYS_BEFORE = 14;
/** Our default: housing found later costs more than it should. */
const HOUSING_DAYS_BEFORE = 14;

/**
 * @param together the rotations that one visa serves, the earliest first
 * @param visaAppointmentOn the interview that serves this rotation, accepted or not
 */
export function entrySteps(
  rotation: Rotation,
  together: readonly Rotation[],
  { profile, documents }: Facts,
  host: Institution | undefined,
  visaAppointmentOn: Day | undefined,
): Draft[] {
  const paper = entryPaperOf(rotation, host, profile.entry);
  if (paper === 'esta') return [esta(rotation, documents)];
  return paper === 'visa' && together[0] === rotation
    ? visaSteps(rotation, together, profile, host, visaAppointmentOn)
    : [];
}

/** Asked for with the earliest of the rotations that it serves, and never twice. */
function visaSteps(
  rotation: Rotation,
  together: readonly Rotation[],
  { visaWaitDays }: Profile,
  host: Institution | undefined,
  visaAppointmentOn: Day | undefined,
): Draft[] {
  const { id: rotationId, dates } = rotation;
  const inHand = itemOf(rotation, 'visa')?.status === 'cleared';
  const atConsulate = together
    .map((each) => itemOf(each, 'visa'))
    .find((each) => each?.heldBy === 'visa');
  const hasBegun = together.some((each) => reported(each, 'visa-appointment') === 'begun');
  const isBooked = together.some(isVisaBooked) || visaAppointmentOn !== undefined;
  const lastDay = dates && ours(visaLastDay(dates), 'in hand the day before you fly at the latest');
  const isTooLate = lastDay && visaAppointmentOn && visaAppointmentOn > lastDay.day;
  const common = {
    about: {
      rotationId,
      ...(together.length > 1 && { rotationIds: together.map(({ id }) => id) }),
    },
    hard: isCommitted(rotation.stage),
  };
  const appointment: Draft = {
    ...step(rotation, 'G13'),
    ...common,
    savedBy: need(rotation, 'started'),
    // Booked on a form and a fee: it waits for neither choice nor offer, unless the host must issue a form first.
    needs: issuesVisaForm(host) ? need(rotation, 'accept') : [],
    takes: { ...TAKES.G13, waitDays: visaWaitDays ?? WAIT_UNKNOWN_DAYS },
    done: isBooked,
    begun: !isBooked && hasBegun,
    answers: [
      stepReport(rotation, 'visa-appointment', 'done', 'appointmentOn'),
      ...(hasBegun ? [] : [stepReport(rotation, 'visa-appointment', 'begun')]),
    ],
  };
  const passport: Draft = {
    ...step(rotation, 'visa'),
    ...common,
    // An appointment after the first day cannot be saved by waiting; only a rotation that started all the same says otherwise.
    savedBy: isTooLate && !isStartUnsure(rotation) ? [] : need(rotation, 'started'),
    needs: need(rotation, 'G13', 'accept'),
    due: lastDay,
    lastDay,
    done: inHand,
    // Nobody begins before the day of the interview.
    begun: !inHand && visaAppointmentOn !== undefined,
    ...(!inHand &&
      atConsulate && {
        heldBy: {
          party: 'visa',
          since: atConsulate.since ?? dayIn(EASTERN, rotation.since),
        },
      }),
    impossible: !inHand && isTooLate,
    answers: [clearedReport(rotation, 'visa')],
  };
  return [appointment, passport];
}

export function isVisaBooked(rotation: Rotation): boolean {
  const visa = itemOf(rotation, 'visa');
  return (
    visa?.status === 'cleared' ||
    visa?.heldBy === 'visa' ||
    rotation.visaAppointmentOn !== undefined ||
    reported(rotation, 'visa-appointment') === 'done'
  );
}

/** An interview after which the passport may come too late, though it can come in time. */
export function isInterviewTight({ dates }: Rotation, visaAppointmentOn: Day | undefined): boolean {
  if (!dates || !visaAppointmentOn) return false;
  const last = visaLastDay(dates);
  const safe = plusDays(last, -TAKES.visa.workDays - TAKES.visa.waitDays);
  return safe < visaAppointmentOn && visaAppointmentOn <= last;
}

/** The permission to fly without a visa: nobody with a waiver is sent to a consulate. */
function esta(rotation: Rotation, held: Facts['documents']): Draft {
  const { dates } = rotation;
  const ends = latestOf(held, 'esta')?.expiresOn;
  return {
    ...step(rotation, 'esta'),
    savedBy: need(rotation, 'started'),
    needs: need(rotation, 'accept'),
    hard: isCommitted(rotation.stage),
    ...(dates && {
      due: ours(
        plusDays(dates.start, -ESTA_DAYS_BEFORE),
        'two weeks before the first day; CBP wants 72 hours before the flight',
      ),
      lastDay: ours(visaLastDay(dates), 'approved before you fly'),
    }),
    done: ends && dates ? ends >= dates.start : itemOf(rotation, 'esta')?.status === 'cleared',
    answers: [clearedReport(rotation, 'esta')],
  };
}

function itemOf({ checklist }: Rotation, paper: 'visa' | 'esta'): ChecklistItem | undefined {
  return checklist.find(({ kind }) => kind === paper);
}

/** Where the host's list lacks it, it is added there first. */
function clearedReport(rotation: Rotation, kind: 'visa' | 'esta'): Answer {
  return itemOf(rotation, kind)
    ? report({ type: 'document-updated', rotationId: rotation.id, kind, status: 'cleared' })
    : open('documents');
}

export function travel(rotation: Rotation, [first = rotation]: readonly Rotation[]): Draft[] {
  const { dates } = rotation;
  const day = (before: number, why: string) => dates && ours(plusDays(dates.start, -before), why);
  const travelStep = (rule: 'housing' | 'flight'): Draft => ({
    ...step(rotation, rule),
    savedBy: need(rotation, 'started'),
    ...progressOf(rotation, rule),
    answers: [stepReport(rotation, rule, 'done')],
  });
  const found = 'found two weeks before the start';
  const arrived = 'arrived three days before the start';
  return [
    {
      ...travelStep('housing'),
      stake: 'comfort',
      needs: need(rotation, 'accept'),
      due: day(HOUSING_DAYS_BEFORE, found),
      lastDay: day(0, found),
    },
    {
      ...travelStep('flight'),
      needs: [...need(first, 'visa'), ...need(rotation, 'esta', 'accept')],
      due: day(ARRIVE_DAYS_BEFORE.safe, arrived),
      lastDay: day(ARRIVE_DAYS_BEFORE.last, arrived),
    },
  ];
}
