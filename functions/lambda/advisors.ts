/** Called by the HTTP API: the advisors' pages. */
import { handle } from 'hono/aws-lambda';
import { breathe } from '../adapters/breathe.ts';
import { readAwsEnv } from '../adapters/env.ts';
import { newId, newSecret } from '../adapters/ids.ts';
import { log } from '../adapters/log.ts';
import { s3Client, s3Exports } from '../adapters/s3-exports.ts';
import {
  readLinkKeys,
  readPepper,
  readWebhookKey,
  secretsClient,
} from '../adapters/secrets-manager.ts';
import { sqsJobs } from '../adapters/sqs-jobs.ts';
import { sqsClient } from '../adapters/sqs-queue.ts';
import { advisorsApp } from '../advisors.ts';
import { worldApp } from '../routes/world-app.ts';
import { machine, stand, waker } from './parts.ts';

const env = readAwsEnv([
  'AWAY_URL',
  'AWAY_SECRETS',
  'AWAY_PEPPER',
  'AWAY_WEBHOOK_KEY',
  'AWAY_JOB_QUEUE',
  'AWAY_EXPORTS',
]);
const { worldOf, ...ground } = stand();
const secrets = secretsClient();
const linkKeys = await readLinkKeys(secrets, env.AWAY_SECRETS);
const pepper = await readPepper(secrets, env.AWAY_PEPPER);
const webhookKey = await readWebhookKey(secrets, env.AWAY_WEBHOOK_KEY);
const wake = waker();
const startJob = sqsJobs(sqsClient(), env.AWAY_JOB_QUEUE);
const exports = s3Exports(s3Client(), env.AWAY_EXPORTS);

export const handler = handle(
  worldApp(worldOf, (worldFor) =>
    advisorsApp({
      ...ground,
      worldFor,
      workflow: machine({ ...ground, worldFor }).workflow,
      linkKeys,
      pepper,
      webhookKey,
      baseUrl: env.AWAY_URL,
      newId,
      newSecret,
      log,
      breathe,
      startJob,
      openExport: exports.open,
      wake,
    }),
  ),
);
