/** Groups lines by person: one address is one person, and each line with a host is one rotation. */
import {
  APPLICANT_FIELDS,
  type ApplicantField,
  type Field,
  ROTATION_FIELDS,
} from '../table/columns.ts';
import { closedReasonIn } from './cell-words.ts';
import { columnOf, type Mapping } from './mapping.ts';
import type { Problem } from './problem.ts';
import { type Cells, isOpenYet, mayBeExplained, readCell } from './read-cell.ts';
import type { CsvLine, CsvTable } from './sheet.ts';
import type { Unclear } from './unclear.ts';

export interface RotationLine {
  readonly line: number;
  /** Which rotation of the line, counted from 1: columns may be numbered. */
  readonly nth: number;
  readonly cells: Cells & Required<Pick<Cells, 'host'>>;
}

export interface PersonLines {
  readonly address: string;
  /** The person's first line. */
  readonly line: number;
  readonly profile: Pick<Cells, ApplicantField>;
  readonly rotations: readonly RotationLine[];
}

interface ReadPeople {
  readonly people: readonly PersonLines[];
  readonly problems: readonly (Problem | Unclear)[];
  readonly notices: readonly Problem[];
}

/** @param mappings one for a line's first rotation, and one for each further rotation */
export function readPeople({ header, lines }: CsvTable, mappings: readonly Mapping[]): ReadPeople {
  const [mapping = {}] = mappings;
  const problems: (Problem | Unclear)[] = [];
  const notices: Problem[] = [];
  const people = new Map<string, PersonLines>();
  /** Addresses with a faulty line: compared with their other lines, but not imported. */
  const unread = new Set<string>();
  for (const line of lines) {
    const total = totalOn(header, line, mapping);
    if (total) {
      notices.push({
        line: line.line,
        message: `“${total}” names nobody, so this line is left out.`,
      });
      continue;
    }
    const read = readLine(header, line, mapping, [...APPLICANT_FIELDS, ...ROTATION_FIELDS]);
    const further = furtherOf(header, line, mappings);
    const wrong = [...read.wrong, ...further.wrong];
    problems.push(...wrong);
    notices.push(...read.notices, ...further.notices);
    const { address } = read.cells;
    if (address === undefined) continue;
    const first = personOf(line.line, address, read.cells);
    const person = { ...first, rotations: [...first.rotations, ...further.rotations] };
    if (wrong.length > 0) unread.add(person.address);
    const before = people.get(person.address);
    const clash = before && clashOf(before, person, mapping);
    if (clash) problems.push(clash);
    else people.set(person.address, before ? together(before, person) : person);
  }
  problems.push(...withoutColumn(header, lines, mapping));
  const sound = [...people.values()].filter(({ address }) => !unread.has(address));
  return { people: sound, problems, notices };
}

/** What every line would be told: no column is the address, or none the host of the rotations. */
function withoutColumn(
  header: readonly string[],
  lines: readonly CsvLine[],
  mapping: Mapping,
): Problem[] {
  const [first] = lines;
  if (!first) return [];
  const message = (what: string) =>
    `No column is read as the ${what}. Choose the column, or name it so in the sheet.`;
  if (!mapping.address) return [{ line: first.line, message: message('email address') }];
  const stray = ROTATION_FIELDS.find(
    (field) =>
      isInCell(mapping, field) && lines.some((line) => textOf(header, line, mapping, field) !== ''),
  );
  if (mapping.host || !stray) return [];
  return [{ line: first.line, ...columnOf(mapping, stray), message: message('host') }];
}

/** What a line below the people counts: `Total: 2`, and nothing else but numbers. */
function totalOn(header: readonly string[], line: CsvLine, mapping: Mapping): string | undefined {
  const [label = '', ...others] = line.cells.filter((cell) => cell !== '');
  const isTotal = TOTAL.test(label);
  const isNobody = !textOf(header, line, mapping, 'address').includes('@');
  return isTotal && isNobody && others.every((cell) => /^[\d.,]+$/.test(cell)) ? label : undefined;
}

const TOTAL =
  /^(?:grand |sub)?(?:totals?|sum|count|average|n)(?: (?:number|no\.)? ?(?:of )?(?:students|applicants|people|rotations))?[\s:=]*\d*$|^\d+ (?:students|applicants|people)(?: total)?$/i;

/** A line's second and later rotations, each with columns of its own. */
function furtherOf(
  header: readonly string[],
  line: CsvLine,
  [first = {}, ...further]: readonly Mapping[],
): { rotations: RotationLine[]; wrong: (Problem | Unclear)[]; notices: Problem[] } {
  const rotations: RotationLine[] = [];
  const wrong: (Problem | Unclear)[] = [];
  const notices: Problem[] = [];
  for (const [index, mapping] of further.entries()) {
    const filled = ROTATION_FIELDS.find(
      (field) => mapping[field] !== first[field] && textOf(header, line, mapping, field) !== '',
    );
    if (!filled) continue;
    const read = readLine(header, line, mapping, ROTATION_FIELDS);
    const { host } = read.cells;
    notices.push(...read.notices);
    if (host === undefined && isOpenYet(textOf(header, line, mapping, 'host'))) continue;
    if (host === undefined) {
      wrong.push({ line: line.line, ...columnOf(mapping, filled), message: NO_HOST });
      continue;
    }
    wrong.push(...read.wrong);
    rotations.push({ line: line.line, nth: index + 2, cells: { ...read.cells, host } });
    if (!mapping.status && textOf(header, line, first, 'status') !== '') {
      const message = `The rotation at ${host} has no status of its own, so it is imported as shortlisted.`;
      notices.push({ line: line.line, ...columnOf(mapping, 'host'), message });
    }
  }
  return { rotations, wrong, notices };
}

function readLine(
  header: readonly string[],
  { line, cells: texts }: CsvLine,
  mapping: Mapping,
  asked: readonly Field[],
): { cells: Cells; wrong: (Problem | Unclear)[]; notices: Problem[] } {
  const cells: Record<string, unknown> = {};
  const wrong: (Problem | Unclear)[] = [];
  const notices: Problem[] = [];
  const typed = (field: Field) => textOf(header, { line, cells: texts }, mapping, field);
  const text = (field: Field) => (isOpenYet(typed(field)) ? '' : typed(field));
  const hasRotation = text('host') !== '';
  const isHostOpen = isOpenYet(typed('host'));
  const fields = asked.filter((field) => hasRotation || !isOfRotation(field));
  if (isHostOpen) notices.push({ line, ...columnOf(mapping, 'host'), message: HOST_OPEN });
  for (const field of fields) {
    if (isOpenYet(typed(field))) {
      const message = `“${typed(field)}” counts as an empty cell.`;
      notices.push({ line, ...columnOf(mapping, field), message });
    }
    if (text(field) === '') continue;
    const read = readCell(field, text(field));
    if (read.ok && read.value !== undefined) cells[field] = read.value;
    else if (read.ok) notices.push({ line, ...columnOf(mapping, field), message: ENTRY_OPEN });
    else wrong.push(unreadable(line, mapping, field, text(field), read.failure));
  }
  if (cells.status === 'closed') cells.closedReason ??= closedReasonIn(text('status'));
  if (asked.includes('address') && mapping.address && text('address') === '') {
    wrong.push({ line, ...columnOf(mapping, 'address'), message: 'The email address is missing.' });
  }
  const stray =
    hasRotation || isHostOpen || !mapping.host
      ? undefined
      : ROTATION_FIELDS.find((field) => isInCell(mapping, field) && text(field) !== '');
  if (stray) wrong.push({ line, ...columnOf(mapping, stray), message: NO_HOST });
  return { cells: cells as Cells, wrong, notices };
}

function unreadable(
  line: number,
  mapping: Mapping,
  field: Field,
  text: string,
  message: string,
): Problem | Unclear {
  const { column } = columnOf(mapping, field);
  if (column === undefined) return { line, message };
  const problem = { line, column, message };
  return mayBeExplained(field, text) ? { ...problem, field, text, cells: 1 } : problem;
}

const ENTRY_OPEN =
  '“no” does not say how this person will enter the US, so the plan asks: as a citizen or permanent resident, with legal status, or with a visa waiver.';
const HOST_OPEN =
  'The host is not known yet, so this line adds no rotation. Add it once the host is known.';
const NO_HOST = 'This line has no host, so it is unclear which rotation it is about.';

function textOf(
  header: readonly string[],
  { cells }: CsvLine,
  mapping: Mapping,
  field: Field,
): string {
  const source = mapping[field];
  if (!source) return '';
  return 'always' in source ? source.always : (cells[header.indexOf(source.column)] ?? '');
}

function isOfRotation(field: Field): boolean {
  return ROTATION_FIELDS.some((each) => each === field);
}

function isInCell(mapping: Mapping, field: Field): boolean {
  const source = mapping[field];
  return source !== undefined && 'column' in source;
}

function personOf(line: number, address: string, cells: Cells): PersonLines {
  const { host } = cells;
  return {
    address,
    line,
    profile: Object.fromEntries(
      APPLICANT_FIELDS.flatMap((field) => (field in cells ? [[field, cells[field]]] : [])),
    ),
    rotations: host === undefined ? [] : [{ line, nth: 1, cells: { ...cells, host } }],
  };
}

/** A second line for one address must add a rotation and must not contradict the first line. */
function clashOf(before: PersonLines, again: PersonLines, mapping: Mapping): Problem | undefined {
  if (again.rotations.length === 0) {
    const message = `This address is already on line ${before.line}. Use one line per person, or one per rotation.`;
    return { line: again.line, ...columnOf(mapping, 'address'), message };
  }
  const differing = APPLICANT_FIELDS.find(
    (field) =>
      field in again.profile &&
      field in before.profile &&
      // A cell with several lines is a list.
      JSON.stringify(again.profile[field]) !== JSON.stringify(before.profile[field]),
  );
  return (
    differing && {
      line: again.line,
      ...columnOf(mapping, differing),
      message:
        differing === 'name'
          ? `Line ${before.line} has another name at the same address. Two people need two addresses.`
          : `This contradicts line ${before.line}, which is about the same person.`,
    }
  );
}

function together(before: PersonLines, again: PersonLines): PersonLines {
  return {
    ...before,
    profile: { ...again.profile, ...before.profile },
    rotations: [...before.rotations, ...again.rotations],
  };
}
