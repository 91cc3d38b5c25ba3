/** Names as sheets hold them: in two columns, or with the last name first. An import needs one name, first name first. */

import { columnOf, type Mapping } from './mapping.ts';
import type { Problem } from './problem.ts';
import type { CsvTable } from './sheet.ts';
import { type Meaning, type Unclear, withMeanings } from './unclear.ts';

const OF_WHOM = /^(?:legal|student|applicant)(?:'?s|’s)?[\s_]+/i;
const GIVEN = /^(?:first|given|fore|f)[\s_-]*(?:names?)?$/i;
const MIDDLE = /^(?:middle[\s_-]*(?:names?|initials?)?|m\.?i\.?)$/i;
const FAMILY = /^(?:last|family|sur|l)[\s_-]*(?:names?)?$/i;
const WHOLE = /^(?:full[\s_-]*)?name$/i;

/** The table with one column for the parts of a name, where it has no column for the whole. Beside a first name, `Name` may be the last one. */
export function withOneName({ header, lines }: CsvTable): CsvTable {
  const at = (part: RegExp) => header.findIndex((each) => part.test(each.replace(OF_WHOM, '')));
  const [given, middle, whole] = [at(GIVEN), at(MIDDLE), at(WHOLE)];
  const isWhole = lines.some(({ cells }) => cells[given] && cells[whole]?.includes(cells[given]));
  const family = at(FAMILY) < 0 && !isWhole ? whole : at(FAMILY);
  if (given < 0 || family < 0 || (whole >= 0 && whole !== family)) return { header, lines };
  const parts = [given, middle, family].filter((each) => each >= 0);
  const first = Math.min(...parts);
  const joined = (cells: readonly string[], name: string) =>
    cells.flatMap((cell, column) =>
      column === first ? [name] : parts.includes(column) ? [] : [cell],
    );
  const nameOf = (cells: readonly string[]) =>
    cased(
      parts
        .map((part) => cells[part])
        .filter(Boolean)
        .join(' '),
    );
  return {
    header: joined(header, `Name (${parts.map((part) => header[part]).join(' + ')})`),
    lines: lines.map((line) => ({ ...line, cells: joined(line.cells, nameOf(line.cells)) })),
  };
}

interface ReadNames {
  readonly table: CsvTable;
  readonly unclear: readonly Unclear[];
  readonly notices: readonly Problem[];
}

/** The table with its names first name first. `Last, First` says so itself; without a comma, the header must. What its sender explains is as they say. */
export function withNamesRead(
  sheet: CsvTable,
  mapping: Mapping,
  meanings: readonly Meaning[],
): ReadNames {
  const table = withMeanings(sheet, meanings);
  const { column = '' } = columnOf(mapping, 'name');
  const at = table.header.indexOf(column);
  if (at < 0) return { table, unclear: [], notices: [] };
  const order = orderIn(column);
  const explained = new Set(
    meanings.flatMap((each) => (each.column === column ? each.text.toLowerCase() : [])),
  );
  const unclear: Unclear[] = [];
  const isPlain = !order && isMostlyPlain(table.lines.map(({ cells }) => cells[at] ?? ''));
  let shown: Problem | undefined;
  const lines = table.lines.map((line, index) => {
    const text = line.cells[at] ?? '';
    const typed = sheet.lines[index]?.cells[at] ?? '';
    const isSaid = explained.has(typed.toLowerCase());
    if (isSaid && text === typed) return line;
    const read = nameIn(text, isSaid ? undefined : order);
    const isDoubtful = !order && !isSaid && (isPlain || isSmallAfterComma(text));
    const name = isDoubtful && read !== text ? undefined : read;
    if (name === undefined) {
      const message = isDoubtful
        ? `“${text}” can be ${read}, or a name with a remark. Write the first name first, without a comma.`
        : `“${text}” does not show where the last name ends. Put a comma after it.`;
      unclear.push({ line: line.line, column, message, field: 'name', text, cells: 1 });
    }
    if (name === undefined || name === text) return line;
    const message = `Names are read first name first: “${text}” was read as ${name}.`;
    shown ??= { line: line.line, column, message };
    return { ...line, cells: line.cells.with(at, name) };
  });
  return { table: { ...table, lines }, unclear, notices: shown ? [shown] : [] };
}

function orderIn(header: string): 'family' | 'given' | undefined {
  const family = header.search(/\b(?:last|family|sur[\s_-]?name)/i);
  const given = header.search(/\b(?:first|given)/i);
  if (family < 0 || given < 0) return undefined;
  return family < given ? 'family' : 'given';
}

/** Most names of the column are written first name first, so that a comma may begin a remark. */
function isMostlyPlain(names: readonly string[]): boolean {
  const written = names.filter((name) => name !== '');
  return written.filter((name) => nameIn(name, undefined) !== name).length * 2 < written.length;
}

/** `Amy Chen, deferred` */
function isSmallAfterComma(text: string): boolean {
  const [before = '', after = ''] = text.split(',');
  return /\p{Lu}/u.test(before) && /^\p{Ll}/u.test(after.trim());
}

/** Undefined where the header says that the last name is first and nothing shows where it ends. */
function nameIn(text: string, order: 'family' | 'given' | undefined): string | undefined {
  const parts = text.split(',').map((part) => part.trim());
  const [one = '', two = '', ...others] = parts;
  if (parts.length === 1) {
    const words = one.split(/\s+/);
    if (order !== 'family' || words.length === 1) return text;
    return words.length === 2 ? cased(`${words[1]} ${words[0]}`) : undefined;
  }
  const isName = parts.every((part) => NAME.test(part)) && !isTitle(two) && others.every(isTitle);
  if (!isName) return text;
  return cased([...(order === 'given' ? [one, two] : [two, one]), ...others].join(' '));
}

const NAME = /^[\p{L}\p{M}.'’ -]+$/u;

/** What follows a whole name after a comma. */
function isTitle(text: string): boolean {
  const words = text.replaceAll('.', '').split(/[ /-]+/);
  return TITLE.test(words.join('')) || words.every((word) => TITLE.test(word));
}

const TITLE =
  /^(?:jr|sr|ii|iii|iv|md|do|phd|dphil|mbbs|mbchb|mbbch|mbbchir|bmbs|bds|dds|dnb|mch|mph|mhs|ms|msc|ma|mba|mres|bs|bsc|ba|rn|pharmd|facr|facs|fsir|frcr|frcs|frcp|mrcs|mrcp|ebir)$/i;

/** `PATEL` is how lists are typed, and nobody is greeted so. */
function cased(name: string): string {
  const isTyped = name === name.toUpperCase() && /\p{L}{3}/u.test(name);
  return isTyped
    ? name.toLowerCase().replaceAll(/(?<![\p{L}\p{M}])\p{L}/gu, (each) => each.toUpperCase())
    : name;
}
