/** Work that outlives the request that asked for it: run to its end, or as far as time allows. */
import { impossible } from '#shared/base/result.ts';
import type { Job } from '#shared/store/items.ts';
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
