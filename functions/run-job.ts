/** Work that outlives the request that asked for it: run to its end, or as far as time allows. */
import { CAUSES_MAX, WRITES_AT_ONCE } from '#shared/base/limits.ts';
import { impossible } from '#shared/base/result.ts';
import { withContact } from '#shared/cohort/acts.ts';
import { type Bulk, bulkPartId, MESSAGE_PART_PEOPLE } from '#shared/cohort/bulk.ts';
import { messageFor } from '#shared/cohort/recipients.ts';
import { reportRow } from '#shared/cohort/report/row.ts';
import { summaryOfApplicant } from '#shared/people/outlook/summary.ts';
import { isDeleted } from '#shared/people/person/applicant.ts';
import { keysSaid } from '#shared/people/person/email-record.ts';
import type { Job } from '#shared/store/items.ts';
import type { Store } from '#shared/store/store.ts';
import { type ChangePorts, change } from './change.ts';
import { livingPlan } from './join-plans.ts';
import { type LeasePorts, leased, type RunOutcome } from './leased.ts';
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

const MESSAGE_BATCH_PEOPLE = 100;

/** A batch is repeated if its end was not recorded: a recipient who has the cause, or was emailed it, is skipped. */
export async function handOut(deps: LeasePorts, bulkId: string): Promise<RunOutcome> {
  const isOpen = ({ handedOutAt }: Bulk) => !handedOutAt;
  return leased(deps, 'bulk', bulkId, isOpen, async (begun, step) => {
    let item = begun;
    while (item.done < item.total) item = await step(() => giveBatch(deps, item));
    return { ...item, handedOutAt: deps.clock.now() };
  });
}

async function giveBatch(deps: LeasePorts, bulk: Bulk): Promise<Bulk> {
  const batch = await nextOf(deps.store, bulk);
  let given = 0;
  for (let first = 0; first < batch.length; first += WRITES_AT_ONCE) {
    const some = batch.slice(first, first + WRITES_AT_ONCE);
    const has = await Promise.all(some.map((id) => give(deps, bulk, id)));
    given += has.filter(Boolean).length;
  }
  return { ...bulk, done: bulk.done + batch.length, given: bulk.given + given };
}

async function nextOf(store: Store, { id, done }: Bulk): Promise<readonly string[]> {
  const part = await store.read(
    'bulk-part',
    bulkPartId(id, Math.floor(done / MESSAGE_PART_PEOPLE)),
  );
  const from = done % MESSAGE_PART_PEOPLE;
  const batch = part?.recipients.slice(from, from + MESSAGE_BATCH_PEOPLE) ?? [];
  if (batch.length === 0) throw new Error('The recipients of a message are missing.');
  return batch;
}

/** True when they have it now, or had it before. A plan that another took in since has it there. */
async function give(deps: ChangePorts, bulk: Bulk, id: string): Promise<boolean> {
  const given = await change<'applicant', boolean | { readonly at: string }>(
    deps,
    'applicant',
    id,
    async (applicant, now) => {
      // Gone, or moved to another cohort since the preview.
      if (!applicant || isDeleted(applicant) || applicant.cohortId !== bulk.cohortId) {
        return { answer: false };
      }
      if (keysSaid(applicant.emails).includes(bulk.id)) return { answer: true };
      const living = await livingPlan(deps.store, applicant);
      if (living !== applicant) return { answer: { at: living.id } };
      if (applicant.causes.some((cause) => cause.id === bulk.id)) return { answer: true };
      const message = messageFor(reportRow(summaryOfApplicant(applicant), now), bulk.message);
      if (!message.ok) return { answer: false };
      const cause = { id: bulk.id, stream: 'message' as const, at: now, message: message.value };
      const causes = [...applicant.causes, cause].slice(-CAUSES_MAX);
      const contacted = bulk.isContact ? withContact(applicant, bulk, now) : applicant;
      // Being joined at this moment: asked once more whether it still speaks for itself.
      const answer = applicant.mergedInto ? { at: id } : true;
      return { write: { ...contacted, causes, dueAt: now }, answer };
    },
  );
  return typeof given === 'boolean' ? given : give(deps, bulk, given.at);
}
