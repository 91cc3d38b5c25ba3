/** Runs a job from its queue while there is time, and queues the rest. */
import * as z from 'zod';
import { JOB_LEASE_MS } from '#shared/base/limits.ts';
import { idSchema } from '#shared/base/text.ts';
import { SECOND_MS } from '#shared/base/time/instant.ts';
import { JOB_KINDS, type Job } from '#shared/store/items.ts';
import type { Log } from './adapters/log.ts';
import { type JobDeps, runJob } from './run-job.ts';

export interface TakeJobDeps extends Omit<JobDeps, 'mayContinue'> {
  readonly log: Log;
  startJob(job: Job): Promise<void>;
  /** Returns the message to the queue, to be delivered again after this long. */
  jobAgain(receiptHandle: string, afterSeconds: number): Promise<void>;
}

/** A batch of people, and the end of an upload, take less. */
const LEFT_MS_MIN = 60_000;
/** The lease of the run that failed is over by then. */
const AGAIN_SECONDS = JOB_LEASE_MS / SECOND_MS + 10;

const eventSchema = z.object({
  Records: z.tuple([z.object({ body: z.string().max(1000), receiptHandle: z.string() })]),
});
const jobSchema = z.strictObject({ kind: z.enum(JOB_KINDS), id: idSchema });

/** A job that throws is tried again by the queue, three times in all, and by every sweep while it is due. */
export function takeJob(
  deps: TakeJobDeps,
): (event: unknown, call: { getRemainingTimeInMillis(): number }) => Promise<void> {
  return async (event, call) => {
    const [record] = eventSchema.parse(event).Records;
    const job = jobSchema.parse(JSON.parse(record.body));
    const mayContinue = () => call.getRemainingTimeInMillis() > LEFT_MS_MIN;
    try {
      const code = await runJob({ ...deps, mayContinue }, job);
      deps.log('info', 'job-run', { reference: job.id, code, reason: job.kind });
      if (code === 'paused') await deps.startJob(job);
    } catch (error) {
      await deps.jobAgain(record.receiptHandle, AGAIN_SECONDS);
      throw error;
    }
  };
}
