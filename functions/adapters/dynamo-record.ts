/** An item as a record of the table: the item as one map, beside the attributes that keys, conditions, and indexes need. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { msOf, SECOND_MS } from '#shared/base/time/instant.ts';
import { dueAtOf, expiresAtOf, summaryOf } from '#shared/store/indexed.ts';
import { type Item, type ItemKind, type ItemOf, parseItem } from '#shared/store/items.ts';
import { cohortPlaceOf, duePlaceOf, dueShardOf, keyOf } from '#shared/store/keys.ts';
import { TABLE } from '#shared/store/table.ts';

export type DynamoRecord = Record<string, AttributeValue>;

/** @param writeId identifies this one write, so that its writer can recognize it */
export function recordOf(item: Item, writeId: string): DynamoRecord {
  const key = keyOf(item.kind, item.id);
  const dueAt = dueAtOf(item);
  const summary = summaryOf(item);
  const expiresAt = expiresAtOf(item);
  return marshall(
    {
      [TABLE.partitionKey]: key,
      version: item.version,
      writeId,
      item,
      ...(expiresAt && { [TABLE.expires]: Math.floor(msOf(expiresAt) / SECOND_MS) }),
      ...(dueAt && {
        [TABLE.byDue.partitionKey]: dueShardOf(key),
        [TABLE.byDue.sortKey]: duePlaceOf(dueAt, key),
      }),
      ...(summary && { [TABLE.byCohort.partitionKey]: cohortPlaceOf(summary.cohortId), summary }),
    },
    { removeUndefinedValues: true },
  );
}

/** Throws for a record that does not match its schema, its key, or its version. */
export function itemOf<Kind extends ItemKind>(
  kind: Kind,
  id: string,
  record: DynamoRecord,
): ItemOf<Kind> {
  const { version, item: stored } = unmarshall(record);
  const item = parseItem(kind, stored);
  if (item.id !== id || item.version !== version) {
    throw new Error(`A stored ${kind} has another id or version than its key.`);
  }
  return item;
}
