/** Called by the HTTP API: the applicants' pages. */
import { handle } from 'hono/aws-lambda';
import { readAwsEnv } from '../adapters/env.ts';
import { newId } from '../adapters/ids.ts';
import { log } from '../adapters/log.ts';
import { readLinkKeys, readPepper, secretsClient } from '../adapters/secrets-manager.ts';
import { worldApp } from '../routes/world-app.ts';
import { webApp } from '../web.ts';
import { machine, stand, waker } from './parts.ts';

const env = readAwsEnv(['AWAY_URL', 'AWAY_SECRETS', 'AWAY_PEPPER']);
const { worldOf, ...ground } = stand();
const secrets = secretsClient();
const linkKeys = await readLinkKeys(secrets, env.AWAY_SECRETS);
const wake = waker();
const pepper = await readPepper(secrets, env.AWAY_PEPPER);

export const handler = handle(
  worldApp(worldOf, (worldFor) =>
    webApp({
      ...ground,
      worldFor,
      workflow: machine({ ...ground, worldFor }).workflow,
      linkKeys,
      pepper,
      baseUrl: env.AWAY_URL,
      newId,
      log,
      wake,
    }),
  ),
);
