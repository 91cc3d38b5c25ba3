/** The reason of a gate as a sentence: to the applicant, or about the applicant to an advisor. */
import type { EnglishTest, GateId, GateReason } from '#shared/agenda/gates/gate.ts';
import type { Reader } from '#shared/base/reader.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { VisaClass } from '#shared/world/hosts/offering.ts';

/** @param host the host's name as the reader knows it */
export function phraseGate(reason: GateReason, host: string, reader: Reader): string {
  const [they, their] = reader === 'applicant' ? ['you', 'your'] : ['the applicant', 'their'];
  const They = reader === 'applicant' ? 'You' : 'The applicant';
  const are = reader === 'applicant' ? 'are' : 'is';
  const have = reader === 'applicant' ? 'have' : 'has';
  const need = reader === 'applicant' ? 'need' : 'needs';
  switch (reason.code) {
    case 'not-stated':
      return `${host} does not say ${TOPICS[reason.topic]}.`;
    case 'students-welcome':
      return `${host} takes students of schools outside the US.`;
    case 'students-refused':
      return `${host} takes no students of schools outside the US here.`;
    case 'students-of-partners':
      return `${host} takes students of partner schools only. Ask ${their} dean’s office whether ${their} school is one.`;
    case 'students-of-named-schools':
      return `${host} takes students of named schools only: ${LIST.format(reason.schools)}.${reason.school === undefined ? '' : ` ${They} ${are} at ${reason.school}.`}`;
    case 'graduates-welcome':
      return `${host} takes graduates.`;
    case 'graduates-refused':
      return `${host} does not take graduates here.`;
    case 'graduates-trained-only':
      return `${host} takes physicians who are trained, or in training, outside the US only.`;
    case 'residency-seekers-refused':
      return `${host} does not take people who want a US residency or fellowship.`;
    case 'final-year':
      return 'The rotation is in the final year, as the host asks.';
    case 'final-year-later':
      return `${host} takes final-year students only; graduation is on ${phraseDay(reason.graduationOn)}.`;
    case 'final-year-unknown':
      return `${host} takes final-year students only. Enter ${their} graduation date.`;
    case 'degree-recent':
      return `The degree is at most ${reason.years} years old, as the host asks.`;
    case 'degree-old':
      return `${host} takes degrees of at most ${reason.years} years.`;
    case 'degree-unknown':
      return `${host} takes degrees of at most ${reason.years} years. Enter ${their} graduation date.`;
    case 'vslo-member':
      return `${They} can apply through VSLO.`;
    case 'vslo-needed':
      return `${host} takes applications through VSLO only, and ${their} school must be in it.`;
    case 'vslo-unknown':
      return `${host} takes applications through VSLO only. Ask ${their} dean’s office whether ${their} school is in it.`;
    case 'vslo-open-to-others':
      return `${host} uses VSLO, and other schools can register in it.`;
    case 'own-route':
      return `${They} can apply to ${host} without VSLO.`;
    case 'sponsor-first':
      return `${They} first ${need} a physician there as a sponsor.`;
    case 'host-starts':
      return `${host} asks not to be contacted: the host must invite ${they}.`;
    case 'office-only':
      return `Write to the office of ${host} only, not to departments or physicians.`;
    case 'department-first':
      return `Write to the department at ${host} first.`;
    case 'citizens-any':
      return `${host} takes any citizenship.`;
    case 'citizens-fit':
      return `The rule about citizenship fits.`;
    case 'citizens-only':
      return `${host} takes US citizens and permanent residents only.`;
    case 'us-visa-in-hand':
      return `${host} asks for a valid US visa in hand before ${they} ${reader === 'applicant' ? 'apply' : 'applies'}.`;
    case 'citizenship-asked':
      return `${host} has a rule about citizenship: “${reason.text}”. Ask before applying.`;
    case 'entry-unknown':
      return `Enter how ${they} will enter the US: ${host} has a rule about it.`;
    case 'exam-passed':
      return `${reason.exam} is passed, as the host asks.`;
    case 'exam-missing':
      return `${host} asks for ${reason.exam}, which is not passed yet.`;
    case 'exam-unknown':
      return `${host} asks for ${reason.exam}. Enter whether it is passed.`;
    case 'english-enough':
      return `The English score is enough (${phraseMinimum(reason.minimum)}).`;
    case 'english-low':
      return `The English score is below what ${host} asks (${phraseMinimum(reason.minimum)}).`;
    case 'english-unknown':
      return `${host} asks for an English score (${phraseMinimum(reason.minimum)}).`;
    case 'ecfmg-held':
      return `${They} ${have} the ECFMG certificate that the host asks for.`;
    case 'ecfmg-missing':
      return `${host} asks for an ECFMG certificate, which ${they} ${reader === 'applicant' ? 'do' : 'does'} not have.`;
    case 'ecfmg-unknown':
      return `${host} asks for an ECFMG certificate. Enter whether ${they} ${have} it.`;
    case 'department-open':
      return `${DEPARTMENTS[reason.specialty]} is open there.`;
    case 'department-closed':
      return `${DEPARTMENTS[reason.specialty]} is closed to visitors there.`;
    case 'department-unknown':
      return `${host} does not say whether ${DEPARTMENTS[reason.specialty]} is open to visitors. Ask before applying.`;
    case 'months-open':
      return `${host} takes visitors on these dates.`;
    case 'months-closed':
      return `${host} takes no visitors on these dates: “${reason.text}”.`;
    case 'months-asked':
      return `${host} says of its dates: “${reason.text}”. Ask for these.`;
    case 'length-fits':
      return 'The length fits.';
    case 'length-too-long':
      return `The rotation is longer than ${host} allows: “${reason.text}”.`;
    case 'length-too-short':
      return `The rotation is shorter than ${host} allows: “${reason.text}”.`;
    case 'apply-by':
      return `Apply by ${reason.isEstimated ? 'about ' : ''}${phraseDay(reason.day)}${reason.isEstimated ? ' (estimated from another year; ask the host)' : ''}.${reason.advisedDay ? ` The host advises ${phraseDay(reason.advisedDay)}.` : ''}`;
    case 'taking-applications':
      return `${host} is taking applications.`;
    case 'between-windows':
      return `${host} is between two application windows.`;
    case 'paused':
      return `${host} is taking no applications for now.`;
    case 'closed':
      return `${host} has closed this offering.`;
    case 'visa-accepted':
      return `${host} accepts ${phraseClasses(reason.accepted)}.`;
    case 'visa-refused':
      return `${host} refuses ${phraseClasses(reason.refused)}${reason.accepted.length === 0 ? '' : ` and accepts ${phraseClasses(reason.accepted)}`}.`;
    case 'visa-not-listed':
      return `${host} lists ${reason.accepted.length === 0 ? 'no class' : phraseClasses(reason.accepted)}. Ask whether ${their} way to enter the US is accepted.`;
    case 'visa-of-students':
      return `${host} accepts ${phraseClasses(reason.accepted)} only: ask who sponsors it and how long that takes.`;
    case 'visa-not-needed':
      return 'No visa is needed.';
    case 'waiver-too-long':
      return 'Without a visa, a stay lasts at most 90 days.';
    case 'visa-clause-for-students':
      return `The B-1 rule for electives is for enrolled students. Ask ${host} which status it sponsors for graduates.`;
    case 'electives-left':
      return `${host} allows ${reason.max} ${reason.max === 1 ? 'elective' : 'electives'} for one person.`;
    case 'electives-used':
      return `${They} ${have} done the ${reason.max === 1 ? 'one elective' : `${reason.max} electives`} that ${host} allows.`;
  }
}

const LIST = new Intl.ListFormat('en-US');
const CHOICE = new Intl.ListFormat('en-US', { type: 'disjunction' });

const DEPARTMENTS = { ir: 'Interventional radiology', dr: 'Diagnostic radiology' } as const;

const TOPICS: Readonly<Record<GateId, string>> = {
  who: 'who may come',
  'final-year': 'whether it takes final-year students only',
  'degree-age': 'how old a degree may be',
  citizenship: 'whether it has a rule about citizenship',
  department: 'which departments are open',
  route: 'how to apply',
  contact: 'whom to write to',
  months: 'in which months visitors may come',
  length: 'how long a rotation may be',
  time: 'by when to apply',
  'step-1': 'whether it asks for Step 1',
  'step-2': 'whether it asks for Step 2',
  english: 'whether it asks for an English test',
  ecfmg: 'whether it asks for an ECFMG certificate',
  visa: 'which visa it accepts',
  electives: 'how many electives one person may do',
  status: 'whether it is taking applications',
};

const TESTS: Readonly<Record<EnglishTest, string>> = {
  toefl: 'TOEFL',
  'toefl-speaking': 'TOEFL speaking',
  'toefl-paper': 'paper TOEFL',
  ielts: 'IELTS',
  oet: 'OET',
  'oet-writing': 'OET writing',
  duolingo: 'Duolingo',
};

function phraseMinimum(minimum: Readonly<Partial<Record<EnglishTest, number>>>): string {
  return LIST.format(
    (Object.keys(minimum) as EnglishTest[]).map((test) => `${TESTS[test]} ${minimum[test]}`),
  );
}

function phraseClasses(classes: readonly VisaClass[]): string {
  return CHOICE.format(classes.map((each) => CLASSES[each] ?? each));
}

const CLASSES: Readonly<Partial<Record<VisaClass, string>>> = {
  ESTA: 'ESTA (visa waiver)',
  WB: 'WB (visa waiver, business)',
  WT: 'WT (visa waiver, tourism)',
  'green-card': 'a green card',
  EAD: 'a work permit (EAD)',
};
