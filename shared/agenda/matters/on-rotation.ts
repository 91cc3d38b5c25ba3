/** What happens while a rotation goes on, and the two questions that only a person can answer. */
import { plusDays } from '#shared/base/time/day.ts';
import type { Rotation, RotationDates } from '#shared/plan/facts/rotation.ts';
import { isCommitted, isFinished } from '#shared/plan/facts/stages.ts';
import { midpointOf } from '#shared/plan/rotation/moments.ts';
import { open, report } from '../answer.ts';
import { dayDeadline } from '../deadline.ts';
import { type Draft, type Matter, matter } from '../matter.ts';

/** Ours: the guide's "near the end" is the last week, and "mid-rotation" begins two days before the middle. */
const LAST_WEEK_DAYS = 7;
const MIDDLE_DAYS = 2;

export function onRotationMatters(rotation: Rotation): Matter[] {
  const { dates, stage } = rotation;
  if (!dates) return [];
  return [
    ...(isCommitted(stage) ? [startQuestion(rotation, dates), ...days(rotation, dates)] : []),
    ...(stage === 'rotate' || isFinished(stage) ? [endQuestion(rotation, dates)] : []),
  ].map((draft) => matter({ ...draft, about: { rotationId: rotation.id, ...draft.about } }));
}

/** Time asserts nothing: on the first day we ask. Until then it is taken as planned. */
function startQuestion(rotation: Rotation, { start }: RotationDates): Draft {
  const { id, confirmed = [] } = rotation;
  return {
    rule: 'started',
    subject: id,
    kind: 'question',
    whose: 'applicant',
    stake: 'rotation',
    opens: start,
    ...((confirmed.includes('started') || confirmed.includes('ended')) && { done: true }),
    answers: [
      report({ type: 'took-place', rotationId: id, happened: 'started' }),
      report({ type: 'dates-changed', rotationId: id }, 'dates'),
      report({ type: 'canceled-by-host', rotationId: id }),
      report({ type: 'withdrawn', rotationId: id }),
    ],
    inputs: [`${id}.dates`],
  };
}

function endQuestion(rotation: Rotation, { end }: RotationDates): Draft {
  const { id, stage, confirmed = [] } = rotation;
  return {
    rule: 'ended',
    subject: id,
    kind: 'question',
    whose: 'applicant',
    stake: 'rotation',
    opens: plusDays(end, 1),
    // A person who has the letter was there.
    ...((confirmed.includes('ended') || stage === 'letter-received') && { done: true }),
    answers: [
      report({ type: 'took-place', rotationId: id, happened: 'ended' }),
      report({ type: 'dates-changed', rotationId: id }, 'dates'),
      report({ type: 'canceled-by-host', rotationId: id }),
    ],
    inputs: [`${id}.dates`],
  };
}

function days(rotation: Rotation, dates: RotationDates): Draft[] {
  const { id, feedback, mentor, talkedOn, letters, tasks = [] } = rotation;
  const entered = (source: string) => ({ certainty: 'entered' as const, source });
  const middle = midpointOf(dates);
  return [
    {
      rule: 'G15b',
      subject: id,
      kind: 'step',
      whose: 'applicant',
      stake: 'comfort',
      opens: plusDays(middle, -MIDDLE_DAYS),
      due: dayDeadline(middle, entered('the middle of the rotation, by its dates as entered')),
      until: dates.end,
      ...(feedback && { done: true }),
      answers: [report({ type: 'feedback-given', rotationId: id }, 'mood')],
      inputs: [`${id}.dates`],
    },
    {
      rule: 'G18',
      subject: `${id}/mentor`,
      kind: 'step',
      whose: 'applicant',
      stake: 'comfort',
      opens: middle,
      due: dayDeadline(
        plusDays(dates.end, -LAST_WEEK_DAYS),
        entered('a week before the last day, as entered; “near the end” is the guide’s'),
      ),
      until: dates.end,
      ...((talkedOn ?? mentor ?? letters.find(({ status }) => status !== 'declined')) && {
        done: true,
      }),
      answers: [
        report({ type: 'mentor-named', rotationId: id }, 'mentor'),
        report({ type: 'talk-held', rotationId: id }, 'on'),
      ],
      inputs: [`${id}.dates`],
    },
    ...tasks.map(
      ({ assignedOn, doneOn }, index): Draft => ({
        rule: 'G19',
        subject: `${id}/task-${index + 1}`,
        kind: 'step',
        about: { task: index + 1 },
        whose: 'applicant',
        stake: 'comfort',
        opens: assignedOn,
        due: dayDeadline(
          plusDays(assignedOn, 1),
          entered('the day after it was given, as entered'),
        ),
        until: dates.end,
        ...(doneOn && { done: true }),
        answers: [report({ type: 'task-done', rotationId: id, task: index + 1 }), open('rotation')],
        inputs: [`${id}.tasks`],
      }),
    ),
  ];
}
