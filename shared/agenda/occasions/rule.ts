/** What a rule is: data and a predicate. A rule never looks at the clock. */
import type { Occasion, View } from './occasion.ts';

export type Judgement =
  | { readonly state: 'open'; readonly occasion: Occasion }
  | { readonly state: 'satisfied'; readonly subject: string };

export type Whom = 'applicant' | 'writer' | 'advisor';

export interface Rule {
  /** The guide's id (`G14`), or a name of ours for what a host or ERAS states. */
  readonly id: string;
  /** Where the rule comes from, in words that can be shown. */
  readonly source: string;
  /** Who holds the ball and is told. */
  readonly whom: Whom;
  /** Every subject the rule applies to, open or satisfied; empty where it does not apply. */
  judge(view: View): Judgement[];
}

/** Builds a rule from its three questions: of whom it speaks, when it is satisfied, and what it says. */
export function rule<Subject>(of: {
  readonly id: string;
  readonly source: string;
  readonly ladder: Occasion['ladder'];
  /** The applicant unless it says otherwise. */
  readonly whom?: Whom;
  subjects(view: View): Subject[];
  subjectId(subject: Subject): string;
  satisfied(subject: Subject, view: View): boolean;
  /** Undefined when the date it would compute from is not known. */
  says(subject: Subject, view: View): Omit<Occasion, 'rule' | 'subject' | 'ladder'> | undefined;
}): Rule {
  return {
    id: of.id,
    source: of.source,
    whom: of.whom ?? 'applicant',
    judge: (view) =>
      of.subjects(view).flatMap((each): Judgement[] => {
        const subject = of.subjectId(each);
        if (of.satisfied(each, view)) return [{ state: 'satisfied', subject }];
        const says = of.says(each, view);
        if (!says) return [];
        return [{ state: 'open', occasion: { rule: of.id, ladder: of.ladder, subject, ...says } }];
      }),
  };
}
