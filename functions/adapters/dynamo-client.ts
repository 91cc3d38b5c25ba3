/** The client for DynamoDB: retries are limited, and the sweep repeats whatever they cannot do. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** The SDK retries three times within about five seconds, then throws; the visit fails, and the person backs off by their own `dueAt`. */
const ATTEMPTS_MAX = 4;
const CONNECTION_TIMEOUT_MS = 1000;
/** An answer takes milliseconds. A silent connection must not use up the lease of a claim. */
const REQUEST_TIMEOUT_MS = 1000;

/** Region, credentials, and endpoint come from the environment the function runs in. */
export function dynamoClient(): DynamoDBClient {
  return new DynamoDBClient({
    maxAttempts: ATTEMPTS_MAX,
    retryMode: 'standard',
    requestHandler: {
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      throwOnRequestTimeout: true,
    },
  });
}
