/** Hands a message out: a cause in each recipient's item, from which their own ledger mails it once. */
import type { Bulk } from '../shared/cohort/message.ts';
import { CAUSES_MAX, CONFLICT_RETRIES_MAX } from '../shared/limits.ts';
import { keysSaid } from '../shared/nudges/mail-record.ts';
import type { Store } from '../shared/store/store.ts';
import { writeApplicant } from '../shared/store/write-applicant.ts';
import type { Clock } from '../shared/time/clock.ts';

/**
 * May be done again after any crash: who has the cause, or was mailed it, is passed over. Answers with the message as
 * written once everybody has it. Throws after too many lost races; going on begins where it broke off.
 */
export async function handOut(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  bulk: Bulk,
): Promise<Bulk> {
  if (bulk.handedOutAt) return bulk;
  for (const id of bulk.recipients) await give(store, clock, bulk, id);
  const done: Bulk = { ...bulk, handedOutAt: clock.now() };
  await store.write(done);
  return done;
}

async function give(store: Store, clock: Clock, bulk: Bulk, id: string): Promise<void> {
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const applicant = await store.read('applicant', id);
    // Gone, moved to another cohort or unreachable since the preview: not theirs any more.
    if (!applicant || applicant.cohortId !== bulk.cohortId || applicant.reach !== 'ok') return;
    const isGiven =
      applicant.causes.some((cause) => cause.id === bulk.id) ||
      keysSaid(applicant.mails).includes(bulk.id);
    if (isGiven) return;
    const now = clock.now();
    const cause = { id: bulk.id, stream: 'message' as const, at: now, message: bulk.message };
    const causes = [...applicant.causes, cause].slice(-CAUSES_MAX);
    const { written } = await writeApplicant(store, { ...applicant, causes, dueAt: now }, now);
    if (written) return;
  }
  throw new Error('A message could not be handed out: too many writers at once.');
}
