/** The store on AWS: one table, one record for each item, every write conditional on the version read. */
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { WRITES_AT_ONCE } from '#shared/base/limits.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { type Summary, summarySchema } from '#shared/people/outlook/summary.ts';
import { type Item, type ItemKind, type ItemOf, parseItem } from '#shared/store/items.ts';
import { cohortPlaceOf, keyOf } from '#shared/store/keys.ts';
import type { OutboxEmail } from '#shared/store/mailer.ts';
import {
  checkPageLimit,
  type DueRow,
  type Page,
  type Store,
  type Written,
} from '#shared/store/store.ts';
import { TABLE } from '#shared/store/table.ts';
import { pause } from './breathe.ts';
import { duePage } from './dynamo-due.ts';
import { type DynamoRecord, itemOf, recordOf } from './dynamo-record.ts';
import { newId } from './ids.ts';
import { readCursor, writeCursor } from './page-cursor.ts';

/** A lost race is a value. A failure that outlasts the client's retries is thrown: the write may have happened; the caller reads again. */
export function dynamoStore(client: DynamoDBClient, tableName: string): Store {
  const refuse = orOlderTable(tableName);
  return {
    async read<Kind extends ItemKind>(kind: Kind, id: string): Promise<ItemOf<Kind> | undefined> {
      const record = await recordAt(client, tableName, keyOf(kind, id)).catch(refuse);
      return record && itemOf(kind, id, record);
    },

    async write(item: Item, alongside?: OutboxEmail): Promise<Written> {
      if (alongside) throw new Error('This store has no outbox: email is sent by SES.');
      const version = item.version + 1;
      const writeId = newId();
      const record = recordOf({ ...parseItem(item.kind, item), version }, writeId);
      const wrote = await putAfter(client, tableName, record, item.version);
      if (wrote === 'yes') return { written: true, version };
      if (wrote === 'no') return { written: false };
      // An earlier attempt may have written it and lost the answer; then the stored version is this one.
      const stored = await recordAt(client, tableName, keyOf(item.kind, item.id));
      return stored?.writeId?.S === writeId ? { written: true, version } : { written: false };
    },

    pause,

    async remove({ kind, id, version }): Promise<Written> {
      const key = keyOf(kind, id);
      try {
        await client.send(
          new DeleteItemCommand({
            TableName: tableName,
            Key: { [TABLE.partitionKey]: { S: key } },
            ConditionExpression: '#v = :v',
            ExpressionAttributeNames: { '#v': 'version' },
            ExpressionAttributeValues: { ':v': { N: String(version) } },
          }),
        );
        return { written: true, version };
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        // An earlier attempt may have removed it and lost the answer.
        const isGone =
          (error.$metadata.attempts ?? 1) > 1 && !(await recordAt(client, tableName, key));
        return isGone ? { written: true, version } : { written: false };
      }
    },

    async writeMany(items: readonly Item[]): Promise<readonly Written[]> {
      const answers: Written[] = [];
      for (let first = 0; first < items.length; first += WRITES_AT_ONCE) {
        const some = items.slice(first, first + WRITES_AT_ONCE);
        answers.push(...(await Promise.all(some.map((item) => this.write(item)))));
      }
      return answers;
    },

    async due(now: Instant, limit: number, from?: string): Promise<Page<DueRow>> {
      checkPageLimit(limit);
      return duePage(client, tableName, now, limit, from).catch(refuse);
    },

    async cohort(cohortId: string, limit: number, from?: string): Promise<Page<Summary>> {
      checkPageLimit(limit);
      const [after] = from === undefined ? [] : readCursor(from, 1);
      const { Items = [], LastEvaluatedKey } = await client
        .send(
          new QueryCommand({
            TableName: tableName,
            IndexName: TABLE.byCohort.indexName,
            KeyConditionExpression: after === undefined ? '#c = :c' : '#c = :c AND #k > :k',
            ExpressionAttributeNames: {
              '#c': TABLE.byCohort.partitionKey,
              ...(after !== undefined && { '#k': TABLE.byCohort.sortKey }),
            },
            ExpressionAttributeValues: {
              ':c': { S: cohortPlaceOf(cohortId) },
              ...(after !== undefined && { ':k': { S: after } }),
            },
            // One more than the page, to know whether there is a next one.
            Limit: limit + 1,
          }),
        )
        .catch(refuse);
      const found = Items.slice(0, limit);
      // DynamoDB may end its own page early, at a megabyte: then there is more, too.
      const isMore = Items.length > limit || LastEvaluatedKey !== undefined;
      const last = found.at(-1)?.[TABLE.byCohort.sortKey]?.S;
      return {
        rows: found.map((record) => summarySchema.parse(unmarshall(record).summary)),
        ...(isMore && last !== undefined && { next: writeCursor(last) }),
      };
    },
  };
}

async function recordAt(
  client: DynamoDBClient,
  tableName: string,
  key: string,
): Promise<DynamoRecord | undefined> {
  const { Item: record } = await client.send(
    new GetItemCommand({
      TableName: tableName,
      Key: { [TABLE.partitionKey]: { S: key } },
      ConsistentRead: true,
    }),
  );
  return record;
}

/** `unclear`: refused on an attempt that was not the first, perhaps because the first one wrote. */
async function putAfter(
  client: DynamoDBClient,
  tableName: string,
  record: DynamoRecord,
  versionRead: number,
): Promise<'yes' | 'no' | 'unclear'> {
  const condition =
    versionRead === 0
      ? {
          ConditionExpression: 'attribute_not_exists(#k)',
          ExpressionAttributeNames: { '#k': TABLE.partitionKey },
        }
      : {
          ConditionExpression: '#v = :v',
          ExpressionAttributeNames: { '#v': 'version' },
          ExpressionAttributeValues: { ':v': { N: String(versionRead) } },
        };
  try {
    await client.send(new PutItemCommand({ TableName: tableName, Item: record, ...condition }));
    return 'yes';
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return (error.$metadata.attempts ?? 1) > 1 ? 'unclear' : 'no';
  }
}

function orOlderTable(tableName: string): (error: unknown) => never {
  return (error) => {
    const { name = '', message = '' } = error instanceof Error ? error : {};
    if (name === 'ResourceNotFoundException') {
      throw new Error(`There is no table ${tableName}. Deploy the data stack first.`);
    }
    if (name === 'ValidationException' && /index/i.test(message)) {
      throw new Error(
        `The table ${tableName} lacks an index of this release. Deploy the data stack, wait until its indexes are active, then deploy the rest.`,
      );
    }
    throw error;
  };
}
