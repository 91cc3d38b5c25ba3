/** A gate's reason as a sentence: to the applicant, or about the applicant to an advisor. */

import type { Gate, GateId, GateReason, GateTopic, Stated } from '#shared/agenda/gates/gate.ts';
import { capital, type Reader, sentences } from '#shared/base/sentence.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { ENGLISH_TESTS, type EnglishTest, type VisaClass } from '#shared/world/hosts/offering.ts';
import type { Mode } from '#shared/world/vocabulary.ts';

/** @param host the host's name as the reader knows it */
export function phraseGate(
  { reason, hint }: Pick<Gate, 'reason' | 'hint'>,
  host: string,
  reader: Reader,
): string {
  const phrase = SENTENCES[reason.code] as (of: object) => string;
  const text = phrase({ ...reason, ...PEOPLE[reader], host });
  return hint ? `${text} The page is undated: ask whether this still holds.` : text;
}

interface Person {
  readonly they: string;
  readonly their: string;
  readonly are: string;
  readonly have: string;
}
const PEOPLE: Readonly<Record<Reader, Person>> = {
  applicant: { they: 'you', their: 'your', are: 'are', have: 'have' },
  advisor: { they: 'the applicant', their: 'their', are: 'is', have: 'has' },
};

type Sentences = {
  readonly [Code in GateReason['code']]: (
    of: GateReason & { readonly code: Code } & Person & { readonly host: string },
  ) => string;
};

const SENTENCES: Sentences = {
  'not-stated': ({ topic, host }) => notStated(host, [TOPICS[topic]]),
  disputed: ({ topic, host }) =>
    `Two advisors entered different answers for ${host}, and nobody has confirmed either: it is not known ${TOPICS[topic]}.`,
  unlisted: ({ topic, host }) => unlisted(host, [TOPICS[topic]]),
  'students-welcome': ({ host }) => `${host} accepts students from schools outside the US.`,
  'students-refused': ({ host }) => `${host} accepts no students from schools outside the US here.`,
  'students-of-partners': ({ host, their }) =>
    `${host} accepts only students from partner schools. Ask ${their} dean’s office whether ${their} school is one.`,
  'students-of-named-schools': ({ schools, school, host, they, their, are }) => {
    if (schools.length === 0)
      return `${host} accepts only students from schools that it names. Ask whether ${their} school is one.`;
    const own = school === undefined ? '' : ` ${capital(they)} ${are} at ${school}.`;
    return `${host} accepts only students from these schools: ${LIST.format(schools)}.${own}`;
  },
  'graduates-welcome': ({ host }) => `${host} accepts graduates.`,
  'graduates-refused': ({ host }) => `${host} does not accept graduates here.`,
  'graduates-trained-only': ({ host }) =>
    `${host} accepts only physicians who trained, or are in training, outside the US.`,
  'residency-seekers-refused': ({ host }) =>
    `${host} does not accept people who want a US residency or fellowship.`,
  'role-differs': ({ offered, host, their }) =>
    `The page of ${host} offers ${OFFERED[offered]} only; ${their} plan says otherwise.`,
  'final-year': () => 'The rotation is in the final year, as the host requires.',
  'final-year-later': ({ graduationOn, host }) =>
    `${host} accepts only final-year students; graduation is on ${phraseDay(graduationOn)}.`,
  'final-year-unknown': ({ host, their }) =>
    `${host} accepts only final-year students. Enter ${their} graduation date.`,
  'degree-recent': ({ years }) => `The degree is at most ${years} years old, as the host requires.`,
  'degree-old': ({ years, host }) => `${host} accepts degrees that are at most ${years} years old.`,
  'degree-unknown': ({ years, host, their }) =>
    `${host} accepts degrees that are at most ${years} years old. Enter ${their} graduation date.`,
  'vslo-member': ({ they }) => `${capital(they)} can apply through VSLO.`,
  'vslo-needed': ({ host, their }) =>
    `${host} accepts applications only through VSLO, and ${their} school must be in it.`,
  'vslo-unknown': ({ host, their }) =>
    `${host} accepts applications only through VSLO. Ask ${their} dean’s office whether ${their} school is in it.`,
  'vslo-chosen': ({ host }) => `VSLO is for students of its schools: apply to ${host} another way.`,
  'vslo-chosen-unknown': ({ host, their }) =>
    `The plan is to apply to ${host} through VSLO. It is not known whether ${their} school is in it.`,
  'vslo-open-to-others': ({ host }) => `${host} uses VSLO, and other schools can register in it.`,
  'own-route': ({ host, they }) => `${capital(they)} can apply to ${host} without VSLO.`,
  'sponsor-first': ({ they }) => `A physician there must sponsor ${they} first.`,
  'host-starts': ({ host, they }) =>
    `${host} asks not to be contacted: the host must invite ${they}.`,
  'office-only': ({ host }) => `Contact only the office of ${host}, not departments or physicians.`,
  'department-first': ({ host }) => `Contact the department at ${host} first.`,
  'citizens-any': ({ host }) => `${host} accepts any citizenship.`,
  'citizens-fit': () => 'The host’s citizenship rule is met.',
  'citizens-only': ({ host }) => `${host} accepts only US citizens and permanent residents.`,
  'us-visa-in-hand': ({ host }) =>
    `${host} accepts applications only from holders of a valid US visa.`,
  'citizenship-asked': (of) =>
    `${stated(`${of.host} has a rule about citizenship`, of)} Ask before applying.`,
  'entry-unknown': ({ host, they }) =>
    `Enter how ${they} will enter the US: ${host} has a rule about it.`,
  'status-ends': ({ day, they }) =>
    `The US status that ${they} entered ends on ${phraseDay(day)}, before the last day. Ask how it can be extended.`,
  'exam-passed': ({ exam, they, have }) =>
    `${capital(they)} ${have} passed ${exam}, as the host requires.`,
  'exam-missing': ({ exam, host, they, have }) =>
    `${host} requires ${exam}, which ${they} ${have} not passed yet.`,
  'exam-unknown': ({ exam, host, they, have }) =>
    `${host} requires ${exam}. Enter whether ${they} ${have} passed it.`,
  'english-enough': ({ minimum }) =>
    `The English score is high enough (${phraseMinimum(minimum)}).`,
  'english-low': ({ minimum, host }) =>
    `The English score is below the minimum at ${host} (${phraseMinimum(minimum)}).`,
  'english-unknown': ({ minimum, host }) =>
    `${host} requires an English score (${phraseMinimum(minimum)}).`,
  'ecfmg-held': ({ they, have }) =>
    `${capital(they)} ${have} the ECFMG certificate that the host requires.`,
  'ecfmg-missing': ({ host, they, have }) =>
    `${host} requires an ECFMG certificate, and ${they} ${have} none.`,
  'ecfmg-unknown': ({ host, they, have }) =>
    `${host} requires an ECFMG certificate. Enter whether ${they} ${have} it.`,
  'department-open': ({ specialty }) =>
    `${capital(DEPARTMENTS[specialty])} is open to visitors there.`,
  'department-closed': ({ specialty }) =>
    `${capital(DEPARTMENTS[specialty])} is closed to visitors there.`,
  'department-unknown': ({ specialty, host }) =>
    `${host} does not state whether ${DEPARTMENTS[specialty]} is open to visitors. Ask before applying.`,
  'months-open': ({ host }) => `${host} accepts visitors on these dates.`,
  'months-closed': (of) => stated(`${of.host} accepts no visitors on these dates`, of),
  'months-asked': (of) =>
    `${stated(`${of.host} has a rule about its dates`, of)} Ask whether these work.`,
  'length-asked': (of) =>
    `${stated(`${of.host} has a rule about the length`, of)} Ask whether ${of.their} dates work.`,
  'length-fits': () => 'The rotation’s length is allowed.',
  'length-too-long': (of) => stated(`The rotation is longer than ${of.host} allows`, of),
  'length-too-short': (of) => stated(`The rotation is shorter than ${of.host} allows`, of),
  'apply-by': ({ isEstimated, day, advisedDay }) =>
    `Apply by ${isEstimated ? 'about ' : ''}${phraseDay(day)}${isEstimated ? ' (our estimate from another year; ask the host)' : ''}.${advisedDay ? ` The host recommends ${phraseDay(advisedDay)}.` : ''}`,
  'taking-applications': ({ host }) => `${host} is taking applications.`,
  'between-windows': ({ host }) => `${host} is between two application windows.`,
  paused: ({ host }) => `${host} is not taking applications for now.`,
  closed: ({ host }) => `${host} has closed this offering.`,
  'visa-accepted': ({ accepted, host }) => `${host} accepts ${phraseClasses(accepted)}.`,
  'visa-refused': ({ refused, accepted, host }) =>
    `${host} refuses ${phraseClasses(refused)}${accepted.length === 0 ? '' : ` and accepts ${phraseClasses(accepted)}`}.`,
  'visa-not-listed': ({ accepted, host, their }) =>
    `${host} lists ${accepted.length === 0 ? 'no class' : phraseClasses(accepted)}. Ask whether ${their} way of entering the US is accepted.`,
  'visa-of-students': ({ accepted, host }) =>
    `${host} accepts ${phraseClasses(accepted)} only: ask who sponsors it and how long that takes.`,
  'visa-issued': ({ accepted, issued, host, they, are }) =>
    `${host} accepts ${phraseClasses(accepted)}, and issues the form for ${phraseClasses(issued)} once ${they} ${are} accepted. Ask how long that takes.`,
  'visa-not-needed': () => 'No visa is needed.',
  'waiver-too-long': () => 'Without a visa, a stay can last at most 90 days.',
  'visa-clause-for-students': ({ host }) =>
    `The B-1 rule for electives is for enrolled students. Ask ${host} which status it sponsors for graduates.`,
  'electives-left': ({ max, isForLife, host }) =>
    `${host} allows ${max} ${max === 1 ? 'elective' : 'electives'} per person${isForLife ? ' in a lifetime' : ''}.`,
  'electives-used': ({ max, isForLife, host, they, have }) =>
    `${capital(they)} ${have} done the ${max === 1 ? 'one elective' : `${max} electives`} that ${host} allows${isForLife ? ' in a lifetime' : ''}.`,
};

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
  const silent = gates[0]?.reason.code === 'unlisted' ? unlisted : notStated;
  const others = gates
    .filter(({ reason }) => !('topic' in reason))
    .map((gate) => phraseGate(gate, host, reader));
  return sentences(topics.length > 0 && silent(host, topics), ...others);
}

function notStated(host: string, topics: readonly string[]): string {
  return `${host} does not state ${LIST.format(topics)}.`;
}

function unlisted(host: string, topics: readonly string[]): string {
  return `${host} is not in our directory: it is not known ${LIST.format(topics)}.`;
}

const LIST = new Intl.ListFormat('en-US');
const CHOICE = new Intl.ListFormat('en-US', { type: 'disjunction' });

export const OFFERED: Readonly<Record<Mode, string>> = {
  'hands-on': 'hands-on electives',
  observer: 'observerships',
  research: 'research',
};

const DEPARTMENTS = { ir: 'interventional radiology', dr: 'diagnostic radiology' } as const;

const TOPICS: Readonly<Record<GateTopic, string>> = {
  who: 'who may come',
  graduates: 'whether it accepts graduates',
  role: 'whether visitors are hands-on or observers',
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
  role: 'Ask the host which it is.',
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
  role: 'Choose a host that offers what you plan, or change your plan.',
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
