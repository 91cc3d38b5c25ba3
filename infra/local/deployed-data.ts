/** The deployed table that AWAY_TABLE names, opened for a command. */
import { systemClock } from '#functions/adapters/clock.ts';
import { dynamoClient } from '#functions/adapters/dynamo-client.ts';
import { dynamoStore } from '#functions/adapters/dynamo-store.ts';
import { readAwsEnv } from '#functions/adapters/env.ts';
import {
  readPepper,
  readWebhookKey,
  rotateLinkKey,
  secretsClient,
} from '#functions/adapters/secrets-manager.ts';
import type { Instant } from '#shared/base/time/instant.ts';

/** Throws a sentence if a setting is missing. A secret is read only when it is needed. */
export function openDeployedData() {
  const { AWAY_TABLE } = readAwsEnv(['AWAY_TABLE']);
  const client = dynamoClient();
  return {
    store: dynamoStore(client, AWAY_TABLE),
    clock: systemClock,
    pepper: async () => readPepper(secretsClient(), readAwsEnv(['AWAY_PEPPER']).AWAY_PEPPER),
    webhookKey: async () =>
      readWebhookKey(secretsClient(), readAwsEnv(['AWAY_WEBHOOK_KEY']).AWAY_WEBHOOK_KEY),
    rotateLinkKey: async (until: Instant) =>
      rotateLinkKey(secretsClient(), readAwsEnv(['AWAY_SECRETS']).AWAY_SECRETS, until),
    close: () => client.destroy(),
  };
}
