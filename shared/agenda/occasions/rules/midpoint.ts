import { plusDays } from '#shared/base/time/day.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { midpointOf } from '#shared/plan/rotation/moments.ts';
import { dayDeadline, type View } from '../occasion.ts';
import { rule } from '../rule.ts';

const FROM_DATES = 'computed from the dates as entered';

/** G15b: ask for feedback in the middle of the rotation, while there is time to change something. */
export const midpointFeedback = rule({
  id: 'G15b',
  source: 'guide, Day-to-Day Strategy in the IR Suite',
  ladder: 'prompt',
  subjects: ({ facts }) => facts.rotations.filter(isUnderway),
  subjectId: ({ id }) => id,
  satisfied: ({ feedback }) => feedback !== undefined,
  says: (rotation) =>
    rotation.dates && {
      rotationId: rotation.id,
      isMoment: true,
      event: 'feedback-given',
      opens: plusDays(midpointOf(rotation.dates), -2),
      deadline: dayDeadline(midpointOf(rotation.dates), {
        certainty: 'entered',
        source: `the middle of the rotation, ${FROM_DATES}`,
      }),
      words: {
        title: `ask for feedback at the ${nameOf(rotation)}`,
        next: 'Ask an attending two things: what you could change to help the team more, and what to work on in the next two weeks.',
        why: 'Good feedback now is the ground for asking for a letter.',
        button: 'I got feedback',
      },
    },
});

/** G15: ask for the letter about halfway through, if feedback is positive. */
export const midpointLetter = rule({
  id: 'G15',
  source: 'guide, Securing Strong Letters of Recommendation',
  ladder: 'hard',
  subjects: (view) => view.facts.rotations.filter((rotation) => canAsk(rotation, view)),
  subjectId: ({ id }) => `${id}/letter`,
  satisfied: ({ letters }) => letters.some(({ status }) => status !== 'declined'),
  says: (rotation) =>
    rotation.dates && {
      rotationId: rotation.id,
      isMoment: true,
      event: 'letter-asked',
      opens: midpointOf(rotation.dates),
      deadline: dayDeadline(rotation.dates.end, {
        certainty: 'entered',
        source: `the last day of the rotation, ${FROM_DATES}`,
      }),
      words: {
        title: `ask for a letter at the ${nameOf(rotation)}`,
        next: 'Ask in person whether they know your work well enough to write a strong letter.',
        why: 'Your writer sees you daily until the last day. Afterwards it is an email among many.',
        button: 'I asked',
      },
    },
});

/** Halfway through, well spoken of, at a host that is not known to grant no letters. */
function canAsk(rotation: Rotation, { world }: View): boolean {
  const grantsNone =
    world.host(rotation.host.institutionId, rotation.mode)?.grantsLetters === false;
  return isUnderway(rotation) && rotation.feedback?.mood === 'positive' && !grantsNone;
}

function isUnderway(rotation: Rotation): boolean {
  return rotation.status === 'underway';
}
