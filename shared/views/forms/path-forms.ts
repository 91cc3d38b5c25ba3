/** Forms of one press: a step of the path, a day of the host, and whether the rotation took place. */
import { hasApplied } from '#shared/agenda/matters/step.ts';
import type { Day } from '#shared/base/time/day.ts';
import type { Form } from '#shared/exchange/fields/field.ts';
import { entryPaperOf } from '#shared/plan/documents/entry-paper.ts';
import type { RotationEventType } from '#shared/plan/facts/events.ts';
import type { Profile } from '#shared/plan/facts/facts.ts';
import type { HostDayName, ReportedStep, Rotation } from '#shared/plan/facts/rotation.ts';
import { isCommitted } from '#shared/plan/facts/stages.ts';
import { dayOfQuestion } from '#shared/plan/moves/path.ts';
import { isInUs } from '#shared/plan/rotation/kind.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import { eventForm } from './event-form.ts';

type PathEventType = Extract<
  RotationEventType,
  'step-reported' | 'host-day-entered' | 'host-confirmed' | 'took-place'
>;

const PATH_EVENTS: readonly PathEventType[] = [
  'step-reported',
  'host-day-entered',
  'host-confirmed',
  'took-place',
];

export function isPathEvent(type: RotationEventType): type is PathEventType {
  return PATH_EVENTS.some((each) => each === type);
}

/** @param host undefined for one that is not in the directory */
export function pathForms(
  type: PathEventType,
  rotation: Rotation,
  profile: Profile,
  host: Institution | undefined,
  today: Day,
): Form[] {
  switch (type) {
    case 'step-reported':
      return stepsOf(rotation, profile, host).flatMap((step) => stepForms(step, rotation));
    case 'host-day-entered':
      return hostDaysOf(rotation).map((what) =>
        eventForm(type, {
          key: `${type}.${what}`,
          title: HOST_DAY_WORDS[what],
          hidden: { hostDay: what },
          values: { day: rotation.hostDays?.[what] ?? '' },
        }),
      );
    case 'host-confirmed':
      return rotation.confirmed?.includes('possible')
        ? []
        : [eventForm(type, { title: 'Can the host take you?' })];
    case 'took-place':
      return questionsOf(rotation, today).map((what) =>
        eventForm(type, {
          key: `${type}.${what}`,
          title: TOOK_PLACE_WORDS[what].title,
          button: TOOK_PLACE_WORDS[what].button,
          hidden: { happened: what },
        }),
      );
  }
}

const STEP_WORDS: Readonly<Record<ReportedStep, { title: string; button: string }>> = {
  affiliation: {
    title: 'Agreement between your school and the host',
    button: 'The agreement is signed',
  },
  payment: { title: 'The host’s fee', button: 'I paid the fee' },
  'visa-appointment': { title: 'Visa appointment', button: 'I booked the appointment' },
  housing: { title: 'Housing', button: 'I found housing' },
  flight: { title: 'Flight', button: 'I booked a flight' },
};

const HOST_DAY_WORDS: Readonly<Record<HostDayName, string>> = {
  'apply-by': 'The host’s last day to apply',
  decision: 'The day on which the host answers',
  'documents-by': 'The host’s last day for documents',
};

const TOOK_PLACE_WORDS = {
  started: { title: 'Did it start?', button: 'Yes, it started' },
  ended: { title: 'Did it take place?', button: 'Yes, it took place' },
} as const;

/** Asking one’s school is a report of its own: the agreement follows weeks later. */
function stepForms(step: ReportedStep, { steps = [] }: Rotation): Form[] {
  const isAsked = steps.some((each) => each.step === step);
  if (step !== 'affiliation' || isAsked) return [stepForm(step)];
  const asked = eventForm('step-reported', {
    key: `step-reported.${step}`,
    title: STEP_WORDS[step].title,
    button: 'I have asked my school',
    hidden: { step, state: 'begun', appointmentOn: '' },
  });
  return [asked, { ...stepForm(step), key: `step-reported.${step}-done` }];
}

function stepForm(step: ReportedStep): Form {
  const { title, button } = STEP_WORDS[step];
  // Only an appointment has a day of its own.
  const noDay = step === 'visa-appointment' ? {} : { appointmentOn: '' };
  return eventForm('step-reported', {
    key: `step-reported.${step}`,
    title,
    button,
    hidden: { step, state: 'done', ...noDay },
  });
}

function stepsOf(
  rotation: Rotation,
  profile: Profile,
  host: Institution | undefined,
): ReportedStep[] {
  if (!isInUs(rotation)) return [];
  const { affiliation, payment, paymentTerm } = host?.offering.read ?? {};
  const done = (rotation.steps ?? []).filter(({ state }) => state === 'done');
  const steps: ReportedStep[] = [
    ...(hasApplied(rotation) && !affiliation ? [] : (['affiliation'] as const)),
    ...(payment || paymentTerm ? (['payment'] as const) : []),
    ...(entryPaperOf(rotation, host, profile.entry) === 'visa'
      ? (['visa-appointment'] as const)
      : []),
    'housing',
    'flight',
  ];
  return steps.filter(
    (step) =>
      !done.some((each) => each.step === step) ||
      (step === 'visa-appointment' && !rotation.visaAppointmentOn),
  );
}

function hostDaysOf(rotation: Rotation): HostDayName[] {
  if (!hasApplied(rotation)) return ['apply-by', 'decision'];
  return rotation.stage === 'apply' ? ['decision'] : ['documents-by'];
}

/** Nobody is asked whether something took place before its day. */
function questionsOf(rotation: Rotation, today: Day): ('started' | 'ended')[] {
  const { stage, confirmed = [] } = rotation;
  const asked = isCommitted(stage) ? (['started', 'ended'] as const) : (['ended'] as const);
  return asked.filter((what) => {
    const day = dayOfQuestion(rotation, what);
    return !confirmed.includes(what) && day !== undefined && day <= today;
  });
}
