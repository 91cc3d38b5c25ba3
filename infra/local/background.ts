/** What goes on beside the pages of one process: sweeps, and jobs. */
import type { ExportFolder } from '../../functions/adapters/export-folder.ts';
import type { SweepReport } from '../../functions/sweep.ts';
import type { JobRunner } from './job-runner.ts';
import type { Sweeper } from './sweeper.ts';

export interface Background {
  readonly sweeper: Sweeper;
  readonly jobs: JobRunner;
  /** Where exports lie. */
  readonly files: ExportFolder;
}

/** What the timer does: sweeps, then goes on with the jobs that nobody runs. */
export async function tick({ sweeper, jobs }: Background): Promise<SweepReport> {
  const done = await sweeper.sweep();
  await jobs.resume();
  return done;
}
