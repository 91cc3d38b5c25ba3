/** What happens during a rotation, and the two questions that only a person can answer. */
import { type Day, latest, plusDays } from '#shared/base/time/day.ts';
import type { Rotation, RotationDates } from '#shared/plan/facts/rotation.ts';
import { isCommitted, isFinished } from '#shared/plan/facts/stages.ts';
import { isClinical } from '#shared/plan/rotation/kind.ts';
import { midpointOf } from '#shared/plan/rotation/moments.ts';
import { open, report } from '../answer.ts';
import { dayDeadline } from '../deadline.ts';
import { type Draft, type Matter, matter } from '../matter.ts';

/** Our default: the guide's "near the end" is the last week, and "mid-rotation" begins two days before the middle. */
const LAST_WEEK_DAYS = 7;
const MIDDLE_DAYS = 2;

export function onRotationMatters(rotation: Rotation): Matter[] {
  const { dates, stage, confirmed = [] } = rotation;
  const hasEnded = confirmed.includes('ended');
  const hasStarted = hasEnded || confirmed.includes('started');
  // Anyone who has the letter was there.
  const isOver = hasEnded || stage === 'letter-received';
  return [
    ...(dates && isCommitted(stage)
      ? [
          tookPlace(rotation, 'started', dates.start, hasStarted),
          ...(isClinical(rotation) ? days(rotation, dates) : []),
        ]
      : []),
    ...(dates && (stage === 'rotate' || isFinished(stage))
      ? [tookPlace(rotation, 'ended', plusDays(dates.end, 1), isOver)]
      : []),
    ...(stage === 'closed' ? [] : ownTasks(rotation)),
  ].map((draft) => matter({ ...draft, about: { rotationId: rotation.id, ...draft.about } }));
}

/** Time alone proves nothing: on the first day, and after the last, we ask. Until then we assume that it goes as planned. */
function tookPlace(
  { id }: Rotation,
  happened: 'started' | 'ended',
  opens: Day,
  isDone: boolean,
): Draft {
  return {
    rule: happened,
    subject: id,
    kind: 'question',
    opens,
    ...(isDone && { done: true }),
    answers: [
      report({ type: 'took-place', rotationId: id, happened }),
      report({ type: 'dates-changed', rotationId: id }, 'dates'),
      report({ type: 'canceled-by-host', rotationId: id }),
      ...(happened === 'started' ? [report({ type: 'withdrawn', rotationId: id })] : []),
    ],
    inputs: [`${id}.dates`],
  };
}

function ownTasks({ id, ownTasks: tasks = [] }: Rotation): Draft[] {
  return tasks.map(({ dueOn, doneOn }, index) => ({
    rule: 'own-task',
    subject: `${id}/own-${index + 1}`,
    kind: 'step',
    about: { task: index + 1 },
    stake: 'comfort',
    due: dayDeadline(dueOn, { certainty: 'entered', source: 'the day you entered' }),
    ...(doneOn && { done: true }),
    answers: [report({ type: 'own-task-done', rotationId: id, task: index + 1 }), open('rotation')],
    inputs: [`${id}.ownTasks`],
  }));
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
      stake: 'comfort',
      opens: latest(dates.start, plusDays(middle, -MIDDLE_DAYS)),
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
      stake: 'comfort',
      opens: middle,
      due: dayDeadline(
        latest(middle, plusDays(dates.end, -LAST_WEEK_DAYS)),
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
