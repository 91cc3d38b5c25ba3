/** What has not been entered yet, and what only an answer can decide. A question is never late. */
import { type Day, earliest, plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { entryPaperOf, interviewOn, onOneVisa } from '#shared/plan/documents/entry-paper.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isClinical, isInUs } from '#shared/plan/rotation/kind.ts';
import { byStart } from '#shared/plan/rotation/moments.ts';
import { type Answer, open, report } from '../answer.ts';
import { type Draft, type Matter, matter, ofRotation, type View } from '../matter.ts';
import { isInterviewTight, isVisaBooked } from './arrival.ts';
import type { Refusals } from './gates.ts';
import { isApplyDayUnknown } from './host-days.ts';
import { followUpFrom } from './path.ts';
import { hasApplied, isAhead, stepReport } from './step.ts';

export function questionMatters(view: View, refused: Refusals): Matter[] {
  const { facts } = view;
  return [
    ...entryQuestions(view, refused),
    ...facts.rotations
      .filter(isAhead)
      .flatMap((rotation) => rotationQuestions(rotation, view, refused.get(rotation.id))),
  ].map(matter);
}

/** How one enters, and then how long a visa takes: for rotations that a host may still take. */
function entryQuestions({ world, facts }: View, refused: Refusals): Draft[] {
  const { profile, rotations } = facts;
  const toUs = rotations.filter((each) => isAhead(each) && isInUs(each) && !refused.has(each.id));
  if (profile.entry === undefined) return ofProfile('entry', toUs);
  if (profile.visaWaitDays !== undefined) return [];
  // The wait says when to book: with the appointment there is nothing left to book.
  const byVisa = toUs.filter((rotation) => {
    const host = world.host(rotation.host.institutionId, rotation.mode);
    return (
      entryPaperOf(rotation, host, profile.entry) === 'visa' &&
      !onOneVisa(rotation, facts, world).some(isVisaBooked) &&
      !interviewOn(rotation, facts, world)
    );
  });
  return ofProfile('visa-wait', byVisa);
}

function ofProfile(rule: 'entry' | 'visa-wait', rotations: readonly Rotation[]): Draft[] {
  const [first, ...others] = rotations.map(askedFrom);
  if (!first) return [];
  return [
    {
      rule,
      subject: 'plan',
      kind: 'question',
      about: { rotationIds: rotations.map(({ id }) => id) },
      opens: earliest(first, ...others),
      answers: [open('profile')],
    },
  ];
}

/** @param refusals of its host: before they are resolved nobody asks it for a day */
function rotationQuestions(
  rotation: Rotation,
  { world, facts }: View,
  refusals: readonly Matter[] = [],
): Draft[] {
  const { profile } = facts;
  const { id, status, dates, offer, steps = [], checklist } = rotation;
  const visaAppointmentOn = interviewOn(rotation, facts, world);
  const host = world.host(rotation.host.institutionId, rotation.mode);
  const isWaiting = status === 'submitted' || status === 'waitlisted';
  const booked = steps.find(({ step, state }) => step === 'visa-appointment' && state === 'done');
  const wasInterviewed = checklist.some(
    ({ kind, status: each, heldBy }) =>
      kind === 'visa' && (each === 'cleared' || heldBy === 'visa'),
  );
  const from = isWaiting ? followUpFrom(rotation, host) : undefined;
  const { entry, entryUntil } = profile;
  const endsEarly = entry === 'in-us' && entryUntil && dates && entryUntil < dates.end;
  // One interview is one question, asked with the first rotation that it endangers.
  const isOfEarlier = facts.rotations.some(
    (each) =>
      isAhead(each) &&
      byStart(each, rotation) < 0 &&
      isInterviewTight(each, visaAppointmentOn) &&
      interviewOn(each, facts, world) === visaAppointmentOn,
  );
  const isTight = isInterviewTight(rotation, visaAppointmentOn) && !isOfEarlier;
  const asksInterview =
    ((booked && !visaAppointmentOn) || isTight) &&
    !wasInterviewed &&
    entryPaperOf(rotation, host, entry) === 'visa';
  const asked: Draft[] = [];
  const ask = (rule: string, answers: Answer[], rest: Partial<Draft> = {}) =>
    asked.push({
      ...ofRotation(rotation, rule, 'question'),
      opens: askedFrom(rotation),
      answers,
      ...rest,
    });
  if (endsEarly && isInUs(rotation)) ask('entry-until', [open('profile')]);
  if (!dates) ask('dates', [report({ type: 'dates-changed', rotationId: id }, 'dates')]);
  if (!hasApplied(rotation) && isClinical(rotation) && isApplyDayUnknown(rotation, host)) {
    const event = { type: 'host-day-entered', rotationId: id, hostDay: 'apply-by' } as const;
    ask('apply-by', [report(event, 'day')], { needs: refusals.map((each) => each.id) });
  }
  const offered = report({ type: 'offered', rotationId: id }, 'expiresOn');
  if (from) {
    const answers = [
      offered,
      ...(status === 'submitted' ? [report({ type: 'waitlisted', rotationId: id })] : []),
      report({ type: 'rejected', rotationId: id }),
      report({ type: 'followed-up', rotationId: id }),
    ];
    ask('follow-up', answers, { opens: from.day, opensBy: from });
  }
  if (status === 'offered' && !offer)
    ask('offer-end', [offered], { opens: dayIn(EASTERN, rotation.since) });
  if (asksInterview)
    ask('appointment-day', [stepReport(rotation, 'visa-appointment', 'done', 'appointmentOn')], {
      opens: booked?.on ?? askedFrom(rotation),
      until: visaAppointmentOn && plusDays(visaAppointmentOn, -1),
    });
  return asked;
}

/** A later stage repeats no question. */
function askedFrom({ addedOn, since }: Rotation): Day {
  return addedOn ?? dayIn(EASTERN, since);
}
