/** The line of a sheet that names its columns: below titles, alone or together with a line of groups. */

import type { CsvLine } from './csv-table.ts';
import { suggestMapping } from './mapping.ts';

/** A title and a date may stand above the header. */
export const TITLE_LINES_MAX = 10;

/** The header's cells, and where its last line is among the others; without any sign of a header, the first line is it. */
export function findHeader(lines: readonly CsvLine[]): { cells: readonly string[]; at: number } {
  const top = topOf(lines.slice(0, TITLE_LINES_MAX));
  const [above, header = [], below = []] = [top - 1, top, top + 1].map((at) => lines[at]?.cells);
  if (isSecondLine(header, below)) return { cells: together(header, below), at: top + 1 };
  const grouped = above && hasTwins(header) ? together(above, header) : header;
  // A title is no group.
  return { cells: hasTwins(grouped) ? header : grouped, at: top };
}

function topOf(lines: readonly CsvLine[]): number {
  const scores = lines.map(({ cells }) => {
    const { address, ...others } = suggestMapping(cells);
    return { named: Object.keys(others).length, hasAddress: address !== undefined };
  });
  const sure = scores.findIndex(({ named, hasAddress }) => hasAddress && named > 0);
  const most = Math.max(...scores.map(({ named }) => named));
  if (sure >= 0) return sure;
  return most >= LIKELY_NAMES_MIN ? scores.findIndex(({ named }) => named === most) : 0;
}

/** A line with this many of our column names is a header, even if its column of addresses has another name. */
const LIKELY_NAMES_MIN = 3;

/** `Rotation dates` above `Start` and `End`: each of its cells is a header below a group's. */
function isSecondLine(header: readonly string[], below: readonly string[]): boolean {
  const filled = below.flatMap((cell, at) => (cell === '' ? [] : [{ cell, at }]));
  const isInGroup = (at: number) => header[at] === '' || header[at + 1] === '';
  return (
    filled.length > 1 &&
    filled.every(({ cell, at }) => isInGroup(at) && Object.keys(suggestMapping([cell])).length > 0)
  );
}

/** A group's name comes before its headers where they are not one of a kind. */
function together(groups: readonly string[], header: readonly string[]): string[] {
  let group = '';
  return Array.from({ length: Math.max(groups.length, header.length) }, (_, at) => {
    group = groups[at] || group;
    const cell = header[at] ?? '';
    if (cell === '') return groups[at] ?? '';
    const isTwin = header.filter((other) => other.toLowerCase() === cell.toLowerCase()).length > 1;
    return isTwin && group !== '' ? `${group} ${cell}` : cell;
  });
}

function hasTwins(header: readonly string[]): boolean {
  const names = header.filter((cell) => cell !== '').map((cell) => cell.toLowerCase());
  return new Set(names).size < names.length;
}
