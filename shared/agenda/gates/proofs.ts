/** What a person must have passed or hold: Step 1 and 2, English, the ECFMG certificate. */
import type { EnglishTest } from '#shared/world/hosts/offering.ts';
import { ask, type GateInput, type Judged, met, notMet, notStated } from './gate.ts';

export function judgeStep1({ person, offering }: GateInput): Judged | undefined {
  return offering.read?.step1 && judgeExam('Step 1', person.step1Passed);
}

export function judgeStep2({ person, offering }: GateInput): Judged | undefined {
  return offering.read?.step2 && judgeExam('Step 2', person.step2Passed);
}

/** Only a stated minimum is a gate; a test without one is a paper. */
export function judgeEnglish({ person, offering }: GateInput): Judged | undefined {
  const minimum = offering.read?.english?.minimum;
  if (!minimum) return undefined;
  const typed = person.english ?? {};
  // Tests are alternatives, and the parts of one test belong together.
  const families = Object.values(Object.groupBy(Object.keys(minimum) as EnglishTest[], familyOf));
  const found = families.map((parts = []) => familyState(parts, typed, minimum));
  if (found.includes('enough')) return met({ code: 'english-enough', minimum });
  return found.includes('low')
    ? notMet({ code: 'english-low', minimum })
    : ask({ code: 'english-unknown', minimum });
}

type Scores = Readonly<Partial<Record<EnglishTest, number>>>;

function familyState(parts: readonly EnglishTest[], typed: Scores, minimum: Scores) {
  const known = parts.filter((part) => typed[part] !== undefined);
  if (known.some((part) => (typed[part] ?? 0) < (minimum[part] ?? 0))) return 'low';
  return known.length === parts.length ? 'enough' : 'unknown';
}

export function judgeEcfmg({ person, offering }: GateInput): Judged | undefined {
  const asked = offering.read?.ecfmgCertificate;
  if (asked !== 'required') return asked ? undefined : notStated('ecfmg');
  if (person.ecfmgCertified === undefined) return ask({ code: 'ecfmg-unknown' });
  return person.ecfmgCertified ? met({ code: 'ecfmg-held' }) : notMet({ code: 'ecfmg-missing' });
}

function judgeExam(exam: 'Step 1' | 'Step 2', isPassed: boolean | undefined): Judged {
  if (isPassed === undefined) return ask({ code: 'exam-unknown', exam });
  return isPassed ? met({ code: 'exam-passed', exam }) : notMet({ code: 'exam-missing', exam });
}

function familyOf(test: EnglishTest): string {
  if (test === 'toefl-paper') return test;
  return test.split('-')[0] ?? test;
}
