/** Lines into people: one address is one person, and each line with a host is one rotation of theirs. */
import {
  APPLICANT_FIELDS,
  type ApplicantField,
  type Field,
  ROTATION_FIELDS,
} from '../table/columns.ts';
import type { Mapping } from './mapping.ts';
import type { Problem } from './problem.ts';
import { type Cells, readCell } from './read-cell.ts';
import type { CsvLine, CsvTable } from './read-csv.ts';

export interface RotationLine {
  readonly line: number;
  readonly cells: Cells & Required<Pick<Cells, 'host'>>;
}

/** What the file says of one person. */
export interface PersonLines {
  readonly address: string;
  /** Of the person's first line. */
  readonly line: number;
  readonly profile: Pick<Cells, ApplicantField>;
  readonly rotations: readonly RotationLine[];
}

export interface ReadPeople {
  readonly people: readonly PersonLines[];
  readonly problems: readonly Problem[];
}

export function readPeople({ header, lines }: CsvTable, mapping: Mapping): ReadPeople {
  const problems: Problem[] = [];
  const people = new Map<string, PersonLines>();
  /** Addresses with a wrong line: compared with their other lines, and judged no further. */
  const unread = new Set<string>();
  for (const line of lines) {
    const { cells, wrong } = readLine(header, line, mapping);
    problems.push(...wrong);
    if (cells.address === undefined) continue;
    const person = personOf(line.line, cells.address, cells);
    if (wrong.length > 0) unread.add(person.address);
    const before = people.get(person.address);
    const clash = before && clashOf(before, person, mapping);
    if (clash) problems.push(clash);
    else people.set(person.address, before ? together(before, person) : person);
  }
  return { people: [...people.values()].filter(({ address }) => !unread.has(address)), problems };
}

/** The header of the column a field comes from, where it comes from one. */
export function columnOf(mapping: Mapping, field: Field): { column?: string } {
  const source = mapping[field];
  return source && 'column' in source ? { column: source.column } : {};
}

function readLine(
  header: readonly string[],
  { line, cells: texts }: CsvLine,
  mapping: Mapping,
): { cells: Cells; wrong: Problem[] } {
  const cells: Record<string, unknown> = {};
  const wrong: Problem[] = [];
  const textOf = (field: Field): string => {
    const source = mapping[field];
    if (!source) return '';
    return 'always' in source ? source.always : (texts[header.indexOf(source.column)] ?? '');
  };
  const hasRotation = textOf('host') !== '';
  const fields = hasRotation ? [...APPLICANT_FIELDS, ...ROTATION_FIELDS] : APPLICANT_FIELDS;
  for (const field of fields) {
    const text = textOf(field);
    if (text === '') continue;
    const read = readCell(field, text);
    if (read.ok) cells[field] = read.value;
    else wrong.push({ line, ...columnOf(mapping, field), says: read.failure });
  }
  if (textOf('address') === '') {
    wrong.push({ line, ...columnOf(mapping, 'address'), says: 'The mail address is missing.' });
  }
  const stray = hasRotation
    ? undefined
    : ROTATION_FIELDS.find((field) => isInCell(mapping, field) && textOf(field) !== '');
  if (stray) {
    const says = 'There is no host on this line, so it is not known which rotation this is of.';
    wrong.push({ line, ...columnOf(mapping, stray), says });
  }
  return { cells: cells as Cells, wrong };
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
    rotations: host === undefined ? [] : [{ line, cells: { ...cells, host } }],
  };
}

/** A second line of one address adds a rotation and says nothing else of the person; anything else is a slip. */
function clashOf(before: PersonLines, again: PersonLines, mapping: Mapping): Problem | undefined {
  if (again.rotations.length === 0) {
    const says = `This address is on line ${before.line} already. One line a person, or one a rotation.`;
    return { line: again.line, ...columnOf(mapping, 'address'), says };
  }
  const differing = APPLICANT_FIELDS.find(
    (field) =>
      field in again.profile &&
      field in before.profile &&
      // Lines of one cell are a list.
      JSON.stringify(again.profile[field]) !== JSON.stringify(before.profile[field]),
  );
  return (
    differing && {
      line: again.line,
      ...columnOf(mapping, differing),
      says: `Line ${before.line} says something else of the same person.`,
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
