import { plusMonths } from '#shared/base/time/day.ts';
import { inUs, irAways, onPlan, otherUs } from '#shared/plan/rotation/on-plan.ts';
import { seasonDayDeadline, type View } from '../occasion.ts';
import { rule } from '../rule.ts';

const LISTED_BY = '12 months before Match Day, the guide’s last day for a list of targets (G7)';

/** G1: a plan without an IR month in the US. Where nothing is listed yet, the list itself comes first (G7). */
export const irAwayListed = rule({
  id: 'G1',
  source: 'guide, How Many Away Rotations for IR as an IMG?',
  ladder: 'window',
  subjects: withPlan,
  subjectId: (subject) => `${subject}/ir-away`,
  satisfied: (_, { facts }) => irAways(facts).length > 0,
  says: (_, { season }) => {
    const match = season.dates['match-day'];
    return (
      match && {
        opens: plusMonths(match.day, -18),
        deadline: seasonDayDeadline(plusMonths(match.day, -12), match, LISTED_BY),
        words: {
          title: 'an IR rotation in the US',
          next: 'Put an IR rotation at a US academic center on your plan.',
          why: 'The guide counts on one or two: the letters that weigh most come from there.',
          button: 'Open my plan',
        },
      }
    );
  },
});

/** G3: a plan without another clinical month in the US. Said twice and no more: the guide calls it additional. */
export const otherUsListed = rule({
  id: 'G3',
  source: 'guide, How Many Away Rotations for IR as an IMG?',
  ladder: 'prompt',
  subjects: withPlan,
  subjectId: (subject) => `${subject}/other-us`,
  satisfied: (_, { facts }) => otherUs(facts).length > 0,
  says: (_, { facts, season }) => {
    const match = season.dates['match-day'];
    return (
      match && {
        deadline: seasonDayDeadline(plusMonths(match.day, -12), match, LISTED_BY),
        words: {
          title: 'a US rotation outside IR',
          next: 'Think of a US month in DR, medicine, surgery or ICU.',
          why:
            inUs(facts).length === 0
              ? 'Your plan has no US rotation yet, and programs look for US clinical experience.'
              : 'The guide counts on one or two, and a letter from there rounds off those from IR.',
          button: 'Open my plan',
        },
      }
    );
  },
});

function withPlan({ facts }: View): 'plan'[] {
  return onPlan(facts).length > 0 ? ['plan'] : [];
}
