/** What happens during a rotation, and the two questions that only a person can answer. */
import { type Day, latest, plusDays } from '#shared/base/time/day.ts';
import type { Rotation, RotationDates } from '#shared/plan/facts/rotation.ts';
import { isCommitted, isFinished } from '#shared/plan/facts/stages.ts';
import { isClinical } from '#shared/plan/rotation/kind.ts';
import { midpointOf } from '#shared/plan/rotation/moments.ts';
import { open, report } from '../answer.ts';
import { entered } from '../deadline.ts';
import { type Draft, type Matter, matter, ofRotation } from '../matter.ts';

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
  ].map(matter);
}

/** Time alone proves nothing: on the first day, and after the last, we ask. Until then we assume that it goes as planned. */
function tookPlace(
  rotation: Rotation,
  happened: 'started' | 'ended',
  opens: Day,
  isDone: boolean,
): Draft {
  const rotationId = rotation.id;
  return {
    ...ofRotation(rotation, happened, 'question'),
    opens,
    done: isDone,
    answers: [
      report({ type: 'took-place', rotationId, happened }),
      report({ type: 'dates-changed', rotationId }, 'dates'),
      report({ type: 'canceled-by-host', rotationId }),
      ...(happened === 'started' ? [report({ type: 'withdrawn', rotationId })] : []),
    ],
  };
}

function ownTasks(rotation: Rotation): Draft[] {
  const { id: rotationId, ownTasks: tasks = [] } = rotation;
  return tasks.map(({ dueOn, doneOn }, index) => {
    const task = index + 1;
    return {
      ...comfort(rotation, 'own-task', `own-${task}`),
      about: { rotationId, task },
      due: entered(dueOn, 'the day you entered'),
      done: doneOn !== undefined,
      answers: [report({ type: 'own-task-done', rotationId, task }), open('rotation')],
    };
  });
}

function days(rotation: Rotation, dates: RotationDates): Draft[] {
  const { id: rotationId, feedback, mentor, talkedOn, letters, tasks = [] } = rotation;
  const until = dates.end;
  const middle = midpointOf(dates);
  // Afterward there is nobody there to ask, so what is late waits less.
  const lastDay = entered(dates.end, 'the last day of the rotation, as entered');
  return [
    {
      ...comfort(rotation, 'G15b'),
      opens: latest(dates.start, plusDays(middle, -MIDDLE_DAYS)),
      due: entered(middle, 'the middle of the rotation, by its dates as entered'),
      until,
      done: feedback !== undefined,
      answers: [report({ type: 'feedback-given', rotationId }, 'mood')],
    },
    {
      ...comfort(rotation, 'G18', 'mentor'),
      opens: middle,
      due: entered(
        latest(middle, plusDays(dates.end, -LAST_WEEK_DAYS)),
        'a week before the last day, as entered; “near the end” is the guide’s',
      ),
      until,
      lastDay,
      done: Boolean(talkedOn ?? mentor ?? letters.find(({ status }) => status !== 'declined')),
      answers: [
        report({ type: 'mentor-named', rotationId }, 'mentor'),
        report({ type: 'talk-held', rotationId }, 'on'),
      ],
    },
    ...tasks.map(({ assignedOn, doneOn }, index): Draft => {
      const task = index + 1;
      return {
        ...comfort(rotation, 'G19', `task-${task}`),
        about: { rotationId, task },
        opens: assignedOn,
        due: entered(plusDays(assignedOn, 1), 'the day after it was given, as entered'),
        until,
        lastDay,
        done: doneOn !== undefined,
        answers: [report({ type: 'task-done', rotationId, task }), open('rotation')],
      };
    }),
  ];
}

function comfort(rotation: Rotation, rule: string, part?: string): Draft {
  return { ...ofRotation(rotation, rule, 'step', part), stake: 'comfort' };
}
