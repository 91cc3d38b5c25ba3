/** Applies an import person by person, in batches whose ends are recorded, so that it can be gone on with. */
import type { Import } from '../shared/import/import-item.ts';
import type { PersonLines } from '../shared/import/read-people.ts';
import {
  IMPORT_AT_ONCE,
  IMPORT_BATCH_PEOPLE,
  IMPORT_LEFT_MAX,
  JOB_LEASE_MS,
} from '../shared/limits.ts';
import type { Store } from '../shared/store/store.ts';
import { plusMs } from '../shared/time/instant.ts';
import type { Workflow } from '../shared/workflow/workflow.ts';
import { type ImportDeps, importPerson } from './import-person.ts';
import { judge, tableOf } from './imports.ts';

export interface RunDeps extends ImportDeps {
  readonly workflow: Workflow;
  /** Asked between two batches: false leaves the rest to the next run. */
  mayGoOn(): boolean;
  /** Lets others have their turn in a process that serves pages too. */
  breathe(): Promise<void>;
}

export type RunOutcome = 'finished' | 'paused' | 'not-needed';

/**
 * Goes on where the last run stopped. A batch is done again when its end was not recorded: each person's updates bear
 * ids of the import, so that doing them again changes nothing.
 */
export async function runImport(deps: RunDeps, importId: string): Promise<RunOutcome> {
  const { store, clock } = deps;
  const claimed = await claim(deps, importId);
  if (!claimed) return 'not-needed';
  let item = claimed;
  const table = await tableOf(store, item);
  const { people, problems } = await judge(deps, item, table);
  if (problems.length > 0 && item.done === 0) {
    await end(store, {
      ...item,
      state: 'stopped',
      left: problems.slice(0, IMPORT_LEFT_MAX),
    });
    return 'finished';
  }
  while (item.done < people.length) {
    if (!deps.mayGoOn()) {
      const now = clock.now();
      await store.write({ ...item, leaseUntil: now, dueAt: now });
      return 'paused';
    }
    const batch = people.slice(item.done, item.done + IMPORT_BATCH_PEOPLE);
    item = await applyBatch(deps, item, batch);
    const leaseUntil = plusMs(clock.now(), JOB_LEASE_MS);
    const written = await store.write({ ...item, leaseUntil, dueAt: leaseUntil });
    // Another run has it: what this one did is the same as what that one does.
    if (!written.written) return 'not-needed';
    item = { ...item, version: written.version };
    await deps.breathe();
  }
  await end(store, { ...item, state: 'done' });
  return 'finished';
}

async function claim({ store, clock }: RunDeps, importId: string): Promise<Import | undefined> {
  const item = await store.read('import', importId);
  const now = clock.now();
  if (item?.state !== 'applying' || (item.leaseUntil && item.leaseUntil > now)) return undefined;
  const leaseUntil = plusMs(now, JOB_LEASE_MS);
  const claimed = { ...item, leaseUntil, dueAt: leaseUntil };
  const { written } = await store.write(claimed);
  return written ? { ...claimed, version: item.version + 1 } : undefined;
}

async function end(store: Store, { leaseUntil: _, dueAt: __, ...ended }: Import): Promise<void> {
  await store.write(ended);
}

async function applyBatch(
  deps: RunDeps,
  item: Import,
  batch: readonly PersonLines[],
): Promise<Import> {
  const outcomes = { ...item.outcomes };
  const left = [...item.left];
  for (let first = 0; first < batch.length; first += IMPORT_AT_ONCE) {
    const some = batch.slice(first, first + IMPORT_AT_ONCE);
    for (const written of await Promise.all(
      some.map((person) => importPerson(deps, item, person)),
    )) {
      if (written.ok) outcomes[written.value] += 1;
      else left.push(...written.failure);
    }
  }
  const done = item.done + batch.length;
  return { ...item, done, outcomes, left: left.slice(0, IMPORT_LEFT_MAX) };
}
