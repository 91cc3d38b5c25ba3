/** A proposed plan as it is, beside the same plan with one thing changed. */
import { addTotals, type Estimate, totalOf } from '#shared/plan/costs/estimate.ts';
import { findingsOf, flawsOf } from './flaws.ts';
import type { Option } from './option.ts';
import { type Outcome, outcomeOf, VISA_LATER, type WhatIf, withVisaLater } from './outcome.ts';
import type { Asked } from './profile.ts';
import { factsOf } from './stay.ts';
import { timetableOf } from './timetable.ts';

export interface WhatIfTerms extends Asked {
  /** What is paid once, whatever is chosen. */
  readonly once: readonly Estimate[];
}

/** Visa two months later, for a person who needs one; and each host saying no, with its backup in its place. */
export function whatIfs(
  plan: readonly Option[],
  backups: readonly (Option | undefined)[],
  terms: WhatIfTerms,
): WhatIf[] {
  const before = optionsOutcome(plan, terms);
  const later = { ...terms, profile: withVisaLater(terms.profile) };
  return [
    ...(terms.profile.entry === 'visa'
      ? [{ ...VISA_LATER, before, after: optionsOutcome(plan, later) }]
      : []),
    ...plan.map((option, at): WhatIf => {
      const backup = backups[at];
      const rest = plan.flatMap((each) => (each === option ? (backup ?? []) : each));
      return {
        id: `reject-${at + 1}`,
        title: `${option.site.name} says no${backup ? `, and ${backup.site.name} takes its place` : ''}`,
        before,
        after: optionsOutcome(rest, terms),
      };
    }),
  ];
}

function optionsOutcome(plan: readonly Option[], terms: WhatIfTerms): Outcome {
  const { profile, world, now, once } = terms;
  const rotations = plan.map(({ rotation }) => rotation);
  return outcomeOf(
    factsOf(profile, rotations),
    {
      cost: addTotals([totalOf(once), ...plan.map(({ cost }) => cost)]),
      flaws: flawsOf(findingsOf(rotations, terms)),
      otherLetters: profile.researchMentorLetter ? ['research'] : [],
      safeDays: (at) =>
        plan.flatMap(({ rotation, site }) =>
          timetableOf(rotation, site.host, at).steps.map(({ doneBy }) => doneBy),
        ),
    },
    world,
    now,
  );
}
