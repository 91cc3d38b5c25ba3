/** Called by the HTTP API: the applicants' pages. */
import { handle } from 'hono/aws-lambda';
import { readAwsEnv } from '../adapters/env.ts';
import { newId } from '../adapters/ids.ts';
import { log } from '../adapters/log.ts';
import { readLinkKeys, readPepper, secretsClient } from '../adapters/secrets-manager.ts';
import { webApp } from '../web.ts';
import { ground, machine } from './parts.ts';

const env = readAwsEnv(['AWAY_URL', 'AWAY_SECRETS', 'AWAY_PEPPER']);
const stand = ground();
const secrets = secretsClient();

export const handler = handle(
  webApp({
    ...stand,
    workflow: machine(stand).workflow,
    linkKeys: await readLinkKeys(secrets, env.AWAY_SECRETS),
    pepper: await readPepper(secrets, env.AWAY_PEPPER),
    baseUrl: env.AWAY_URL,
    newId,
    log,
  }),
);
