/** Called by the Scheduler once an hour, at least once. */
import { readAwsEnv } from '../adapters/env.ts';
import { log } from '../adapters/log.ts';
import { sqsJobs } from '../adapters/sqs-jobs.ts';
import { sqsClient, sqsQueue } from '../adapters/sqs-queue.ts';
import { enqueueDue } from '../enqueue.ts';
import { replanOrLog } from '../replan.ts';
import { dueJobs } from '../run-job.ts';
import { stand } from './parts.ts';

const { AWAY_NUDGE_QUEUE, AWAY_RELEASE, AWAY_JOB_QUEUE } = readAwsEnv([
  'AWAY_NUDGE_QUEUE',
  'AWAY_RELEASE',
  'AWAY_JOB_QUEUE',
]);
const startJob = sqsJobs(sqsClient(), AWAY_JOB_QUEUE);
const deps = { ...stand(), queue: sqsQueue(sqsClient(), AWAY_NUDGE_QUEUE) };

const replanFirst = replanOrLog({ ...deps, log, release: AWAY_RELEASE });

/** What it answers is for whoever calls it by hand. */
export async function handler(): Promise<{ due: number; failed: number; finished: boolean }> {
  await replanFirst();
  const { due, failed, finished } = await enqueueDue(deps);
  for (const job of await dueJobs(deps.store, deps.clock.now())) await startJob(job);
  log(finished && failed === 0 ? 'info' : 'warn', 'swept', { due, failed, finished });
  return { due, failed, finished };
}
