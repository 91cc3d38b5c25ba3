import { plusDays } from '#shared/base/time/day.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { dayDeadline } from '../occasion.ts';
import { rule } from '../rule.ts';

/** Our reading of the guide's "near the end". */
const LAST_WEEK_DAYS = 7;

/**
 * G18: one faculty mentor, and a short talk of one's own near the end. A writer who was asked for a letter is taken for
 * a mentor: it is somebody of the faculty who knows the applicant.
 */
export const mentorTalk = rule<Rotation>({
  id: 'G18',
  source: 'guide, Building Relationships and Mentorship',
  ladder: 'prompt',
  subjects: ({ facts }) => facts.rotations.filter(({ status }) => status === 'underway'),
  subjectId: ({ id }) => `${id}/mentor`,
  satisfied: ({ mentor, letters }) =>
    mentor !== undefined || letters.some(({ status }) => status !== 'declined'),
  says: (rotation) =>
    rotation.dates && {
      rotationId: rotation.id,
      isMoment: true,
      deadline: dayDeadline(plusDays(rotation.dates.end, -LAST_WEEK_DAYS), {
        certainty: 'entered',
        source: 'a week before the last day, as entered; “near the end” is the guide’s',
      }),
      words: {
        title: `a talk with a mentor at the ${nameOf(rotation)}`,
        next: 'Choose a faculty member who teaches you, and ask for a short talk before you leave.',
        why: 'They can tell you how you stand, and may write for you.',
        button: 'Show the rotation',
      },
    },
});

interface Task {
  readonly rotation: Rotation;
  readonly task: NonNullable<Rotation['tasks']>[number];
  readonly index: number;
}

/** G19: what one is asked to look up is told the next day, in two or three minutes. */
export const nextDaySummary = rule<Task>({
  id: 'G19',
  source: 'guide, Day-to-Day Strategy in the IR Suite',
  ladder: 'prompt',
  subjects: ({ facts }) =>
    facts.rotations
      .filter(({ status }) => status === 'underway')
      .flatMap((rotation) =>
        (rotation.tasks ?? []).map((task, index) => ({ rotation, task, index })),
      ),
  subjectId: ({ rotation, index }) => `${rotation.id}/task-${index + 1}`,
  satisfied: ({ task }) => task.doneOn !== undefined,
  says: ({ rotation, task }) => ({
    rotationId: rotation.id,
    isMoment: true,
    deadline: dayDeadline(plusDays(task.assignedOn, 1), {
      certainty: 'entered',
      source: 'the day after it was given, as entered',
    }),
    words: {
      title: `the summary of “${task.title}”`,
      next: 'Tell the team what you found, in two or three minutes.',
      why: 'A small task that is answered the next day is remembered.',
      button: 'Show the rotation',
    },
  }),
});
