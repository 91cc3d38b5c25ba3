/** Forms of one press: a step of the path, a day of the host, and whether the rotation took place. */
import { hasApplied } from '#shared/agenda/matters/step.ts';
import type { Day } from '#shared/base/time/day.ts';
import type { Form } from '#shared/exchange/fields/field.ts';
import { entryPaperOf } from '#shared/plan/documents/entry-paper.ts';
import type { RotationEventType } from '#shared/plan/facts/events.ts';
import type { Profile } from '#shared/plan/facts/facts.ts';
import {
  type HostDayName,
  PLACE_QUESTIONS,
  REPORTED_STEPS,
  type ReportedStep,
  type Rotation,
} from '#shared/plan/facts/rotation.ts';
import { isCommitted } from '#shared/plan/facts/stages.ts';
import { dayOfQuestion } from '#shared/plan/moves/path.ts';
import { isClinical, isInUs } from '#shared/plan/rotation/kind.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import { HOST_DAY_WORDS, STEP_TITLES } from './choices.ts';
import { eventForm } from './form.ts';

const PATH_EVENTS = ['step-reported', 'host-day-entered', 'host-confirmed', 'took-place'] as const;
type PathEventType = (typeof PATH_EVENTS)[number];

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
  const { steps = [], hostDays, confirmed = [] } = rotation;
  switch (type) {
    case 'step-reported':
      return [
        ...stepsOf(rotation, profile, host).flatMap((step) => stepForms(step, rotation)),
        // A step that was reported by mistake.
        ...steps.map(({ step }) => stepForm(step, 'not-done')),
      ];
    case 'host-day-entered':
      return hostDaysOf(rotation).map((hostDay) =>
        eventForm(type, {
          title: HOST_DAY_WORDS[hostDay],
          hidden: { hostDay },
          values: { day: hostDays?.[hostDay] ?? '' },
        }),
      );
    case 'host-confirmed':
      return confirmed.includes('possible')
        ? []
        : [eventForm(type, { title: 'Can the host take you?' })];
    case 'took-place':
      return PLACE_QUESTIONS.filter((happened) => isAsked(happened, rotation, today)).map(
        (happened) =>
          eventForm(type, {
            ...TOOK_PLACE_WORDS[happened],
            hidden: { happened },
          }),
      );
  }
}

const STEP_BUTTONS: Readonly<Record<ReportedStep, string>> = {
  affiliation: 'The agreement is signed',
  payment: 'I paid the fee',
  'visa-appointment': 'I booked the appointment',
  housing: 'I found housing',
  flight: 'I booked a flight',
};

const TOOK_PLACE_WORDS = {
  started: { title: 'Did it start?', button: 'Yes, it started' },
  ended: { title: 'Did it take place?', button: 'Yes, it took place' },
} as const;

/** Asking one’s school is a report of its own: the agreement follows weeks later. */
function stepForms(step: ReportedStep, { steps = [] }: Rotation): Form[] {
  const done = stepForm(step, 'done');
  if (step !== 'affiliation' || steps.some((each) => each.step === step)) return [done];
  return [stepForm(step, 'begun'), { ...done, key: `${done.key}-done` }];
}

function stepForm(step: ReportedStep, state: 'begun' | 'done' | 'not-done'): Form {
  const title = STEP_TITLES[step];
  const words = {
    begun: {
      title: 'Ask your school for its agreement with the host',
      button: 'I have asked my school',
    },
    done: { title, button: STEP_BUTTONS[step] },
    'not-done': {
      title: `${title}: not done after all`,
      button: 'It is not done',
      text: 'The plan reminds you of it again.',
    },
  }[state];
  // Only a booked appointment has a day of its own.
  const noDay = state === 'done' && step === 'visa-appointment' ? {} : { appointmentOn: '' };
  return eventForm('step-reported', {
    ...(state === 'not-done' && { key: `step-reported.${step}-not` }),
    ...words,
    hidden: { step, state, ...noDay },
  });
}

function stepsOf(
  rotation: Rotation,
  { entry }: Profile,
  host: Institution | undefined,
): ReportedStep[] {
  if (!isInUs(rotation)) return [];
  const { affiliation, payment, paymentTerm } = host?.offering.read ?? {};
  const { steps = [], visaAppointmentOn } = rotation;
  const isNeeded: Readonly<Record<ReportedStep, boolean>> = {
    affiliation: !hasApplied(rotation) || affiliation !== undefined,
    payment: payment !== undefined || paymentTerm !== undefined,
    'visa-appointment': entryPaperOf(rotation, host, entry) === 'visa',
    housing: true,
    flight: true,
  };
  const isDone = (step: ReportedStep) =>
    steps.some((each) => each.step === step && each.state === 'done') &&
    (step !== 'visa-appointment' || visaAppointmentOn !== undefined);
  const isOfKind = (step: ReportedStep) => isClinical(rotation) || step === 'visa-appointment';
  return REPORTED_STEPS.filter((step) => isOfKind(step) && isNeeded[step] && !isDone(step));
}

function hostDaysOf(rotation: Rotation): HostDayName[] {
  if (!hasApplied(rotation)) return ['apply-by', 'decision'];
  return rotation.stage === 'apply' ? ['decision'] : ['documents-by'];
}

/** Nobody is asked whether something took place before its day. */
function isAsked(what: 'started' | 'ended', rotation: Rotation, today: Day): boolean {
  const { stage, confirmed = [] } = rotation;
  const day = dayOfQuestion(rotation, what);
  const isTime = what === 'ended' || isCommitted(stage);
  return isTime && !confirmed.includes(what) && day !== undefined && day <= today;
}
