/** A name's words, in whatever order and case it is written. */
export function wordsIn(name = ''): string[] {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .toSorted();
}
