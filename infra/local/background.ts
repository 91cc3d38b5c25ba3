/** What runs beside the pages of one process: sweeps, and jobs. */
import type { ExportFolder } from '#functions/adapters/export-folder.ts';
import { log } from '#functions/adapters/log.ts';
import { releaseFingerprint } from '#functions/adapters/release.ts';
import { type ShortlistThreads, shortlistThreads } from '#functions/adapters/shortlist-threads.ts';
import type { SqliteStore } from '#functions/adapters/sqlite-store.ts';
import { compose, given } from '#functions/compose.ts';
import { dueJobs } from '#functions/due-pages.ts';
import { replanOrLog } from '#functions/replan.ts';
import { type JobDeps, runJob } from '#functions/run-job.ts';
import type { SweepReport } from '#functions/sweep.ts';
import { visitDeps } from '#functions/visits.ts';
import type { Clock } from '#shared/base/time/instant.ts';
import type { Job } from '#shared/store/items.ts';
import { type Parts, portsOf } from './parts.ts';
import { type Sweeper, sweeperOf } from './sweeper.ts';

export interface Background {
  readonly store: SqliteStore;
  readonly clock: Clock;
  readonly sweeper: Sweeper;
  readonly jobs: JobRunner;
  readonly files: ExportFolder;
  readonly shortlists: ShortlistThreads;
}

interface JobRunner {
  /** Not awaited. */
  start(job: Job): Promise<void>;
  /** Starts every job that is due: also what a killed process left. */
  resume(): Promise<void>;
  /** Lets running jobs stop at their next safe point. */
  finish(): Promise<void>;
}

export function backgroundOf(
  parts: Parts & { readonly store: SqliteStore },
  files: ExportFolder,
): Background {
  const { store, clock } = parts;
  const ports = portsOf(parts);
  const first = replanOrLog({ ...parts, release: releaseFingerprint() });
  return {
    store,
    clock,
    files,
    shortlists: shortlistThreads(),
    sweeper: sweeperOf(compose(ports, visitDeps), logSweep, first),
    jobs: jobRunner(
      compose({ ...ports, ...given({ files }) }, (deps) => deps),
      (error) => parts.log('error', 'job-failed', { error }),
    ),
  };
}

/** What the timer does. Jobs come first, because a sweep of ten thousand people takes minutes. */
export async function tick({
  store,
  clock,
  sweeper,
  jobs,
  files,
}: Background): Promise<SweepReport> {
  await jobs.resume();
  const done = await sweeper.sweep();
  store.forget(clock.now());
  files.forget();
  return done;
}

/** A line if something went wrong, and one for each person who could not be visited. */
function logSweep({ errors, notes, ...sums }: SweepReport): void {
  for (const { level, event, fields } of notes) log(level, event, fields);
  for (const { personId, error } of errors) log('error', 'visit-failed', { personId, error });
  const { refused, unknown, lost, held, failed, finished } = sums;
  if (refused + unknown + lost + held + failed > 0 || !finished) log('warn', 'sweep', sums);
}

/** @param present what jobs work with, read when one starts */
function jobRunner(
  present: () => Promise<Omit<JobDeps, 'mayContinue'>>,
  failed: (error: unknown) => void,
): JobRunner {
  const running = new Map<string, Promise<void>>();
  let finishing = false;

  async function run(job: Job): Promise<void> {
    try {
      const deps = await present();
      await runJob({ ...deps, mayContinue: () => !finishing }, job);
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
