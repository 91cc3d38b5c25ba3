/** Faults between the client and DynamoDB, one level below its retries: each attempt passes here. */
import {
  type DynamoDBClient,
  ProvisionedThroughputExceededException,
} from '@aws-sdk/client-dynamodb';

/** The next `count` attempts of a command reach the table, and their answers get lost on the way back. */
export function loseAnswers(
  client: DynamoDBClient,
  commandName: string,
  count: number,
): { count: number } {
  const lost = { count: 0 };
  eachAttempt(client, commandName, async (attempt) => {
    const answer = await attempt();
    if (lost.count >= count) return answer;
    lost.count += 1;
    throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
  });
  return lost;
}

/** The next `count` attempts are told that the table is too busy. `meanwhile` happens before the first of them. */
export function refuseFirst(
  client: DynamoDBClient,
  commandName: string,
  count: number,
  meanwhile?: () => Promise<unknown>,
): void {
  let refusedCount = 0;
  eachAttempt(client, commandName, async (attempt) => {
    if (refusedCount >= count) return attempt();
    refusedCount += 1;
    if (refusedCount === 1) await meanwhile?.();
    throw new ProvisionedThroughputExceededException({
      message: 'the table is too busy',
      $metadata: { httpStatusCode: 400 },
    });
  });
}

/** Every query ends after so many rows, as DynamoDB's own do at a megabyte. */
export function shortenQueries(client: DynamoDBClient, rowsMax: number): void {
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) =>
        next(
          commandName === 'QueryCommand'
            ? { ...args, input: { ...args.input, Limit: rowsMax } }
            : args,
        ),
    { step: 'initialize', name: 'shorten-queries' },
  );
}

function eachAttempt(
  client: DynamoDBClient,
  wantedName: string,
  around: <Answer>(attempt: () => Promise<Answer>) => Promise<Answer>,
): void {
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) =>
        commandName === wantedName ? around(() => next(args)) : next(args),
    { step: 'finalizeRequest', priority: 'low', name: `fault-${wantedName}` },
  );
}
