/** Who may come: enrolled students, final year, schools, graduates, citizenship. */
import { plusMonths } from '#shared/base/time/day.ts';
import { plainName } from '#shared/world/hosts/hosts.ts';
import { type GateInput, type GatePerson, type GateStay, type Judged, quoted } from './gate.ts';

/** Enrolled means enrolled through the rotation's last day. */
export function isGraduateFor(
  { enrollment, graduationOn }: GatePerson,
  { dates }: GateStay,
): boolean {
  if (enrollment === 'graduate') return true;
  return graduationOn !== undefined && dates !== undefined && graduationOn < dates.end;
}

export function judgeWho(input: GateInput): Judged {
  const { person, stay, offering } = input;
  if (offering.read?.refusesResidencySeekers) {
    return { state: 'not-met', reason: { code: 'residency-seekers-refused' } };
  }
  return isGraduateFor(person, stay) ? judgeGraduate(input) : judgeStudent(input);
}

export function judgeFinalYear({ person, stay, offering }: GateInput): Judged | undefined {
  if (!offering.read?.finalYearOnly || isGraduateFor(person, stay)) return undefined;
  const { graduationOn } = person;
  if (!graduationOn || !stay.dates) return { state: 'ask', reason: { code: 'final-year-unknown' } };
  return graduationOn <= plusMonths(stay.dates.start, 12)
    ? { state: 'met', reason: { code: 'final-year' } }
    : { state: 'not-met', reason: { code: 'final-year-later', graduationOn } };
}

export function judgeDegreeAge({ person, stay, offering }: GateInput): Judged | undefined {
  const years = offering.read?.graduatedWithinYears;
  if (years === undefined || !isGraduateFor(person, stay)) return undefined;
  const { graduationOn } = person;
  if (!graduationOn || !stay.dates)
    return { state: 'ask', reason: { code: 'degree-unknown', years } };
  const lastDay = plusMonths(graduationOn, 12 * years);
  return stay.dates.start <= lastDay
    ? { state: 'met', reason: { code: 'degree-recent', years }, lastDay }
    : { state: 'not-met', reason: { code: 'degree-old', years }, lastDay };
}

/** A rule about nationalities is always a question, in the page's own words: we never ask for one. */
export function judgeCitizenship(input: GateInput): Judged | undefined {
  const { person, offering } = input;
  const { entry } = person;
  const text = quoted(input, 'citizenship', 'citizenship') ?? '';
  const asked: Judged = { state: 'ask', reason: { code: 'citizenship-asked', text } };
  const fits: Judged = { state: 'met', reason: { code: 'citizens-fit' } };
  const rule = offering.read?.citizens;
  if (rule === undefined) return text === '' ? undefined : asked;
  if (rule === 'any') return { state: 'met', reason: { code: 'citizens-any' } };
  if (rule === 'by-nationality') return asked;
  if (entry === undefined) return { state: 'ask', reason: { code: 'entry-unknown' } };
  if (rule === 'ask-if-us') return entry === 'citizen' ? asked : fits;
  if (entry === 'citizen') return fits;
  if (rule === 'us-visa-in-hand') return { state: 'ask', reason: { code: 'us-visa-in-hand' } };
  return entry === 'in-us' ? asked : { state: 'not-met', reason: { code: 'citizens-only' } };
}

function judgeStudent({ person, offering }: GateInput): Judged {
  const { students, read } = offering;
  if (students === undefined) return { state: 'ask', reason: { code: 'not-stated', topic: 'who' } };
  if (students === 'named-schools') return judgeNamedSchool(read?.schools ?? [], person.school);
  return STUDENTS[students];
}

const STUDENTS = {
  yes: { state: 'met', reason: { code: 'students-welcome' } },
  no: { state: 'not-met', reason: { code: 'students-refused' } },
  'partners-only': { state: 'ask', reason: { code: 'students-of-partners' } },
} as const satisfies Readonly<Record<string, Judged>>;

/** Schools are written in many ways: a match is met, and no match is a question, never a no. */
function judgeNamedSchool(schools: readonly string[], school: string | undefined): Judged {
  const own = school && plainName(school);
  const isNamed = schools.some((each) => plainName(each) === own);
  return {
    state: isNamed ? 'met' : 'ask',
    reason: {
      code: 'students-of-named-schools',
      schools,
      ...(school !== undefined && { school }),
    },
  };
}

/** An offering for students is closed to graduates unless its page says otherwise. */
function judgeGraduate({ offering: { graduates, students } }: GateInput): Judged {
  if (graduates === undefined && students === undefined)
    return { state: 'ask', reason: { code: 'not-stated', topic: 'graduates' } };
  return GRADUATES[graduates ?? 'no'];
}

const GRADUATES = {
  yes: { state: 'met', reason: { code: 'graduates-welcome' } },
  no: { state: 'not-met', reason: { code: 'graduates-refused' } },
  'trained-only': { state: 'ask', reason: { code: 'graduates-trained-only' } },
} as const satisfies Readonly<Record<string, Judged>>;

/** The electives that one person may do at one host. */
export function judgeElectives({ person, offering }: GateInput): Judged | undefined {
  const { electivesMax: max, electivesInLifetime } = offering.read ?? {};
  if (max === undefined || person.electivesThere === undefined) return undefined;
  const of = { max, ...(electivesInLifetime && { isForLife: true as const }) };
  return person.electivesThere < max
    ? { state: 'met', reason: { code: 'electives-left', ...of } }
    : { state: 'not-met', reason: { code: 'electives-used', ...of } };
}
