/** One page of the due index, merged from its shards in order of time. */
import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '#shared/base/time/instant.ts';
import { dueShards, lastDuePlaceOf, parseDuePlace, parseKey } from '#shared/store/keys.ts';
import type { DueRow, Page } from '#shared/store/store.ts';
import { TABLE } from '#shared/store/table.ts';
import { readCursor, writeCursor } from './page-cursor.ts';

/** DynamoDB ends a response at a megabyte; a thousand rows of this index are a fifth of that. */
const ANSWERS_PER_SHARD_MAX = 5;

/** Reads a whole page from every shard, so the merged page misses no row. A person who moves meanwhile may appear twice, or on a later page. */
export async function duePage(
  client: DynamoDBClient,
  tableName: string,
  now: Instant,
  limit: number,
  from: string | undefined,
): Promise<Page<DueRow>> {
  const [after] = from === undefined ? [] : readCursor(from, 1);
  const upTo = lastDuePlaceOf(now);
  const ofShards = await Promise.all(
    dueShards().map((shard) => placesOf(client, tableName, shard, { after, upTo }, limit + 1)),
  );
  const places = ofShards.flat().toSorted(inPlaceOrder);
  const page = places.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(rowOf),
    ...(places.length > limit && last !== undefined && { next: writeCursor(last) }),
  };
}

/** The first `count` places of one shard after `after` (not itself) and up to `upTo`. */
async function placesOf(
  client: DynamoDBClient,
  tableName: string,
  shard: string,
  { after, upTo }: { after: string | undefined; upTo: string },
  count: number,
): Promise<string[]> {
  const { indexName, partitionKey, sortKey } = TABLE.byDue;
  const places: string[] = [];
  let startKey: Record<string, { S: string }> | undefined;
  for (let answer = 0; answer < ANSWERS_PER_SHARD_MAX; answer += 1) {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: tableName,
        IndexName: indexName,
        KeyConditionExpression:
          after === undefined ? '#s = :s AND #p < :u' : '#s = :s AND #p BETWEEN :a AND :u',
        ExpressionAttributeNames: { '#s': partitionKey, '#p': sortKey },
        ExpressionAttributeValues: {
          ':s': { S: shard },
          ':u': { S: upTo },
          ...(after !== undefined && { ':a': { S: after } }),
        },
        // A range includes both of its ends, so the last place may be returned again.
        Limit: count - places.length + (after === undefined ? 0 : 1),
        ...(startKey && { ExclusiveStartKey: startKey }),
      }),
    );
    places.push(...Items.flatMap((item) => item[sortKey]?.S ?? []).filter((p) => p !== after));
    if (places.length >= count || !LastEvaluatedKey) return places.slice(0, count);
    startKey = LastEvaluatedKey as typeof startKey;
  }
  throw new Error(`The due index returned too few rows in each answer for ${shard}.`);
}

function rowOf(place: string): DueRow {
  const { dueAt, key } = parseDuePlace(place);
  return { ...parseKey(key), dueAt };
}

// By code unit, as DynamoDB orders bytes: moments and keys are ASCII.
function inPlaceOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
