/** Counts what DynamoDB says each call consumed: units of the table and its indexes together. */
import type { ConsumedCapacity, DynamoDBClient } from '@aws-sdk/client-dynamodb';

export interface Consumed {
  readUnits: number;
  writeUnits: number;
  calls: number;
}

/** What the client's calls have consumed since; it goes on counting. */
export function countConsumed(client: DynamoDBClient): Consumed {
  const consumed: Consumed = { readUnits: 0, writeUnits: 0, calls: 0 };
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const input = { ...args.input, ReturnConsumedCapacity: 'TOTAL' as const };
        const result = await next({ ...args, input });
        const { ConsumedCapacity } = result.output as { ConsumedCapacity?: ConsumedCapacity };
        const units = ConsumedCapacity?.CapacityUnits ?? 0;
        consumed.calls += 1;
        if (commandName === 'PutItemCommand') consumed.writeUnits += units;
        else consumed.readUnits += units;
        return result;
      },
    { step: 'initialize', name: 'count-consumed' },
  );
  return consumed;
}
