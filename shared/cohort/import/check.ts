/** Checks a whole file before any of it is written. */
import { wordsIn } from '#shared/base/text.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { applyPerson, type Counts, type ImportTerms } from './apply-person.ts';
import { columnOf, type Mapping, mappingsOf } from './mapping.ts';
import { withNamesRead } from './names.ts';
import {
  type Answers,
  type FieldProblem,
  PERSON_KEY,
  type Problem,
  type Question,
} from './problem.ts';
import { type PersonLines, readPeople } from './read-people.ts';
import type { CsvTable } from './sheet.ts';
import {
  askedOnce,
  IMPORT_MEANINGS_MAX,
  MEANINGS_FULL,
  type Meaning,
  type Unclear,
} from './unclear.ts';
import { type UnreadColumn, unreadColumns } from './unread.ts';
import { type Order, type OrderQuestion, withDaysRead } from './written-days.ts';

/** Parallel lookups: a file of ten thousand must be checked within one request. */
export const IMPORT_FOUND_AT_ONCE = 50;

/** How a file is to be read. */
export interface Reading {
  readonly mapping: Mapping;
  /** Columns that the sender leaves out. */
  readonly ignored?: readonly string[];
  /** What the sender says that texts mean. */
  readonly meanings?: readonly Meaning[];
  /** Whether the month or the day comes first, where no cell shows it. */
  readonly order?: Order;
}

export interface Checked {
  readonly people: readonly PersonLines[];
  /** By line. */
  readonly problems: readonly Problem[];
  /** Columns with content that nothing reads. */
  readonly unread: readonly UnreadColumn[];
  /** Texts that their columns do not take. */
  readonly unclear: readonly Unclear[];
  /** Columns of days that may begin with the day or with the month. */
  readonly orders: readonly OrderQuestion[];
  /** For the sender of the file to answer. */
  readonly questions: readonly Question[];
  readonly notices: readonly Problem[];
  /** Counts of people. */
  readonly outcomes: Counts;
  readonly rotations: Counts;
}

/** Finds the applicant with an address in this cohort, and the id to use for a new one. */
export type FindPerson = (
  address: string,
) => Promise<{ readonly known: Applicant | undefined; readonly newId: string }>;

export async function checkImport(
  sheet: CsvTable,
  { mapping, ignored = [], meanings = [], order }: Reading,
  terms: ImportTerms,
  find: FindPerson,
): Promise<Checked> {
  const mappings = mappingsOf(sheet.header, mapping, ignored);
  const names = withNamesRead(sheet, mapping, meanings);
  const { table, ...days } = withDaysRead(names.table, mappings, order);
  const { people, problems: found, notices: read } = readPeople(table, mappings);
  const { problems, unclear } = asked([...names.unclear, ...found], meanings.length);
  const placed = ({ line, nth = 1, field, message }: FieldProblem): Problem => ({
    line,
    ...(field && columnOf(mappings[nth - 1] ?? mapping, field)),
    message,
  });
  const wrong = [...days.problems, ...problems];
  const questions: Question[] = [];
  const members = new Set<string>();
  const notices = [...names.notices, ...days.notices, ...read];
  const outcomes = { added: 0, changed: 0, same: 0 };
  const rotations = { added: 0, changed: 0, same: 0 };
  for (let first = 0; first < people.length; first += IMPORT_FOUND_AT_ONCE) {
    const some = people.slice(first, first + IMPORT_FOUND_AT_ONCE);
    const pairs = await Promise.all(
      some.map(async (person) => [person, await find(person.address)] as const),
    );
    for (const [person, { known, newId }] of pairs) {
      if (known) members.add(person.address);
      const applied = applyPerson(known, person, newId, terms);
      if (!applied.ok) {
        for (const problem of applied.failure) {
          if (problem.asks) questions.push({ ...placed(problem), ...problem.asks });
          else wrong.push(placed(problem));
        }
        continue;
      }
      add(outcomes, { [applied.value.outcome]: 1 });
      add(rotations, applied.value.rotations);
      notices.push(...applied.value.notices.map(placed));
    }
  }
  return {
    people,
    problems: wrong.toSorted((a, b) => a.line - b.line),
    unread: unreadColumns(table, mappings, ignored),
    unclear,
    orders: days.orders,
    questions: [...twinsAmong(people, members, mapping, terms.answers), ...questions],
    notices,
    outcomes,
    rotations,
  };
}

/** Texts that are unclear, or problems where the sheet has more of them than one import can explain. */
function asked(
  all: Parameters<typeof askedOnce>[0],
  explained: number,
): ReturnType<typeof askedOnce> {
  const { problems, unclear } = askedOnce(all);
  const [first] = unclear;
  if (!first || explained + unclear.length <= IMPORT_MEANINGS_MAX) return { problems, unclear };
  return {
    problems: [...problems, { line: first.line, message: MEANINGS_FULL }, ...unclear],
    unclear: [],
  };
}

/** One name at two addresses: one person listed twice, or two people. `members`: addresses of the cohort, which are two people already. */
function twinsAmong(
  people: readonly PersonLines[],
  members: ReadonlySet<string>,
  mapping: Mapping,
  answers: Answers,
): Question[] {
  const firsts = new Map<string, PersonLines>();
  return people.flatMap((person): Question[] => {
    const { line, address, profile } = person;
    const name = wordsIn(profile.name ?? '')
      .toSorted()
      .join(' ');
    const first = firsts.get(name);
    if (name !== '' && !first) firsts.set(name, person);
    const key = `${PERSON_KEY}${line}`;
    if (!first || answers[key] === 'second') return [];
    if (members.has(address) && members.has(first.address)) return [];
    const message = `“${profile.name}” is also on line ${first.line}, with the address ${first.address} instead of ${address}. Are they two people? If not, give both lines the same address.`;
    return [{ line, ...columnOf(mapping, 'name'), message, key, candidates: [] }];
  });
}

/** Nothing is written until this is true. */
export function isReady({ problems, unread, unclear, orders, questions }: Checked): boolean {
  return [problems, unread, unclear, orders, questions].every((each) => each.length === 0);
}

/** Adds in place. */
export function add(to: Record<keyof Counts, number>, counts: Partial<Counts>): void {
  for (const outcome of ['added', 'changed', 'same'] as const) to[outcome] += counts[outcome] ?? 0;
}
