/** Every key of the table, builders beside their parsers. Nothing else spells a prefix. */
import { createHash } from 'node:crypto';
import type { Instant } from '#shared/base/time/instant.ts';
import type { ItemKind } from './items.ts';

const SEPARATOR = '#';
/** The character after it, in the order of bytes. */
const AFTER_SEPARATOR = '$';

/** `applicant#a1`: the key of an item in every adapter. */
export function keyOf(kind: ItemKind, id: string): string {
  return `${kind}${SEPARATOR}${id}`;
}

/** All keys of one kind, and no others, are between these two. */
export function keyRangeOf(kind: ItemKind): { after: string; before: string } {
  return { after: `${kind}${SEPARATOR}`, before: `${kind}${AFTER_SEPARATOR}` };
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

/** Partitions of the due index, so that a sweep and a morning of writes do not meet in one. It may grow, never shrink. */
export const DUE_SHARDS = 8;

/** `due#3`: the partition of the due index that holds this key, the same in every process. */
export function dueShardOf(key: string): string {
  const [byte = 0] = createHash('sha256').update(key).digest();
  return dueShard(byte % DUE_SHARDS);
}

/** Every partition of the due index. */
export function dueShards(): string[] {
  return Array.from({ length: DUE_SHARDS }, (_, shard) => dueShard(shard));
}

/** `2027-09-01T13:00:00.000Z#applicant#a1`: sorts by the moment, then by the key. */
export function duePlaceOf(dueAt: Instant, key: string): string {
  return `${dueAt}${SEPARATOR}${key}`;
}

/** The moment and key of a place that `duePlaceOf` made. */
export function parseDuePlace(place: string): { dueAt: Instant; key: string } {
  const cut = place.indexOf(SEPARATOR);
  return { dueAt: place.slice(0, cut) as Instant, key: place.slice(cut + 1) };
}

/** Sorts after every place of this moment and before every place of a later one. */
export function lastDuePlaceOf(now: Instant): string {
  return `${now}${AFTER_SEPARATOR}`;
}

/** `cohort#c2028`: the partition of the cohort index that holds this cohort's people. */
export function cohortPlaceOf(cohortId: string): string {
  return `cohort${SEPARATOR}${cohortId}`;
}

function dueShard(shard: number): string {
  return `due${SEPARATOR}${shard}`;
}
