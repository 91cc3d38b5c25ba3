/** Columns that have content but are not read: the sender must confirm each before anything is written. */
import { distance } from 'fastest-levenshtein';
import { counted } from '#shared/base/sentence.ts';
import { COLUMNS, FIELDS, type Field } from '../table/columns.ts';
import { APPLICANT_SHEET, ROTATION_SHEET } from '../table/sheets.ts';
import { bare, columnsOf, type Mapping, namesOf } from './mapping.ts';
import { HAS_WORDS } from './mapping-for.ts';
import { readCell } from './read-cell.ts';
import type { CsvTable } from './sheet.ts';

export interface UnreadColumn {
  readonly column: string;
  /** The number of cells that are not empty. */
  readonly filled: number;
  /** The field that its header and cells may stand for. */
  readonly near?: Field;
}

export function unreadColumns(
  { header, lines }: CsvTable,
  mappings: readonly Mapping[],
  ignored: readonly string[],
): UnreadColumn[] {
  const [mapping = {}] = mappings;
  const read = new Set(mappings.flatMap((each) => [...columnsOf(each)]));
  return header.flatMap((column, index): UnreadColumn[] => {
    if (read.has(column) || ignored.includes(column) || isOfExport(column, header)) return [];
    const cells = lines.flatMap(({ cells: all }) => all[index] || []);
    if (cells.length === 0) return [];
    const near = nearestField(column, cells, mapping);
    return [{ column, filled: cells.length, ...(near && { near }) }];
  });
}

/** `The column "Offer valid until" is not read: 1 cell is filled. Did you mean "Offer expires"?` */
export function unreadWords({ column, filled, near }: UnreadColumn): string {
  const cells = counted(filled, 'cell is', 'cells are');
  const question = near ? ` Did you mean "${COLUMNS[near].header}"?` : '';
  return `The column "${column}" is not read: ${cells} filled.${question}`;
}

/** Columns that exports compute are ignored when an export is imported again. */
function isOfExport(column: string, header: readonly string[]): boolean {
  return header.includes(ID_OF_EXPORTS) && EXPORTED.has(column);
}

const EXPORTED: ReadonlySet<string> = new Set(
  [...APPLICANT_SHEET, ...ROTATION_SHEET]
    .map((column) => column.header)
    .filter((name) => FIELDS.every((field) => COLUMNS[field].header !== name)),
);
const ID_OF_EXPORTS = 'Applicant ID';

/** The field without a column that accepts the cells and has the closest name. */
function nearestField(
  column: string,
  cells: readonly string[],
  mapping: Mapping,
): Field | undefined {
  const word = bare(column);
  const words = wordsOf(column);
  const candidates = FIELDS.filter((field) => !mapping[field]).map((field) => {
    const names = namesOf(field);
    const slips = Math.min(...names.map((name) => distance(name, word)));
    const isSwapped = names.some((name) => lettersOf(name) === lettersOf(word));
    const own = wordsOf(COLUMNS[field].header);
    // A word of the header itself says more than another name for it.
    const weightOf = (each: string) => (own.includes(each) ? 2 : names.includes(each) ? 1 : 0);
    const shared = words.reduce((sum, each) => sum + weightOf(each), 0);
    return { field, isSlip: isSwapped || slips <= word.length / SLIP_PER_LETTERS, shared };
  });
  const some = cells.slice(0, CELLS_TRIED);
  const named = candidates
    .filter(({ isSlip, shared }) => isSlip || shared > 0)
    .toSorted((a, b) => Number(b.isSlip) - Number(a.isSlip) || b.shared - a.shared)
    .find(({ field }) => some.some((cell) => readCell(field, cell).ok));
  return (named ?? candidates.find(({ field }) => isOfWords(field, some)))?.field;
}

/** Whether every cell is a word that only a field of few values takes. */
function isOfWords(field: Field, cells: readonly string[]): boolean {
  return HAS_WORDS.includes(field) && cells.every((cell) => readCell(field, cell).ok);
}

/** `Emial` has those of `Email`. */
function lettersOf(word: string): string {
  return [...word].toSorted().join('');
}

const SLIP_PER_LETTERS = 4;
const CELLS_TRIED = 20;

function wordsOf(header: string): string[] {
  return header
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length >= 4)
    .map((word) => word.replace(/s$/, ''));
}
