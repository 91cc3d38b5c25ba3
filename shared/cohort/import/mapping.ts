/** Which column of a sheet holds which of our fields: suggested from the headers, corrected by the sender. */
import * as z from 'zod';
import { csvLine } from '#shared/base/csv.ts';
import { LINE_CHARACTERS_MAX } from '#shared/base/limits.ts';
import { APPLICANT_FIELDS, COLUMNS, FIELDS, type Field } from '../table/columns.ts';

/** What is longer names no column. */
const HEADER_CHARACTERS_MAX = 1000;

const sourceSchema = z.union([
  z.strictObject({ column: z.string().max(HEADER_CHARACTERS_MAX) }),
  z.strictObject({ always: z.string().min(1).max(LINE_CHARACTERS_MAX) }),
]);
type Source = z.infer<typeof sourceSchema>;

export const mappingSchema = z.partialRecord(z.enum(FIELDS), sourceSchema);
export type Mapping = Readonly<Partial<Record<Field, Source>>>;

/** The first column whose header matches each field. No column is used twice. */
export function suggestMapping(header: readonly string[]): Mapping {
  const taken = new Set<string>();
  const mapping: Partial<Record<Field, Source>> = {};
  const named = header.filter((each) => each.length <= HEADER_CHARACTERS_MAX);
  for (const field of FIELDS) {
    const free = named.filter((each) => !taken.has(each));
    const column =
      free.find((each) => isOfFirst(each, field)) ??
      free.find((each) => isOfFirst(each.replace(REMARK, ''), field));
    if (column === undefined) continue;
    taken.add(column);
    mapping[field] = { column };
  }
  return mapping;
}

/** A line's first rotation, and each with numbered columns (`Host 2`, `Start 2`). A second host alone may be a second choice, so it does not count. */
export function mappingsOf(
  header: readonly string[],
  mapping: Mapping,
  ignored: readonly string[],
): readonly Mapping[] {
  const used = columnsOf(mapping);
  const further = new Map<number, Partial<Record<Field, Source>>>();
  for (const column of header) {
    const { field, n } = used.has(column) || ignored.includes(column) ? NONE : readHeader(column);
    if (!field || n < 2) continue;
    further.set(n, { [field]: { column }, ...further.get(n) });
  }
  const shared = Object.fromEntries(
    SHARED_FIELDS.flatMap((field) => (mapping[field] ? [[field, mapping[field]]] : [])),
  );
  return [
    mapping,
    ...[...further]
      .filter(([, own]) => own.host && Object.keys(own).length > 1)
      .toSorted(([a], [b]) => a - b)
      .map(([, own]): Mapping => ({ ...shared, ...own })),
  ];
}

export function columnsOf(mapping: Mapping): ReadonlySet<string> {
  return new Set(
    Object.values(mapping).flatMap((source) => ('column' in source ? [source.column] : [])),
  );
}

export function columnOf(mapping: Mapping, field: Field): { column?: string } {
  const source = mapping[field];
  return source && 'column' in source ? { column: source.column } : {};
}

/** Taken from a line's first rotation where a further one has no column of its own. */
const SHARED_FIELDS: readonly Field[] = ['specialty', 'mode', 'route', 'country'];
const NONE = { field: undefined, n: 0 };

/** `Start (MM/DD/YY)`, `Name (Last, First)`; a number would be a rotation's. */
const REMARK = /(?<!\s)\s*\([^()\d]*\)$/;

function isOfFirst(header: string, field: Field): boolean {
  if (means(header, field)) return true;
  const read = readHeader(header);
  return read.n === 1 && read.field === field;
}

function readHeader(header: string): { readonly field: Field | undefined; readonly n: number } {
  for (const { n, of } of numberedHeaders(header)) {
    const field = ROTATION_PARTS.find((each) => means(of, each));
    if (field) return { field, n };
  }
  return NONE;
}

/** `Rotation 2` could be a host or an id, so an id is never numbered. */
const ROTATION_PARTS = FIELDS.filter(
  (field) => field !== 'rotationId' && !APPLICANT_FIELDS.some((each) => each === field),
);

function means(header: string, field: Field): boolean {
  return namesOf(field).includes(bare(header));
}

/** Every header for the field, in lower case, letters and digits only. */
export function namesOf(field: Field): string[] {
  const { header, alsoCalled } = COLUMNS[field];
  return [bare(header), bare(field), ...alsoCalled];
}

export function bare(header: string): string {
  return header.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** Headers with a number: `Host 2`, `Start (2)`, `Rotation 2 start`, `Second host`. */
interface NumberedHeader {
  readonly n: number;
  /** The header without its number: `start`. */
  readonly of: string;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const THING = '(?:rotation|elective|placement|choice|host|site)';
const AFTER = /^(.*?)[\s_#.:(/-]*(?<!\d)([1-9])\)?$/;
const BEFORE = new RegExp(`^${THING}[\\s_#.-]*([1-9])[\\s_:.)/-]+(.+)$`, 'i');
const ORDINAL = new RegExp(`^(${ORDINALS.join('|')}|[1-9](?:st|nd|rd|th))[\\s_-]+(.+)$`, 'i');
/** `Start of rotation` means `Start`. */
const OF_THING = /[\s_(-]+(?:of[\s_-]+)?(?:the[\s_-]+)?(?:rotation|elective)$/i;
const THING_FIRST = /^(?:rotation|elective|placement|choice)[\s_:-]+(?=\S)/i;

/** All readings of a numbered header: `First day 2` is day 2 of the first rotation, or the second rotation's first day. */
function numberedHeaders(header: string): NumberedHeader[] {
  const text = header.trim().slice(0, LINE_CHARACTERS_MAX);
  const [, between, rest] = BEFORE.exec(text) ?? [];
  const [, ordinal, what] = ORDINAL.exec(text) ?? [];
  const [, before, after] = AFTER.exec(text) ?? [];
  return [
    ...(between && rest ? [{ n: Number(between), of: plain(rest) }] : []),
    ...(before && after ? [{ n: Number(after), of: plain(before) }] : []),
    ...(ordinal && what ? [{ n: ordinalOf(ordinal), of: plain(what) }] : []),
  ];
}

function plain(text: string): string {
  return text.replace(OF_THING, '').replace(THING_FIRST, '');
}

function ordinalOf(word: string): number {
  const index = ORDINALS.indexOf(word.toLowerCase());
  return index >= 0 ? index + 1 : Number(word[0]);
}

/** A file to start from: every column that an import reads, and one example line to overwrite. */
export function importTemplate(): string {
  return [
    csvLine(FIELDS.map((field) => COLUMNS[field].header)),
    csvLine(FIELDS.map((field) => COLUMNS[field].example)),
  ].join('');
}
