/** What goes on beside the pages of one process: sweeps, and jobs. */
import type { ExportFolder } from '#functions/adapters/export-folder.ts';
import type { SqliteStore } from '#functions/adapters/sqlite-store.ts';
import type { SweepReport } from '#functions/sweep.ts';
import type { Clock } from '#shared/base/time/clock.ts';
import type { JobRunner } from './job-runner.ts';
import type { Sweeper } from './sweeper.ts';

export interface Background {
  readonly store: SqliteStore;
  readonly clock: Clock;
  readonly sweeper: Sweeper;
  readonly jobs: JobRunner;
  /** Where exports lie. */
  readonly files: ExportFolder;
}

/**
 * What the timer does: goes on with the jobs that nobody runs, sweeps, and forgets what has expired. The jobs first, since a
 * sweep of ten thousand takes minutes.
 */
export async function tick({ store, clock, sweeper, jobs }: Background): Promise<SweepReport> {
  await jobs.resume();
  const done = await sweeper.sweep();
  store.forget(clock.now());
  return done;
}
