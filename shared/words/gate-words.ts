/** A gate's reason as a sentence: to the applicant, or about the applicant to an advisor. */

import type { Gate, GateId, GateReason, GateTopic, Stated } from '#shared/agenda/gates/gate.ts';
import { capital, type Reader } from '#shared/base/sentence.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { ENGLISH_TESTS, type EnglishTest, type VisaClass } from '#shared/world/hosts/offering.ts';

/** @param host the host's name as the reader knows it */
export function phraseGate(
  { reason, hint }: Pick<Gate, 'reason' | 'hint'>,
  host: string,
  reader: Reader,
): string {
  const text = phraseReason(reason, host, reader);
  return hint ? `${text} The page is undated: ask whether this still holds.` : text;
}

function phraseReason(reason: GateReason, host: string, reader: Reader): string {
  const [they, their] = reader === 'applicant' ? ['you', 'your'] : ['the applicant', 'their'];
  const They = reader === 'applicant' ? 'You' : 'The applicant';
  const are = reader === 'applicant' ? 'are' : 'is';
  const have = reader === 'applicant' ? 'have' : 'has';
  const need = reader === 'applicant' ? 'need' : 'needs';
  switch (reason.code) {
    case 'not-stated':
      return `${host} does not state ${TOPICS[reason.topic]}.`;
    case 'disputed':
      return `Two advisors entered different answers for ${host}, and nobody has confirmed either: it is not known ${TOPICS[reason.topic]}.`;
    case 'unlisted':
      return `${host} is not in our directory: it is not known ${TOPICS[reason.topic]}.`;
    case 'students-welcome':
      return `${host} accepts students from schools outside the US.`;
    case 'students-refused':
      return `${host} accepts no students from schools outside the US here.`;
    case 'students-of-partners':
      return `${host} accepts only students from partner schools. Ask ${their} dean’s office whether ${their} school is one.`;
    case 'students-of-named-schools':
      if (reason.schools.length === 0)
        return `${host} accepts only students from schools that it names. Ask whether ${their} school is one.`;
      return `${host} accepts only students from these schools: ${LIST.format(reason.schools)}.${reason.school === undefined ? '' : ` ${They} ${are} at ${reason.school}.`}`;
    case 'graduates-welcome':
      return `${host} accepts graduates.`;
    case 'graduates-refused':
      return `${host} does not accept graduates here.`;
    case 'graduates-trained-only':
      return `${host} accepts only physicians who trained, or are in training, outside the US.`;
    case 'residency-seekers-refused':
      return `${host} does not accept people who want a US residency or fellowship.`;
    case 'final-year':
      return 'The rotation is in the final year, as the host requires.';
    case 'final-year-later':
      return `${host} accepts only final-year students; graduation is on ${phraseDay(reason.graduationOn)}.`;
    case 'final-year-unknown':
      return `${host} accepts only final-year students. Enter ${their} graduation date.`;
    case 'degree-recent':
      return `The degree is at most ${reason.years} years old, as the host requires.`;
    case 'degree-old':
      return `${host} accepts degrees that are at most ${reason.years} years old.`;
    case 'degree-unknown':
      return `${host} accepts degrees that are at most ${reason.years} years old. Enter ${their} graduation date.`;
    case 'vslo-member':
      return `${They} can apply through VSLO.`;
    case 'vslo-needed':
      return `${host} accepts applications only through VSLO, and ${their} school must be in it.`;
    case 'vslo-unknown':
      return `${host} accepts applications only through VSLO. Ask ${their} dean’s office whether ${their} school is in it.`;
    case 'vslo-chosen':
      return `VSLO is for students of its schools: apply to ${host} another way.`;
    case 'vslo-chosen-unknown':
      return `The plan is to apply to ${host} through VSLO. It is not known whether ${their} school is in it.`;
    case 'vslo-open-to-others':
      return `${host} uses VSLO, and other schools can register in it.`;
    case 'own-route':
      return `${They} can apply to ${host} without VSLO.`;
    case 'sponsor-first':
      return `${They} first ${need} a physician there as a sponsor.`;
    case 'host-starts':
      return `${host} asks not to be contacted: the host must invite ${they}.`;
    case 'office-only':
      return `Contact only the office of ${host}, not departments or physicians.`;
    case 'department-first':
      return `Contact the department at ${host} first.`;
    case 'citizens-any':
      return `${host} accepts any citizenship.`;
    case 'citizens-fit':
      return `The host’s citizenship rule is met.`;
    case 'citizens-only':
      return `${host} accepts only US citizens and permanent residents.`;
    case 'us-visa-in-hand':
      return `${host} asks for a valid US visa in hand before ${they} ${reader === 'applicant' ? 'apply' : 'applies'}.`;
    case 'citizenship-asked':
      return `${stated(`${host} has a rule about citizenship`, reason)} Ask before applying.`;
    case 'entry-unknown':
      return `Enter how ${they} will enter the US: ${host} has a rule about it.`;
    case 'status-ends':
      return `The US status that ${they} entered ends on ${phraseDay(reason.day)}, before the last day. Ask how it can be extended.`;
    case 'exam-passed':
      return `${They} ${have} passed ${reason.exam}, as the host requires.`;
    case 'exam-missing':
      return `${host} requires ${reason.exam}, which ${they} ${have} not passed yet.`;
    case 'exam-unknown':
      return `${host} requires ${reason.exam}. Enter whether ${they} ${have} passed it.`;
    case 'english-enough':
      return `The English score is high enough (${phraseMinimum(reason.minimum)}).`;
    case 'english-low':
      return `The English score is below the minimum at ${host} (${phraseMinimum(reason.minimum)}).`;
    case 'english-unknown':
      return `${host} requires an English score (${phraseMinimum(reason.minimum)}).`;
    case 'ecfmg-held':
      return `${They} ${have} the ECFMG certificate that the host requires.`;
    case 'ecfmg-missing':
      return `${host} requires an ECFMG certificate, which ${they} ${reader === 'applicant' ? 'do' : 'does'} not have.`;
    case 'ecfmg-unknown':
      return `${host} requires an ECFMG certificate. Enter whether ${they} ${have} it.`;
    case 'department-open':
      return `${capital(DEPARTMENTS[reason.specialty])} is open to visitors there.`;
    case 'department-closed':
      return `${capital(DEPARTMENTS[reason.specialty])} is closed to visitors there.`;
    case 'department-unknown':
      return `${host} does not state whether ${DEPARTMENTS[reason.specialty]} is open to visitors. Ask before applying.`;
    case 'months-open':
      return `${host} accepts visitors on these dates.`;
    case 'months-closed':
      return stated(`${host} accepts no visitors on these dates`, reason);
    case 'months-asked':
      return `${stated(`${host} has a rule about its dates`, reason)} Ask whether these work.`;
    case 'length-asked':
      return `${stated(`${host} has a rule about the length`, reason)} Ask whether ${their} dates work.`;
    case 'length-fits':
      return 'The rotation’s length is allowed.';
    case 'length-too-long':
      return stated(`The rotation is longer than ${host} allows`, reason);
    case 'length-too-short':
      return stated(`The rotation is shorter than ${host} allows`, reason);
    case 'apply-by':
      return `Apply by ${reason.isEstimated ? 'about ' : ''}${phraseDay(reason.day)}${reason.isEstimated ? ' (our estimate from another year; ask the host)' : ''}.${reason.advisedDay ? ` The host recommends ${phraseDay(reason.advisedDay)}.` : ''}`;
    case 'taking-applications':
      return `${host} is taking applications.`;
    case 'between-windows':
      return `${host} is between two application windows.`;
    case 'paused':
      return `${host} is not taking applications for now.`;
    case 'closed':
      return `${host} has closed this offering.`;
    case 'visa-accepted':
      return `${host} accepts ${phraseClasses(reason.accepted)}.`;
    case 'visa-refused':
      return `${host} refuses ${phraseClasses(reason.refused)}${reason.accepted.length === 0 ? '' : ` and accepts ${phraseClasses(reason.accepted)}`}.`;
    case 'visa-not-listed':
      return `${host} lists ${reason.accepted.length === 0 ? 'no class' : phraseClasses(reason.accepted)}. Ask whether ${their} way of entering the US is accepted.`;
    case 'visa-of-students':
      return `${host} accepts ${phraseClasses(reason.accepted)} only: ask who sponsors it and how long that takes.`;
    case 'visa-issued':
      return `${host} accepts ${phraseClasses(reason.accepted)}, and issues the form for ${phraseClasses(reason.issued)} once ${they} ${are} accepted. Ask how long that takes.`;
    case 'visa-not-needed':
      return 'No visa is needed.';
    case 'waiver-too-long':
      return 'Without a visa, a stay can last at most 90 days.';
    case 'visa-clause-for-students':
      return `The B-1 rule for electives is for enrolled students. Ask ${host} which status it sponsors for graduates.`;
    case 'electives-left':
      return `${host} allows ${reason.max} ${reason.max === 1 ? 'elective' : 'electives'} per person${reason.isForLife ? ' in a lifetime' : ''}.`;
    case 'electives-used':
      return `${They} ${have} done the ${reason.max === 1 ? 'one elective' : `${reason.max} electives`} that ${host} allows${reason.isForLife ? ' in a lifetime' : ''}.`;
  }
}

/** Only a page's own words are quoted. */
function stated(rule: string, { text, isEntered }: Stated): string {
  return isEntered ? `${rule}. ${text}.` : `${rule}: “${text}”.`;
}

/** Several gates that a page is silent about, as one sentence. A reason in other words stands for itself. */
export function phraseUnstated(
  gates: readonly Gate[],
  host: string,
  reader: Reader = 'applicant',
): string {
  const topics = gates.flatMap(({ reason }) => ('topic' in reason ? [TOPICS[reason.topic]] : []));
  const silent =
    gates[0]?.reason.code === 'unlisted'
      ? `${host} is not in our directory: it is not known ${LIST.format(topics)}.`
      : `${host} does not state ${LIST.format(topics)}.`;
  const others = gates
    .filter(({ reason }) => !('topic' in reason))
    .map((gate) => phraseGate(gate, host, reader));
  return [...(topics.length > 0 ? [silent] : []), ...others].join(' ');
}

const LIST = new Intl.ListFormat('en-US');
const CHOICE = new Intl.ListFormat('en-US', { type: 'disjunction' });

const DEPARTMENTS = { ir: 'interventional radiology', dr: 'diagnostic radiology' } as const;

const TOPICS: Readonly<Record<GateTopic, string>> = {
  who: 'who may come',
  graduates: 'whether it accepts graduates',
  'final-year': 'whether it accepts only final-year students',
  'degree-age': 'how old a degree may be',
  citizenship: 'whether it has a rule about citizenship',
  department: 'which departments are open',
  route: 'how to apply',
  contact: 'whom to contact',
  months: 'in which months visitors may come',
  length: 'how long a rotation may be',
  time: 'what the application deadline is',
  'step-1': 'whether it requires Step 1',
  'step-2': 'whether it requires Step 2',
  english: 'whether it requires an English test',
  ecfmg: 'whether it requires an ECFMG certificate',
  visa: 'which visa it accepts',
  electives: 'how many electives one person may do',
  status: 'whether it is taking applications',
};

function phraseMinimum(minimum: Readonly<Partial<Record<EnglishTest, number>>>): string {
  return LIST.format(
    (Object.keys(minimum) as EnglishTest[]).map(
      (test) => `${ENGLISH_TESTS[test]} ${minimum[test]}`,
    ),
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

/** What to do about a gate that is not met, or that asks something. */
export function phraseFix({ id, state, hint }: Pick<Gate, 'id' | 'state' | 'hint'>): string {
  const isOnlyUndated = hint === 'met' && id !== 'visa';
  if (state === 'not-stated' || isOnlyUndated) return 'Ask the host before you apply.';
  return state === 'ask' ? (ASKS[id] ?? 'Ask the host before you apply.') : FIXES[id];
}

const ASKS: Readonly<Partial<Record<GateId, string>>> = {
  who: 'Ask the host’s visiting-student office, or your dean’s office, before you pay a fee.',
  'final-year': 'If you are not in your final year, ask the host.',
  'degree-age': 'Enter your graduation date.',
  department: 'Ask the visiting student office whether the department takes visitors.',
  route: 'Ask your dean’s office whether your school is in VSLO or its Global Network.',
  contact: 'Find a physician there who will invite you.',
  'step-1': 'Enter whether you passed Step 1.',
  'step-2': 'Enter whether you passed Step 2.',
  english: 'Compare your score with what the host asks.',
  ecfmg: 'Enter whether you have the ECFMG certificate.',
  visa: 'Ask the host for the exact class in writing, and show that at the consulate or the border.',
};

const FIXES: Readonly<Record<GateId, string>> = {
  who: 'Choose another offering: an observership, a hospital program, or another host.',
  'final-year': 'Choose dates in your final year, or another host.',
  'degree-age': 'Choose a host without this limit.',
  citizenship: 'Choose another host.',
  department: 'Choose a host whose department takes visitors.',
  route: 'Choose a host with an application of its own.',
  contact: 'Choose a host that takes applications.',
  months: 'Choose dates when the host takes visitors, or another host.',
  length: 'Change the dates to the length that the host allows.',
  time: 'Choose later dates, or another host.',
  status: 'Choose another host, and look again in some months.',
  'step-1': 'Pass Step 1 before you apply, or choose a host that does not ask for it.',
  'step-2': 'Pass Step 2 before you apply, or choose a host that does not ask for it.',
  english: 'Take a test again, or choose a host that asks for less.',
  ecfmg: 'Choose a host that does not ask for it, or come back once you are certified.',
  visa: 'Ask the host which class it accepts, or choose another host.',
  electives: 'Choose another host.',
};
