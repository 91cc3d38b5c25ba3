import { plusDays } from '#shared/base/time/day.ts';
import { wasDone } from '#shared/plan/rotation/kind.ts';
import { guideRule } from '#shared/world/guide/rules.ts';
import { seasonDayDeadline } from '../occasion.ts';
import { rule } from '../rule.ts';

/** Ours: the guide says "before interviews", and the first invitations follow the first review by weeks. */
const DAYS_AFTER_REVIEW = 14;

/** G20: two or three rotation stories, ready for interviews. Speaks to who keeps count here: an email needs an answer. */
export const rotationStories = rule({
  id: 'G20',
  source: 'guide, Aligning Rotations with Your Application Story',
  ladder: 'prompt',
  subjects: ({ facts }) =>
    facts.storyCount !== undefined && facts.rotations.some(wasDone) ? ['plan'] : [],
  subjectId: (subject) => `${subject}/stories`,
  satisfied: (_, { facts }) => (facts.storyCount ?? 0) >= (guideRule('G20')?.countMin ?? 2),
  says: (_, { season }) => {
    const review = season.dates['programs-review-opens'];
    return (
      review && {
        deadline: seasonDayDeadline(
          plusDays(review.day, DAYS_AFTER_REVIEW),
          review,
          'two weeks after programs begin to review (our own default)',
        ),
        words: {
          title: 'two or three rotation stories',
          next: 'Write down a challenging case, a piece of teamwork, and feedback that you acted on.',
          why: 'Interviewers ask for them, and details fade.',
          button: 'Open my plan',
        },
      }
    );
  },
});
