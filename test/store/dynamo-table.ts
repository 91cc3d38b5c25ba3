/** A table of its own for each story, made as the stack makes it. */
import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { dynamoStore } from '#functions/adapters/dynamo-store.ts';
import { keyOf } from '#shared/store/keys.ts';
import { TABLE } from '#shared/store/table.ts';
import type { OpenStore } from './contract.ts';

/** A client of a DynamoDB on this machine, which takes any credentials. */
export function loopbackClient(port: number): DynamoDBClient {
  return new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 3,
  });
}

export async function openDynamoStore(client: DynamoDBClient, name: string): Promise<OpenStore> {
  await createTable(client, name);
  await untilActive(client, name);
  return {
    store: dynamoStore(client, name),
    close: async () => {
      await client.send(new DeleteTableCommand({ TableName: name }));
    },
    plant: async (kind, id, body) => {
      const record = { [TABLE.partitionKey]: keyOf(kind, id), version: 1, item: body };
      await client.send(new PutItemCommand({ TableName: name, Item: marshall(record) }));
    },
  };
}

/** A new table is not there at once, not even on this machine when it is busy. */
async function untilActive(client: DynamoDBClient, name: string): Promise<void> {
  for (let look = 0; look < 500; look += 1) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    if (Table?.TableStatus === 'ACTIVE') return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`The table ${name} did not become active.`);
}

async function createTable(client: DynamoDBClient, name: string): Promise<void> {
  const indexes = [TABLE.byDue, TABLE.byCohort];
  const keys = new Set([
    TABLE.partitionKey,
    ...indexes.flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]),
  ]);
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [...keys].map((key) => ({ AttributeName: key, AttributeType: 'S' })),
      KeySchema: [{ AttributeName: TABLE.partitionKey, KeyType: 'HASH' }],
      GlobalSecondaryIndexes: indexes.map(({ indexName, partitionKey, sortKey, projected }) => ({
        IndexName: indexName,
        KeySchema: [
          { AttributeName: partitionKey, KeyType: 'HASH' },
          { AttributeName: sortKey, KeyType: 'RANGE' },
        ],
        Projection:
          projected.length === 0
            ? { ProjectionType: 'KEYS_ONLY' as const }
            : { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...projected] },
      })),
    }),
  );
}

/** The table before it had any index. */
export async function createOlderTable(client: DynamoDBClient, name: string): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: TABLE.partitionKey, AttributeType: 'S' }],
      KeySchema: [{ AttributeName: TABLE.partitionKey, KeyType: 'HASH' }],
    }),
  );
  await untilActive(client, name);
}
