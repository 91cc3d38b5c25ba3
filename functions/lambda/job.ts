/** Called by the queue of jobs: runs one as far as there is time, and asks for the rest. */
import * as z from 'zod';
import { JOB_LEASE_MS } from '#shared/base/limits.ts';
import { idSchema } from '#shared/base/text.ts';
import { SECOND_MS } from '#shared/base/time/instant.ts';
import { JOB_KINDS } from '#shared/store/items.ts';
import { breathe } from '../adapters/breathe.ts';
import { readAwsEnv } from '../adapters/env.ts';
import { log } from '../adapters/log.ts';
import { s3Client, s3Exports } from '../adapters/s3-exports.ts';
import { readPepper, secretsClient } from '../adapters/secrets-manager.ts';
import { sqsJobAgain, sqsJobs } from '../adapters/sqs-jobs.ts';
import { sqsClient } from '../adapters/sqs-queue.ts';
import { xlsxOf } from '../adapters/xlsx.ts';
import { runJob } from '../run-job.ts';
import { inWorld, machine, stand } from './parts.ts';

/** A batch of people, and the end of an upload, take less. */
const LEFT_MS_MIN = 60_000;
/** The lease of the run that failed is over by then. */
const AGAIN_SECONDS = JOB_LEASE_MS / SECOND_MS + 10;

const env = readAwsEnv(['AWAY_PEPPER', 'AWAY_JOB_QUEUE', 'AWAY_EXPORTS']);
const pepper = await readPepper(secretsClient(), env.AWAY_PEPPER);
const files = s3Exports(s3Client(), env.AWAY_EXPORTS);
const sqs = sqsClient();
const startJob = sqsJobs(sqs, env.AWAY_JOB_QUEUE);
const again = sqsJobAgain(sqs, env.AWAY_JOB_QUEUE);
const deps = inWorld(stand(), (ground) => ({
  ...ground,
  workflow: machine(ground).workflow,
  pepper,
  files,
  xlsx: xlsxOf,
  breathe,
}));

const eventSchema = z.object({
  Records: z.tuple([z.object({ body: z.string().max(1000), receiptHandle: z.string() })]),
});
const jobSchema = z.strictObject({ kind: z.enum(JOB_KINDS), id: idSchema });

/** A job that throws is tried again by the queue, three times in all, and by every sweep while it is due. */
export async function handler(
  event: unknown,
  context: { getRemainingTimeInMillis(): number },
): Promise<void> {
  const [record] = eventSchema.parse(event).Records;
  const job = jobSchema.parse(JSON.parse(record.body));
  const mayGoOn = () => context.getRemainingTimeInMillis() > LEFT_MS_MIN;
  try {
    const code = await runJob({ ...(await deps()), mayGoOn }, job);
    log('info', 'job-run', { reference: job.id, code, reason: job.kind });
    if (code === 'paused') await startJob(job);
  } catch (error) {
    await again(record.receiptHandle, AGAIN_SECONDS);
    throw error;
  }
}
