/** Called by the Scheduler once an hour, at least once. */
import { readAwsEnv } from '../adapters/env.ts';
import { log } from '../adapters/log.ts';
import { sqsClient, sqsQueue } from '../adapters/sqs-queue.ts';
import { enqueueDue } from '../enqueue.ts';
import { replanOrLog } from '../replan.ts';
import { stand } from './parts.ts';

const { AWAY_NUDGE_QUEUE, AWAY_RELEASE } = readAwsEnv(['AWAY_NUDGE_QUEUE', 'AWAY_RELEASE']);
const deps = { ...stand(), queue: sqsQueue(sqsClient(), AWAY_NUDGE_QUEUE) };

const replanFirst = replanOrLog({ ...deps, log, release: AWAY_RELEASE });

/** What it answers is for whoever calls it by hand. */
export async function handler(): Promise<{ due: number; failed: number; finished: boolean }> {
  await replanFirst();
  const { due, failed, finished } = await enqueueDue(deps);
  log(finished && failed === 0 ? 'info' : 'warn', 'swept', { due, failed, finished });
  return { due, failed, finished };
}
