/** `npm run import -- FILE.csv --cohort ID`: a cohort from a sheet. Every bad row is named, and nothing half imported. */
import { basename } from 'node:path';
import { breathe } from '#functions/adapters/breathe.ts';
import { newId } from '#functions/adapters/ids.ts';
import type { ImportDeps } from '#functions/import-person.ts';
import { judge, keepFile, startImport, tableOf } from '#functions/imports.ts';
import { runImport } from '#functions/run-import.ts';
import { counted } from '#shared/base/counted.ts';
import { IMPORT_FILE_BYTES_MAX } from '#shared/base/limits.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { countsWords } from '#shared/cohort/import/apply-person.ts';
import { isReady } from '#shared/cohort/import/check.ts';
import type { Import } from '#shared/cohort/import/import-item.ts';
import { problemWords } from '#shared/cohort/import/problem.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import { onGround } from './command-ground.ts';
import { type AskedOf, runCommand } from './commands/run.ts';
import { readAsTold, whatIsOpen } from './import-options.ts';
import { bytesOf } from './input-file.ts';

const PROGRESS_MS = 1000;

await runCommand('import', (asked) => {
  const { file, cohort } = asked;
  const bytes = bytesOf(file, IMPORT_FILE_BYTES_MAX);
  if (!bytes.ok) return bytes;
  return onGround('refused', async ({ store, clock, worldFor, pepper }) => {
    if (!(await store.read('cohort', cohort))) {
      return failure(
        `There is no cohort ${cohort}. Make it with its first advisor: npm run advisor -- ADDRESS --cohort ${cohort} --role lead`,
      );
    }
    const deps = { store, clock, worldFor: await worldFor(), pepper: await pepper(), breathe };
    return importInto(deps, asked, bytes.value);
  });
});

async function importInto(
  deps: ImportDeps,
  told: AskedOf<'import'>,
  bytes: Uint8Array,
): Promise<Result<string, string>> {
  const { store } = deps;
  const { file: path, cohort: cohortId } = told;
  const of = { id: newId(), cohortId, by: 'operator', fileName: basename(path).slice(-100) };
  const kept = await keepFile(deps, of, bytes);
  if (!kept.ok) return refused(path, kept.failure.map(problemWords));
  const table = await tableOf(store, kept.value);
  const asTold = readAsTold(kept.value, told, table.header);
  if (!asTold.ok) return refused(path, asTold.failure);
  const checked = await judge(deps, asTold.value, table);
  if (!isReady(checked)) return refused(path, whatIsOpen(checked));
  for (const notice of checked.notices) console.error(`${path}: ${problemWords(notice)}`);
  if (kept.value.notice) console.error(`${path}: ${kept.value.notice}`);
  await startImport(deps, asTold.value, checked.people.length);
  const progress = setInterval(() => void say(), PROGRESS_MS);
  try {
    await runImport({ ...deps, workflow: NO_WORKFLOW, mayGoOn: () => true }, of.id);
  } finally {
    clearInterval(progress);
  }
  const ended = await store.read('import', of.id);
  return ended?.state === 'done'
    ? success(outcome(ended))
    : failure(
        `${path}: the import is not finished. A running server goes on with it, and so does this command.`,
      );

  async function say(): Promise<void> {
    const item = await store.read('import', of.id);
    if (item) console.error(`${item.done} of ${item.total}`);
  }
}

function outcome({ total, outcomes, rotations, left }: Import): string {
  return [
    `${counted(total, 'applicant')}: ${countsWords(outcomes)}.`,
    ...(rotations ? [`Their rotations: ${countsWords(rotations)}.`] : []),
    ...left.map(problemWords),
  ].join('\n');
}

function refused(path: string, lines: readonly string[]): Result<string, string> {
  return failure([...lines.map((line) => `${path}: ${line}`), 'Nothing was changed.'].join('\n'));
}
