/** Orders places by several questions in turn: the first that differs decides, and places equal in all of them share a rank. */

/** `{ first: 4, last: 25 }`: nothing tells these 22 apart. */
export interface Rank {
  readonly first: number;
  readonly last: number;
}

/** Inside a rank the id decides what is printed first, so that the same input gives the same bytes. */
export function ranked<Line extends { readonly id: string }>(
  lines: readonly Line[],
  keyOf: (line: Line) => readonly number[],
): (Line & { readonly rank: Rank })[] {
  const ordered = lines
    .map((line) => ({ line, key: keyOf(line) }))
    .toSorted((a, b) => compareKeys(a.key, b.key) || (a.line.id < b.line.id ? -1 : 1));
  return ordered.map(({ line, key }) => {
    const first = ordered.findIndex((other) => compareKeys(other.key, key) === 0);
    const last = ordered.findLastIndex((other) => compareKeys(other.key, key) === 0);
    return { ...line, rank: { first: first + 1, last: last + 1 } };
  });
}

/** `4`, or `4–25, tied` */
export function rankWords({ first, last }: Rank): string {
  return first === last ? String(first) : `${first}–${last}, tied`;
}

/** The first place that differs decides. */
export function compareKeys(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
