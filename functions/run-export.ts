/** Writes the file of an export, holding one page of the cohort at a time. A new run starts from the first page. */
import type { Export, ExportOf } from '#shared/cohort/export/exports.ts';
import { textOf } from '#shared/cohort/export/text-of.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { WorldFor } from '#shared/world/world.ts';
import { type LeasePorts, leased, type RunOutcome } from './leased.ts';

const EXPORT_PAGE_PEOPLE = 50;

interface ExportFiles {
  /** Whole or not at all. @returns its bytes */
  write(id: string, pieces: AsyncIterable<string | Uint8Array>): Promise<number>;
}

export interface ExportDeps extends LeasePorts {
  readonly worldFor: WorldFor;
  readonly files: ExportFiles;
  xlsx(of: ExportOf): AsyncIterable<Uint8Array>;
}

/** Writes one export's file, once. A step is a page of people. */
export async function runExport(deps: ExportDeps, exportId: string): Promise<RunOutcome> {
  const isOpen = ({ state, expiresAt }: Export) =>
    state === 'asked' && deps.clock.now() < expiresAt;
  return leased(deps, 'export', exportId, isOpen, async (begun, step) => {
    let item = begun;
    const cohort = await deps.store.read('cohort', item.cohortId);
    if (!cohort) throw new Error('The cohort of an export is gone.');
    const of: ExportOf = {
      cohort,
      world: deps.worldFor(cohort.id),
      now: item.createdAt,
      people: () =>
        peopleOf(deps, cohort.id, async (done) => {
          item = await step(async () => ({ ...item, done }));
        }),
    };
    const pieces = item.format === 'xlsx' ? deps.xlsx(of) : textOf(item.format, of);
    const bytes = await deps.files.write(item.id, pieces);
    return { ...item, state: 'ready', bytes };
  });
}

/** Everyone in the cohort as their items are now, one page of the index after the other. */
export async function* peopleOf(
  { store }: Pick<ExportDeps, 'store'>,
  cohortId: string,
  afterPage: (done: number) => Promise<void>,
): AsyncGenerator<Applicant> {
  let from: string | undefined;
  let done = 0;
  do {
    const { rows, next } = await store.cohort(cohortId, EXPORT_PAGE_PEOPLE, from);
    const people = await Promise.all(rows.map(({ id }) => store.read('applicant', id)));
    for (const person of people) if (person?.cohortId === cohortId) yield person;
    done += rows.length;
    await afterPage(done);
    from = next;
  } while (from !== undefined);
}
