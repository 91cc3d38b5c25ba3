/** A file before it becomes a cohort: kept, and judged as a whole. */
import { IMPORT_BATCH_PEOPLE } from '#shared/base/limits.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { type Checked, checkImport } from '#shared/cohort/import/check.ts';
import { decodeCsv } from '#shared/cohort/import/decode-csv.ts';
import { type Import, importPartId, newImport } from '#shared/cohort/import/import-item.ts';
import { mappingFor } from '#shared/cohort/import/mapping-for.ts';
import type { Problem } from '#shared/cohort/import/problem.ts';
import { readCsv } from '#shared/cohort/import/read-csv.ts';
import type { CsvTable } from '#shared/cohort/import/sheet.ts';
import type { Store } from '#shared/store/store.ts';
import { change } from './change.ts';
import { finderOf, type ImportDeps, termsOf } from './import-person.ts';

/** Keeps the file. If it is not a table, it is refused with sentences and nothing is kept. */
export async function keepFile(
  { store, clock }: Pick<ImportDeps, 'store' | 'clock'>,
  of: Pick<Import, 'id' | 'cohortId' | 'by' | 'fileName'>,
  bytes: Uint8Array,
  rowsMax?: number,
): Promise<Result<Import, Problem[]>> {
  const decoded = decodeCsv(bytes);
  if (!decoded.ok) return failure([{ line: 1, message: decoded.failure }]);
  const { text, notice } = decoded.value;
  const table = readCsv(text, rowsMax);
  if (!table.ok) return table;
  const mapping = mappingFor(table.value);
  const { item, parts } = newImport({ ...of, mapping }, text, notice, clock.now());
  await store.writeMany(parts);
  await store.write(item);
  return success({ ...item, version: 1 });
}

export async function tableOf(store: Store, { id, parts }: Import): Promise<CsvTable> {
  const texts = await Promise.all(
    Array.from({ length: parts }, (_, index) =>
      store.read('import-part', importPartId(id, index + 1)),
    ),
  );
  const table = readCsv(texts.map((part) => part?.text ?? '').join(''));
  if (!table.ok) throw new Error('A kept file is no longer a table.');
  return table.value;
}

/** Removes the file of an import that is over. What a crash leaves expires. */
export async function forgetFile(
  ports: Pick<ImportDeps, 'store' | 'clock'>,
  importId: string,
): Promise<void> {
  const { parts = 0 } = (await ports.store.read('import', importId)) ?? {};
  for (let n = 1; n <= parts; n += 1) {
    await change(ports, 'import-part', importPartId(importId, n), (part) =>
      part ? { remove: part } : {},
    );
  }
}

/** The file against the cohort as it is now. Writes nothing. */
export async function judge(deps: ImportDeps, item: Import, table: CsvTable): Promise<Checked> {
  const find = finderOf(deps, item.cohortId);
  let found = 0;
  return checkImport(table, item, termsOf(deps, item), async (address) => {
    found += 1;
    if (found % IMPORT_BATCH_PEOPLE === 0) await deps.breathe();
    return find(address);
  });
}

/** Starts it; the job runner does the rest. False when someone else changed it meanwhile. */
export async function startImport(
  { store, clock }: Pick<ImportDeps, 'store' | 'clock'>,
  item: Import,
  total: number,
): Promise<boolean> {
  const now = clock.now();
  const started: Import = { ...item, state: 'applying', startedAt: now, total, dueAt: now };
  return (await store.write(started)).written;
}
