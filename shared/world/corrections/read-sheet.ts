/** A sheet of hosts or programs read back: every correction that it asks for, or each problem by its line and column. */
import { unguarded } from '#shared/base/csv.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import type { World } from '../world.ts';
import type { Correction } from './correction.ts';
import { HOST_CELLS } from './host-cells.ts';
import type { CellProblem } from './read-correction.ts';
import { cellCorrection, correctionOf, newHostId } from './read-correction.ts';
import { HOST_SHEET, PAGE_COLUMNS, PROGRAM_SHEET, type SheetOf, sheetColumns } from './sheets.ts';
import type { Unconfirmed } from './unconfirmed.ts';

/** As it was read from CSV: each line as many cells as the header. */
export interface Sheet {
  readonly header: readonly string[];
  readonly lines: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

export interface SheetProblem {
  /** In the file, from 1. */
  readonly line: number;
  readonly column?: string;
  readonly message: string;
}

interface SheetChange {
  readonly line: number;
  readonly column: string;
  readonly correction: Correction;
}

interface Author {
  /** The form's ID, so that the same file sent again makes the same IDs. */
  readonly update: string;
  readonly unconfirmed: Unconfirmed;
}

type Row = Readonly<Record<string, string>>;

/** An empty cell changes nothing; a host's line in which only the day is new says that its page was read again. */
export function readSheet(
  { header, lines }: Sheet,
  world: World,
  author: Author,
): Result<SheetChange[], SheetProblem[]> {
  const sheet = header.includes('code') ? PROGRAM_SHEET : HOST_SHEET;
  const columns = sheetColumns(sheet);
  const problems: SheetProblem[] = header
    .filter((name) => !columns.includes(name))
    .map((column) => ({ line: 1, column, message: 'The sheet has no such column.' }));
  if (!header.includes(sheet.id)) {
    problems.push({ line: 1, column: sheet.id, message: 'This column is missing.' });
  }
  if (problems.length > 0) return failure(problems);
  const changes: SheetChange[] = [];
  const firstLines = new Map<string, number>();
  for (const { line, cells } of lines) {
    const row: Row = Object.fromEntries(
      header.map((name, at) => [name, unguarded((cells[at] ?? '').trim())]),
    );
    const id = row[sheet.id] ?? '';
    const first = id && firstLines.get(id);
    if (first) {
      problems.push({ line, column: sheet.id, message: `Line ${first} has this ID, too.` });
      continue;
    }
    firstLines.set(id, line);
    for (const each of readRow(sheet, row, line, world, author)) {
      if ('message' in each) problems.push(each);
      else changes.push(each);
    }
  }
  return problems.length > 0 ? failure(problems) : success(changes);
}

function readRow(
  sheet: SheetOf,
  row: Row,
  line: number,
  world: World,
  { update, unconfirmed }: Author,
): (SheetChange | SheetProblem)[] {
  const { [sheet.id]: id = '', source = '', checkedOn, certainty } = row;
  const found = sheet.find(world, id);
  const subject = found && sheet.text(found, sheet.id) === id ? found : undefined;
  const columns = sheetColumns(sheet);
  if (!subject && (id || sheet.of === 'program')) {
    const message =
      sheet.of === 'host'
        ? 'The directory has no offering with this ID. Leave it empty for a new host.'
        : 'The directory has no program with this ACGME code.';
    return [{ line, column: sheet.id, message }];
  }
  const isNew = (column: string) =>
    row[column] !== undefined &&
    row[column] !== '' &&
    (!subject || !isSame(sheet.text(subject, column), row[column]));
  const renamed = subject && sheet.names.find(isNew);
  if (renamed) {
    const message = 'A sheet cannot rename this. Leave this cell as it was.';
    return [{ line, column: renamed, message }];
  }
  const stated = (column: string) => ({
    id: `${update}-${line}-${columns.indexOf(column)}`,
    unconfirmed,
    source: source.replace(MARKED, ''),
    checkedOn,
    certainty,
    [sheet.subjectField]: subject ? id : newHostId(row.host),
  });
  const made = (column: string, read: Correction | CellProblem) =>
    'message' in read
      ? { line, column: columnOf(read.field, column, columns), message: read.message }
      : { line, column, correction: read };
  const fields = Object.keys(sheet.cells).filter(isNew);
  if (subject && fields.length === 0) {
    const isCheck = sheet.of === 'host' && isNew('checkedOn');
    const unused = PAGE_COLUMNS.find(
      (column) => isNew(column) && !(isCheck && column === 'checkedOn'),
    );
    if (unused) {
      const message = 'Nothing else on this line is new. Leave it as it was, or correct a cell.';
      return [{ line, column: unused, message }];
    }
    const check = { of: 'host-check', ...stated('checkedOn') };
    return isCheck ? [made('checkedOn', correctionOf(check))] : [];
  }
  const { host: name, city, state, mode } = row;
  const place = { of: 'new-host', name, ...(city && { city }), state, mode };
  return [
    ...(subject ? [] : [made('host', correctionOf({ ...place, ...stated('host') }))]),
    ...fields
      .filter((field) => subject || !Object.hasOwn(place, field))
      .map((field) =>
        made(
          field,
          cellCorrection(sheet, field, row[field] ?? '', { of: sheet.of, ...stated(field) }),
        ),
      ),
  ];
}

/** The order of several values means nothing; a spreadsheet writes a day, or a month of a year, as 2/1/26. */
function isSame(one: string, other: string): boolean {
  const [, month = '', day = '', year] = /^(\d\d?)\/(\d\d?)\/(\d\d|\d{4})$/.exec(other) ?? [];
  if (year) {
    const full = year.padStart(4, '20');
    const iso = [full, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
    const named = `${HOST_CELLS.months.choices[Number(month)]} ${full}`;
    return one === iso || (Number(day) === 1 && one === named);
  }
  const parts = (of: string) =>
    JSON.stringify(
      of
        .split(/[;|]/)
        .map((part) => part.trim())
        .toSorted(),
    );
  return parts(one) === parts(other);
}

/** The words that a page puts before a source that someone entered. */
const MARKED = /^entered by .{1,200}?: (?=https?:)/;

function columnOf(field: string, column: string, columns: readonly string[]): string {
  if (field === 'name') return 'host';
  return columns.includes(field) ? field : column;
}
