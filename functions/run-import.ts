/** Applies an import person by person, in batches whose ends are recorded, so that it can be gone on with. */

import {
  IMPORT_BATCH_PEOPLE,
  IMPORT_FOUND_AT_ONCE,
  IMPORT_LEFT_MAX,
  JOB_LEASE_MS,
} from '#shared/base/limits.ts';
import type { Result } from '#shared/base/result.ts';
import { plusMs } from '#shared/base/time/instant.ts';
import type { Import } from '#shared/cohort/import/import-item.ts';
import type { Problem } from '#shared/cohort/import/problem.ts';
import type { PersonLines } from '#shared/cohort/import/read-people.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Workflow } from '#shared/people/workflow/workflow.ts';
import { chunkToSpill } from '#shared/store/spill.ts';
import type { Store } from '#shared/store/store.ts';
import {
  addressItemOf,
  type ImportDeps,
  importPerson,
  type Prepared,
  preparePerson,
} from './import-person.ts';
import { judge, tableOf } from './imports.ts';

export interface RunDeps extends ImportDeps {
  readonly workflow: Workflow;
  /** Asked between two batches: false leaves the rest to the next run. */
  mayGoOn(): boolean;
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
  const done: Applicant[] = [];
  for (const written of await peopleWritten(deps, item, batch)) {
    if (!written.ok) {
      left.push(...written.failure);
      continue;
    }
    const { applicant, outcome, isToWrite } = written.value;
    outcomes[outcome] += 1;
    done.push(applicant);
    if (isToWrite) await deps.workflow.tell(applicant);
  }
  // After their people: an address never leads to nobody.
  await deps.store.writeMany(done.map((applicant) => addressItemOf(applicant, deps.pepper)));
  return {
    ...item,
    done: item.done + batch.length,
    outcomes,
    left: left.slice(0, IMPORT_LEFT_MAX),
  };
}

/** All at once, and those again whom somebody else was writing, or whose item must spill first. */
async function peopleWritten(
  deps: RunDeps,
  item: Import,
  batch: readonly PersonLines[],
): Promise<Result<Prepared, Problem[]>[]> {
  const prepared: { person: PersonLines; seen: Result<Prepared, Problem[]> }[] = [];
  for (let first = 0; first < batch.length; first += IMPORT_FOUND_AT_ONCE) {
    const some = batch.slice(first, first + IMPORT_FOUND_AT_ONCE);
    const seen = await Promise.all(some.map((person) => preparePerson(deps, item, person)));
    prepared.push(
      ...seen.map((each, index) => ({ person: some[index] as PersonLines, seen: each })),
    );
  }
  const now = deps.clock.now();
  const plain = prepared.flatMap(({ seen }) =>
    seen.ok && seen.value.isToWrite && !chunkToSpill(seen.value.applicant, now)
      ? [seen.value.applicant]
      : [],
  );
  const answers = await deps.store.writeMany(plain);
  const written = new Set(plain.filter((_, index) => answers[index]?.written));
  return Promise.all(
    prepared.map(({ person, seen }) =>
      seen.ok && seen.value.isToWrite && !written.has(seen.value.applicant)
        ? importPerson(deps, item, person)
        : seen,
    ),
  );
}
