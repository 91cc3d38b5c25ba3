/** The case log in lines, for a writer's packet and the CV. */
import { type Cases, casesIn, type Role, totalOf } from '../facts/cases.ts';

/** `Hands-on, 14: embolization 9, biopsy 5` and `Observed, 3: TIPS 3` */
export function caseList(log: readonly Cases[]): string[] {
  return (['hands-on', 'observed'] as const).flatMap((role) => {
    const cases = casesIn(log, role);
    if (cases.length === 0) return [];
    const kinds = cases.map((each) => `${each.procedure} ${totalOf([each])}`).join(', ');
    return [`${ROLE_WORDS[role]}, ${totalOf(cases)}: ${kinds}`];
  });
}

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  'hands-on': 'Hands-on',
  observed: 'Observed',
};
