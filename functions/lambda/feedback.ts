/** Called by the queue of what SES reports of our emails: each message is an event as EventBridge delivers it. */
import { readAwsEnv } from '../adapters/env.ts';
import { log } from '../adapters/log.ts';
import { readPepper, secretsClient } from '../adapters/secrets-manager.ts';
import { eachMessage } from '../adapters/sqs-batch.ts';
import { feedback } from '../feedback.ts';
import { stand } from './parts.ts';

const { AWAY_PEPPER } = readAwsEnv(['AWAY_PEPPER']);
const deps = { ...stand(), log, pepper: await readPepper(secretsClient(), AWAY_PEPPER) };

export const handler = eachMessage(log, async (event) => {
  await feedback(deps, event);
});
