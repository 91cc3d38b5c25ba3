/** Runs jobs beside the pages of one process: at once when asked for, and whatever a killed process left. */
import { dueJobs, type JobDeps, runJob } from '#functions/run-job.ts';
import type { Job } from '#shared/store/items.ts';

export interface JobRunner {
  /** Not waited for. */
  start(job: Job): Promise<void>;
  /** Starts every job that is due. */
  resume(): Promise<void>;
  /** Lets running jobs stop at their next safe place. */
  finish(): Promise<void>;
}

type Present = () => Promise<Omit<JobDeps, 'mayGoOn'>>;

/** @param present what jobs work with, asked for when one begins */
export function jobRunner(present: Present, failed: (error: unknown) => void): JobRunner {
  const running = new Map<string, Promise<void>>();
  let finishing = false;

  async function run(job: Job): Promise<void> {
    try {
      const deps = await present();
      await runJob({ ...deps, mayGoOn: () => !finishing }, job);
    } catch (error) {
      failed(error);
    } finally {
      running.delete(job.id);
    }
  }

  async function start(job: Job): Promise<void> {
    if (finishing || running.has(job.id)) return;
    running.set(job.id, run(job));
  }

  return {
    start,
    resume: async () => {
      const { store, clock } = await present();
      for (const job of await dueJobs(store, clock.now())) await start(job);
    },
    finish: async () => {
      finishing = true;
      await Promise.all(running.values());
    },
  };
}
