import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isFinished } from '#shared/plan/facts/stages.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { inUs } from '#shared/plan/rotation/on-plan.ts';
import { type Institution, provenanceOf } from '#shared/world/programs/institution.ts';
import { phraseSource } from '#shared/world/source-words.ts';
import type { View } from '../../occasions/occasion.ts';
import { type Check, check } from '../check.ts';
import { entersAsVisitor, isGraduateAt } from './eligibility.ts';

type VisaClass = NonNullable<Institution['visaClasses']>[number];

const WITHOUT_VISA: readonly VisaClass[] = ['WB', 'WT', 'VWP'];
const STUDENT: readonly VisaClass[] = ['F-1', 'J-1'];
const ELECTIVE_CLAUSE =
  '9 FAM 402.2-5(E)(3)(b), as universities quote it: B-1 for electives of enrolled students';

/**
 * The exact class that a host takes. The guide's "B1/B2 or ESTA" is looser than what hosts and the law say: B-1, or WB
 * without a visa, for enrolled students; some hosts take F-1 or J-1 only. Enrollment is asked first.
 */
const hostVisa = check<Rotation>({
  id: 'host-visa',
  subjects: ({ facts }) =>
    facts.profile.entry === 'citizen'
      ? []
      : inUs(facts).filter(
          ({ stage }) => stage !== 'closed' && stage !== 'rotate' && !isFinished(stage),
        ),
  subjectId: ({ id }) => id,
  finds: (rotation, view) => {
    const host = view.world.host(rotation.host.institutionId);
    const classes = host?.visaClasses;
    const { profile } = view.facts;
    if (
      isGraduateAt(rotation, profile) &&
      rotation.mode === 'hands-on' &&
      entersAsVisitor(profile)
    ) {
      return {
        severity: 'warning',
        says: `The ${nameOf(rotation)} is hands-on and you will have graduated: the B-1 clause for electives does not fit.`,
        fix: 'Ask the host which status it sponsors for graduates before you apply.',
        source: ELECTIVE_CLAUSE,
      };
    }
    if (!host || !classes) {
      return {
        severity: 'advice',
        says: `Not known which visa class ${rotation.host.name} takes.`,
        fix: 'Ask the host for the exact class in writing, and show that at the consulate.',
        source: 'our directory of hosts has no page that says so',
      };
    }
    const source = phraseSource(provenanceOf(host, 'visaClasses'));
    return finding(rotation, view, classes, source);
  },
});

export const VISA_CHECKS: readonly Check[] = [hostVisa];

function finding(
  rotation: Rotation,
  { facts }: View,
  classes: readonly VisaClass[],
  source: string,
) {
  const { name } = rotation.host;
  const { entry } = facts.profile;
  const listed = classes.join(', ');
  if (entry === 'in-us') {
    return {
      severity: 'advice' as const,
      says: `${name} takes ${listed}. You are in the US with a status of your own.`,
      fix: 'Ask the host whether it accepts your status for this rotation.',
      source,
    };
  }
  if (classes.every((each) => STUDENT.includes(each))) {
    return {
      severity: 'warning' as const,
      says: `${name} takes ${listed} only: a visitor visa (B-1) or ESTA is not enough.`,
      fix: 'Ask the host who sponsors the student visa and how long that takes, before you apply.',
      source,
    };
  }
  if (entry === undefined) {
    return {
      severity: 'advice' as const,
      says: `${name} takes ${listed}. You have not said how you will enter the US.`,
      fix: 'Enter it: the plan’s earliest dates depend on it.',
      source,
    };
  }
  if (entry === 'visa' || classes.some((each) => WITHOUT_VISA.includes(each))) return undefined;
  return {
    severity: 'advice' as const,
    says: `${name} lists only ${listed}, but you plan to enter without a visa.`,
    fix: 'Ask whether it accepts entry as WB (business, not tourism), at most 90 days.',
    source,
  };
}
