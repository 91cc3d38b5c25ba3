/** Work that outlives the request that asked for it: run to its end, or as far as time allows. */
import { SWEEP_PAGE_MAX, SWEEP_PAGES_MAX } from '#shared/base/limits.ts';
import { impossible } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { isJob, type Job } from '#shared/store/items.ts';
import type { Store } from '#shared/store/store.ts';
import { handOut } from './hand-out.ts';
import type { RunOutcome } from './leased.ts';
import { type ExportDeps, runExport } from './run-export.ts';
import { type RunDeps, runImport } from './run-import.ts';

export interface JobDeps extends RunDeps, ExportDeps {}

/** Two at once are safe: each run leases the job first. */
export async function runJob(deps: JobDeps, { kind, id }: Job): Promise<RunOutcome> {
  switch (kind) {
    case 'import':
      return runImport(deps, id);
    case 'export':
      return runExport(deps, id);
    case 'bulk':
      return handOut(deps, id);
    default:
      return impossible(kind);
  }
}

/** Jobs that nobody is running: new ones, and those left by a process that died. */
export async function dueJobs(store: Store, now: Instant): Promise<Job[]> {
  const jobs: Job[] = [];
  let from: string | undefined;
  for (let page = 0; page < SWEEP_PAGES_MAX; page += 1) {
    const { rows, next } = await store.due(now, SWEEP_PAGE_MAX, from);
    jobs.push(...rows.filter(isJob).map(({ kind, id }) => ({ kind, id })));
    if (next === undefined) break;
    from = next;
  }
  return jobs;
}
