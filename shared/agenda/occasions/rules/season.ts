import { plusDays, plusMonths } from '#shared/base/time/day.ts';
import { isConfirmed, isIrRelevant } from '#shared/plan/rotation/kind.ts';
import { seasonDayDeadline, seasonDeadline } from '../occasion.ts';
import { rule } from '../rule.ts';

/** G7: 12 to 18 months before Match Day, list target programs and learn their visiting policies. */
export const targetList = rule({
  id: 'G7',
  source: 'guide, Ideal Timing in Relation to the Match',
  ladder: 'window',
  subjects: () => ['plan'],
  subjectId: (subject) => `${subject}/targets`,
  satisfied: (_, { facts }) => facts.rotations.length > 0,
  says: (_, { season }) => {
    const match = season.dates['match-day'];
    return (
      match && {
        opens: plusMonths(match.day, -18),
        deadline: seasonDayDeadline(
          plusMonths(match.day, -12),
          match,
          '12 months before Match Day (guide)',
        ),
        words: {
          title: 'the list of target programs',
          next: 'Put the programs you want to rotate at on your plan, with their visiting policies.',
          why: 'The guide gives this step 12 to 18 months before the Match: hosts fill early.',
          button: 'Open my plan',
        },
      }
    );
  },
});

/** G8: 6 to 12 months before ERAS submission, complete one IR-relevant rotation and win an early letter. */
export const earlyRotation = rule({
  id: 'G8',
  source: 'guide, Ideal Timing in Relation to the Match',
  ladder: 'window',
  subjects: () => ['plan'],
  subjectId: (subject) => `${subject}/early-rotation`,
  // A confirmed one counts even if it ends later: there is nothing left to do about this step but to rotate.
  satisfied: (_, { facts }) =>
    facts.rotations.some((rotation) => isIrRelevant(rotation) && isConfirmed(rotation)),
  says: (_, { season }) => {
    const submit = season.dates['eras-submit-opens'];
    return (
      submit && {
        opens: plusMonths(submit.day, -12),
        deadline: seasonDayDeadline(
          plusMonths(submit.day, -6),
          submit,
          '6 months before ERAS submission (guide)',
        ),
        words: {
          title: 'an early IR or DR rotation',
          next: 'Complete one rotation in IR or DR, at home or visiting, and ask for an early letter.',
          why: 'It confirms your interest and gives a first letter before the visiting season.',
          button: 'Open my plan',
        },
      }
    );
  },
});

/** G11: apply in September, any time up to the day programs begin to review: applications count equally until then. */
export const applicationWindow = rule({
  id: 'G11',
  source: 'guide, Ideal Timing in Relation to the Match; AAMC, ERAS timeline',
  ladder: 'hard',
  subjects: () => ['plan'],
  subjectId: (subject) => `${subject}/application`,
  satisfied: (_, { facts }) => facts.erasSubmittedOn !== undefined,
  says: (_, { season }) => {
    const submit = season.dates['eras-submit-opens'];
    const review = season.dates['programs-review-opens'];
    return (
      submit &&
      review && {
        event: 'eras-submitted',
        // Two days of grace: the first days of the window are crowded, and any day of it counts the same.
        opens: plusDays(submit.day, 2),
        deadline: seasonDeadline(review),
        words: {
          title: 'submit the ERAS application',
          next: 'Submit your ERAS application before programs begin to review.',
          why: 'Applications sent any day before that count the same; later ones are read later.',
          button: 'I have submitted',
        },
      }
    );
  },
});
