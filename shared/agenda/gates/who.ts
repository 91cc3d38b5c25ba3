/** Who may come: enrolled students, final year, schools, graduates, citizenship. */
import { plusMonths } from '#shared/base/time/day.ts';
import { plainName } from '#shared/world/hosts/hosts.ts';
import {
  ask,
  type GateInput,
  type GatePerson,
  type GateStay,
  type Judged,
  met,
  notMet,
  quoted,
} from './gate.ts';

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
  if (offering.read?.refusesResidencySeekers) return notMet({ code: 'residency-seekers-refused' });
  return isGraduateFor(person, stay) ? judgeGraduate(input) : judgeStudent(input);
}

/** Whether visitors there are what the plan calls them: a page may have changed, and the host knows. */
export function judgeRole({
  stay: { mode },
  offering: { mode: offered },
}: GateInput): Judged | undefined {
  if (mode === undefined || offered === 'unclear' || offered === mode) return undefined;
  return ask({ code: 'role-differs', offered });
}

export function judgeFinalYear({ person, stay, offering }: GateInput): Judged | undefined {
  if (!offering.read?.finalYearOnly || isGraduateFor(person, stay)) return undefined;
  const { graduationOn } = person;
  if (!graduationOn || !stay.dates) return ask({ code: 'final-year-unknown' });
  return graduationOn <= plusMonths(stay.dates.start, 12)
    ? met({ code: 'final-year' })
    : notMet({ code: 'final-year-later', graduationOn });
}

export function judgeDegreeAge({ person, stay, offering }: GateInput): Judged | undefined {
  const years = offering.read?.graduatedWithinYears;
  if (years === undefined || !isGraduateFor(person, stay)) return undefined;
  const { graduationOn } = person;
  if (!graduationOn || !stay.dates) return ask({ code: 'degree-unknown', years });
  const lastDay = plusMonths(graduationOn, 12 * years);
  return stay.dates.start <= lastDay
    ? { ...met({ code: 'degree-recent', years }), lastDay }
    : { ...notMet({ code: 'degree-old', years }), lastDay };
}

/** A rule about nationalities is always a question, in the page's own words: we never ask for one. */
export function judgeCitizenship(input: GateInput): Judged | undefined {
  const { person, offering } = input;
  const { entry } = person;
  const text = quoted(input, 'citizenship') ?? '';
  const asked: Judged = ask({ code: 'citizenship-asked', text });
  const fits: Judged = met({ code: 'citizens-fit' });
  const rule = offering.read?.citizens;
  if (rule === undefined) return text === '' ? undefined : asked;
  if (rule === 'any') return met({ code: 'citizens-any' });
  if (rule === 'by-nationality') return asked;
  if (entry === undefined) return ask({ code: 'entry-unknown' });
  if (rule === 'ask-if-us') return entry === 'citizen' ? asked : fits;
  if (entry === 'citizen') return fits;
  if (rule === 'us-visa-in-hand') return ask({ code: 'us-visa-in-hand' });
  return entry === 'in-us' ? asked : notMet({ code: 'citizens-only' });
}

function judgeStudent({ person, offering }: GateInput): Judged {
  const { students, read } = offering;
  if (students === undefined) return ask({ code: 'not-stated', topic: 'who' });
  if (students === 'named-schools') return judgeNamedSchool(read?.schools ?? [], person.school);
  return STUDENTS[students];
}

const STUDENTS = {
  yes: met({ code: 'students-welcome' }),
  no: notMet({ code: 'students-refused' }),
  'partners-only': ask({ code: 'students-of-partners' }),
};

/** Schools are written in many ways: a match is met, and no match is a question, never a no. */
function judgeNamedSchool(schools: readonly string[], school: string | undefined): Judged {
  const own = school && plainName(school);
  const isNamed = schools.some((each) => plainName(each) === own);
  return {
    state: isNamed ? 'met' : 'ask',
    reason: { code: 'students-of-named-schools', schools, ...(school !== undefined && { school }) },
  };
}

/** An offering for students is closed to graduates unless its page says otherwise. */
function judgeGraduate({ offering: { graduates, students } }: GateInput): Judged {
  if (graduates === undefined && students === undefined)
    return ask({ code: 'not-stated', topic: 'graduates' });
  return GRADUATES[graduates ?? 'no'];
}

const GRADUATES = {
  yes: met({ code: 'graduates-welcome' }),
  no: notMet({ code: 'graduates-refused' }),
  'trained-only': ask({ code: 'graduates-trained-only' }),
};

/** The electives that one person may do at one host. */
export function judgeElectives({ person, offering }: GateInput): Judged | undefined {
  const { electivesMax: max, electivesInLifetime } = offering.read ?? {};
  if (max === undefined || person.electivesThere === undefined) return undefined;
  const of = { max, ...(electivesInLifetime && { isForLife: true as const }) };
  return person.electivesThere < max
    ? met({ code: 'electives-left', ...of })
    : notMet({ code: 'electives-used', ...of });
}
