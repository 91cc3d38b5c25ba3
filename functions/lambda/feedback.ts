/** Called by EventBridge with what SES tells of our mails. */
import { readAwsEnv } from '../adapters/env.ts';
import { log } from '../adapters/log.ts';
import { readPepper, secretsClient } from '../adapters/secrets-manager.ts';
import { feedback } from '../feedback.ts';
import { stand } from './parts.ts';

const { AWAY_PEPPER } = readAwsEnv(['AWAY_PEPPER']);
const deps = { ...stand(), log, pepper: await readPepper(secretsClient(), AWAY_PEPPER) };

export async function handler(event: unknown): Promise<void> {
  await feedback(deps, event);
}
