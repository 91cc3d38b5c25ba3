/** What goes on beside the pages of one process: sweeps, and jobs. */
import type { ExportFolder } from '#functions/adapters/export-folder.ts';
import { releaseFingerprint } from '#functions/adapters/release.ts';
import type { SqliteStore } from '#functions/adapters/sqlite-store.ts';
import { compose, given } from '#functions/compose.ts';
import { replanOrLog } from '#functions/replan.ts';
import type { SweepReport } from '#functions/sweep.ts';
import { visitDeps } from '#functions/visits.ts';
import type { Clock } from '#shared/base/time/clock.ts';
import { type JobRunner, jobRunner } from './job-runner.ts';
import { type Parts, portsOf } from './parts.ts';
import { reportSweep } from './sweep-log.ts';
import { type Sweeper, sweeperOf } from './sweeper.ts';

export interface Background {
  readonly store: SqliteStore;
  readonly clock: Clock;
  readonly sweeper: Sweeper;
  readonly jobs: JobRunner;
  /** Where exports lie. */
  readonly files: ExportFolder;
}

/** The work beside a process's pages, as its store and its sweeps have it. */
export function backgroundOf(
  parts: Parts & { readonly store: SqliteStore },
  files: ExportFolder,
): Background {
  const { store, clock, log } = parts;
  const ports = portsOf(parts);
  const first = replanOrLog({ ...parts, release: releaseFingerprint() });
  return {
    store,
    clock,
    files,
    sweeper: sweeperOf(compose(ports, visitDeps), reportSweep, first),
    jobs: jobRunner(
      compose({ ...ports, ...given({ files }) }, (deps) => deps),
      (error) => log('error', 'job-failed', { error }),
    ),
  };
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
