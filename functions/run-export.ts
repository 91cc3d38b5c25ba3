/** Makes the file of an export: pages through the cohort and holds one page at a time. Begun again, it begins anew. */

import { EXPORT_PAGE_PEOPLE, JOB_LEASE_MS } from '#shared/base/limits.ts';
import type { Clock } from '#shared/base/time/clock.ts';
import { plusMs } from '#shared/base/time/instant.ts';
import type { Export } from '#shared/cohort/export/export-item.ts';
import type { ExportOf } from '#shared/cohort/export/export-of.ts';
import { textOf } from '#shared/cohort/export/text-of.ts';
import { thresholdsOf } from '#shared/cohort/risk/settings.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Store } from '#shared/store/store.ts';
import type { WorldFor } from '#shared/world/world.ts';
import type { RunOutcome } from './run-import.ts';

/** Where files lie until they are fetched, or too old. */
export interface ExportFiles {
  /** Whole or not at all. @returns its bytes */
  write(id: string, pieces: AsyncIterable<string | Uint8Array>): Promise<number>;
}

export interface ExportDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly worldFor: WorldFor;
  readonly files: ExportFiles;
  /** A workbook as bytes. */
  xlsx(of: ExportOf): AsyncIterable<Uint8Array>;
  mayGoOn(): boolean;
  breathe(): Promise<void>;
}

/** Writes one export's file, once. Gone on with after a crash; `not-needed` when somebody finished it or it expired. */
export async function runExport(deps: ExportDeps, exportId: string): Promise<RunOutcome> {
  const { store, clock } = deps;
  const claimed = await claim(deps, exportId);
  if (!claimed) return 'not-needed';
  let item = claimed;
  const cohort = await store.read('cohort', item.cohortId);
  if (!cohort) return 'not-needed';
  const of: ExportOf = {
    cohort,
    world: deps.worldFor(cohort.id),
    thresholds: thresholdsOf(cohort.risk),
    now: item.createdAt,
    people: () => peopleOf(deps, item.cohortId, goOn),
  };
  const pieces = item.format === 'xlsx' ? deps.xlsx(of) : textOf(item.format, of);
  try {
    const bytes = await deps.files.write(item.id, pieces);
    const { leaseUntil: _, dueAt: __, ...ended } = item;
    await store.write({ ...ended, state: 'ready', bytes });
    return 'finished';
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    if (error.why === 'taken') return 'not-needed';
    const now = clock.now();
    await store.write({ ...item, leaseUntil: now, dueAt: now });
    return 'paused';
  }

  /** Between two pages of people: says how far it is, and whether it may go on. */
  async function goOn(done: number): Promise<void> {
    if (!deps.mayGoOn()) throw new Interrupted('told to stop');
    const leaseUntil = plusMs(clock.now(), JOB_LEASE_MS);
    const written = await store.write({ ...item, done, leaseUntil, dueAt: leaseUntil });
    if (!written.written) throw new Interrupted('taken');
    item = { ...item, done, version: written.version };
    await deps.breathe();
  }
}

class Interrupted extends Error {
  readonly why: 'told to stop' | 'taken';
  constructor(why: Interrupted['why']) {
    super(why);
    this.why = why;
  }
}

async function claim({ store, clock }: ExportDeps, exportId: string): Promise<Export | undefined> {
  const item = await store.read('export', exportId);
  const now = clock.now();
  if (item?.state !== 'asked' || (item.leaseUntil && item.leaseUntil > now)) return undefined;
  if (item.expiresAt <= now) return undefined;
  const leaseUntil = plusMs(now, JOB_LEASE_MS);
  const claimed = { ...item, leaseUntil, dueAt: leaseUntil };
  const { written } = await store.write(claimed);
  return written ? { ...claimed, version: item.version + 1 } : undefined;
}

/** Everybody of the cohort as their items are now, one page of the index after the other. */
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
