/** What a check is: data and a predicate, as a nudge's rule is. It never looks at the clock. */
import { guideRule } from '#shared/world/guide/rules.ts';
import type { View } from '../view.ts';
import type { Diagnostic } from './diagnostic.ts';

export type Verdict =
  | { readonly state: 'found'; readonly diagnostic: Diagnostic }
  | { readonly state: 'satisfied'; readonly subject: string };

export interface Check {
  readonly id: string;
  /** Every subject the check applies to; empty where it does not apply. */
  judge(view: View): Verdict[];
}

/** What a check finds of one subject. `source` only where it is not the guide's rule of the check's id. */
export type Finding = Pick<Diagnostic, 'severity' | 'says' | 'fix'> & { readonly source?: string };

/**
 * Builds a check from its two questions: of whom it speaks, and what is wrong there. Throws where neither the finding
 * nor the guide names a source: nothing is shown without one.
 */
export function check<Subject>(of: {
  readonly id: string;
  subjects(view: View): Subject[];
  subjectId(subject: Subject): string;
  /** Undefined when all is well. Unknown is not "no": a finding then says that it is not known and whom to ask. */
  finds(subject: Subject, view: View): Finding | undefined;
}): Check {
  return {
    id: of.id,
    judge: (view) =>
      of.subjects(view).map((each): Verdict => {
        const subject = of.subjectId(each);
        const finding = of.finds(each, view);
        if (!finding) return { state: 'satisfied', subject };
        const { severity, says, fix } = finding;
        const source = finding.source ?? guideSource(of.id);
        return {
          state: 'found',
          diagnostic: { rule: of.id, severity, subject, says, fix, source },
        };
      }),
  };
}

/** A check of the plan as a whole. */
export function planCheck(of: {
  readonly id: string;
  applies?(view: View): boolean;
  finds(view: View): Finding | undefined;
}): Check {
  return check<'plan'>({
    id: of.id,
    subjects: (view) => ((of.applies?.(view) ?? true) ? ['plan'] : []),
    subjectId: (subject) => subject,
    finds: (_, view) => of.finds(view),
  });
}

function guideSource(id: string): string {
  const rule = guideRule(id);
  if (!rule) throw new Error(`The finding of ${id} names no source.`);
  return rule.source;
}
