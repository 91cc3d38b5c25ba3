/** Called by the HTTP API: updates from schools' forms and systems. */
import { handle } from 'hono/aws-lambda';
import { readAwsEnv } from '../adapters/env.ts';
import { newId } from '../adapters/ids.ts';
import { log } from '../adapters/log.ts';
import {
  readLinkKeys,
  readPepper,
  readWebhookKey,
  secretsClient,
} from '../adapters/secrets-manager.ts';
import { worldApp } from '../routes/world-app.ts';
import { webhookApp } from '../webhook.ts';
import { machine, stand } from './parts.ts';

const env = readAwsEnv(['AWAY_URL', 'AWAY_SECRETS', 'AWAY_PEPPER', 'AWAY_WEBHOOK_KEY']);
const { worldOf, ...ground } = stand();
const secrets = secretsClient();
const linkKeys = await readLinkKeys(secrets, env.AWAY_SECRETS);
const pepper = await readPepper(secrets, env.AWAY_PEPPER);
const webhookKey = await readWebhookKey(secrets, env.AWAY_WEBHOOK_KEY);

export const handler = handle(
  worldApp(worldOf, (worldFor) =>
    webhookApp({
      ...ground,
      worldFor,
      workflow: machine({ ...ground, worldFor }).workflow,
      linkKeys,
      pepper,
      webhookKey,
      baseUrl: env.AWAY_URL,
      newId,
      log,
    }),
  ),
);
