/** Applies an import person by person, in batches whose ends are recorded, so that it can be resumed. */
import { IMPORT_BATCH_PEOPLE } from '#shared/base/limits.ts';
import type { Result } from '#shared/base/result.ts';
import { add, IMPORT_FOUND_AT_ONCE, isReady } from '#shared/cohort/import/check.ts';
import { IMPORT_LEFT_MAX, type Import } from '#shared/cohort/import/import-item.ts';
import type { Problem } from '#shared/cohort/import/problem.ts';
import type { PersonLines } from '#shared/cohort/import/read-people.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Workflow } from '#shared/people/workflow/workflow.ts';
import { chunkToSpill } from '#shared/store/spill.ts';
import {
  addressItemOf,
  type ImportDeps,
  importPerson,
  type Prepared,
  preparePerson,
} from './import-person.ts';
import { forgetFile, judge, tableOf } from './imports.ts';
import { type LeasePorts, leased, type RunOutcome } from './leased.ts';
import { joinAddress } from './plans-at.ts';

export interface RunDeps extends ImportDeps, LeasePorts {
  readonly workflow: Workflow;
}

/** A batch is repeated if its end was not recorded: update IDs derive from the import, so repeating one changes nothing. */
export async function runImport(deps: RunDeps, importId: string): Promise<RunOutcome> {
  const isOpen = ({ state }: Import) => state === 'applying';
  const outcome = await leased(deps, 'import', importId, isOpen, async (begun, step) => {
    let item = begun;
    const checked = await judge(deps, item, await tableOf(deps.store, item));
    const { people } = checked;
    if (!isReady(checked) && item.done === 0) {
      const { problems, unclear, orders, questions } = checked;
      const open = [...unclear, ...orders, ...questions].map(({ line, column, message }) => ({
        line,
        ...(column && { column }),
        message,
      }));
      const left = [...problems, ...open].slice(0, IMPORT_LEFT_MAX);
      return { ...item, state: 'stopped', left };
    }
    while (item.done < people.length) {
      const batch = people.slice(item.done, item.done + IMPORT_BATCH_PEOPLE);
      item = await step(() => applyBatch(deps, item, batch));
    }
    return { ...item, state: 'done' };
  });
  if (outcome === 'finished') await forgetFile(deps, importId);
  return outcome;
}

async function applyBatch(
  deps: RunDeps,
  item: Import,
  batch: readonly PersonLines[],
): Promise<Import> {
  const outcomes = { ...item.outcomes };
  const rotations = { added: 0, changed: 0, same: 0, ...item.rotations };
  const left = [...item.left];
  const done: Applicant[] = [];
  for (const written of await peopleWritten(deps, item, batch)) {
    if (!written.ok) {
      left.push(...written.failure);
      continue;
    }
    const { applicant, outcome, isToWrite } = written.value;
    outcomes[outcome] += 1;
    add(rotations, written.value.rotations);
    done.push(applicant);
    if (isToWrite) await deps.workflow.notify(applicant);
  }
  // After their people: an address never leads to nobody.
  const addresses = await deps.store.writeMany(
    done.map((applicant) => addressItemOf(applicant, deps.pepper)),
  );
  for (const [index, { written }] of addresses.entries()) {
    const applicant = done[index];
    // The address has an owner: the same person, or a plan that they started themselves.
    if (applicant && !written) await joinAddress(deps, applicant);
  }
  return {
    ...item,
    done: item.done + batch.length,
    outcomes,
    rotations,
    left: left.slice(0, IMPORT_LEFT_MAX),
  };
}

/** Writes all at once, then retries those that lost a race or whose item must spill first. */
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
