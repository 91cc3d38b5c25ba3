/** Hands a message out: a cause in each recipient's item, from which their own ledger mails it once. */

import {
  CAUSES_MAX,
  JOB_LEASE_MS,
  MESSAGE_BATCH_PEOPLE,
  MESSAGE_PART_PEOPLE,
  WRITES_AT_ONCE,
} from '#shared/base/limits.ts';
import { plusMs } from '#shared/base/time/instant.ts';
import { type Bulk, bulkPartId } from '#shared/cohort/bulk.ts';
import { keysSaid } from '#shared/people/person/mail-record.ts';
import type { Store } from '#shared/store/store.ts';
import { type ChangePorts, change } from './change.ts';
import type { RunOutcome } from './run-import.ts';

export interface HandOutDeps extends ChangePorts {
  /** Asked between two batches: false leaves the rest to the next run. */
  mayGoOn(): boolean;
  breathe(): Promise<void>;
}

/**
 * Goes on where the last run stopped. A batch is done again when its end was not recorded: who has the cause, or was mailed
 * it, is passed over.
 */
export async function handOut(deps: HandOutDeps, bulkId: string): Promise<RunOutcome> {
  const { store, clock } = deps;
  let item = await claim(deps, bulkId);
  if (!item) return 'not-needed';
  while (item.done < item.total) {
    const now = clock.now();
    if (!deps.mayGoOn()) {
      await store.write({ ...item, leaseUntil: now, dueAt: now });
      return 'paused';
    }
    const batch = await nextOf(store, item);
    let given = 0;
    for (let first = 0; first < batch.length; first += WRITES_AT_ONCE) {
      const some = batch.slice(first, first + WRITES_AT_ONCE);
      const has = await Promise.all(some.map((id) => give(deps, item as Bulk, id)));
      given += has.filter(Boolean).length;
    }
    const leaseUntil = plusMs(clock.now(), JOB_LEASE_MS);
    const next: Bulk = {
      ...item,
      done: item.done + batch.length,
      given: item.given + given,
      leaseUntil,
      dueAt: leaseUntil,
    };
    const written = await store.write(next);
    // Another run has it: whom this one came to, that one passes over.
    if (!written.written) return 'not-needed';
    item = { ...next, version: written.version };
    await deps.breathe();
  }
  const { leaseUntil: _, dueAt: __, ...ended } = item;
  await store.write({ ...ended, handedOutAt: clock.now() });
  return 'finished';
}

async function claim({ store, clock }: HandOutDeps, bulkId: string): Promise<Bulk | undefined> {
  const item = await store.read('bulk', bulkId);
  const now = clock.now();
  if (!item || item.handedOutAt || (item.leaseUntil && item.leaseUntil > now)) return undefined;
  const leaseUntil = plusMs(now, JOB_LEASE_MS);
  const claimed = { ...item, leaseUntil, dueAt: leaseUntil };
  const { written } = await store.write(claimed);
  return written ? { ...claimed, version: item.version + 1 } : undefined;
}

async function nextOf(store: Store, { id, done }: Bulk): Promise<readonly string[]> {
  const part = await store.read(
    'bulk-part',
    bulkPartId(id, Math.floor(done / MESSAGE_PART_PEOPLE)),
  );
  const from = done % MESSAGE_PART_PEOPLE;
  const batch = part?.recipients.slice(from, from + MESSAGE_BATCH_PEOPLE) ?? [];
  if (batch.length === 0) throw new Error('Recipients of a message are gone.');
  return batch;
}

/** True when they have it now, or had it before. */
async function give(deps: HandOutDeps, bulk: Bulk, id: string): Promise<boolean> {
  return change(deps, 'applicant', id, (applicant, now) => {
    // Gone, moved to another cohort or unreachable since the preview: not theirs any more.
    if (!applicant || applicant.erased || applicant.cohortId !== bulk.cohortId) {
      return { answer: false };
    }
    const isGiven =
      applicant.causes.some((cause) => cause.id === bulk.id) ||
      keysSaid(applicant.mails).includes(bulk.id);
    if (isGiven) return { answer: true };
    if (applicant.reach !== 'ok') return { answer: false };
    const cause = { id: bulk.id, stream: 'message' as const, at: now, message: bulk.message };
    const causes = [...applicant.causes, cause].slice(-CAUSES_MAX);
    return { write: { ...applicant, causes, dueAt: now }, answer: true };
  });
}
