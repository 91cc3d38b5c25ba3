/** Every key of the table, builders beside their parsers. Nothing else spells a prefix. */
import type { ItemKind } from './items.ts';

const SEPARATOR = '#';

/** `applicant#a1`: the key of an item in every adapter. */
export function keyOf(kind: ItemKind, id: string): string {
  return `${kind}${SEPARATOR}${id}`;
}

/** The kind and id of a key that `keyOf` made. */
export function parseKey(key: string): { kind: ItemKind; id: string } {
  const cut = key.indexOf(SEPARATOR);
  return { kind: key.slice(0, cut) as ItemKind, id: key.slice(cut + 1) };
}

/** The id of a person's chunk number `n`, from 1. */
export function chunkId(personId: string, n: number): string {
  return `${personId}.${n}`;
}
