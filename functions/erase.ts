/** Deletes one person's plan for good. Safe to repeat: the next sweep finishes what a crash leaves undone. */
import { tombstoneOf } from '#shared/people/applicant/tombstone.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { writerIdOf } from '#shared/people/person/writer.ts';
import { lettersOf } from '#shared/plan/letters/placed.ts';
import { chunkId } from '#shared/store/keys.ts';
import { type ChangePorts, change } from './change.ts';
import { leaveAddress } from './plans-at.ts';
import { forgetInDeliveries } from './routes/keep-delivery.ts';
import { allSenders } from './senders.ts';

export interface EraseDeps extends ChangePorts {
  readonly pepper: string;
}

/**
 * 1. One write replaces the item with a tombstone: from then on nothing is emailed and nothing can be read.
 * 2. Remove what is beside it: chunks, address, the writers' pointers, and what senders' deliveries hold about it.
 * 3. Remove the list of what was to be removed from the tombstone.
 *
 * True when the plan is gone, even if it was gone before.
 */
export async function erase(deps: EraseDeps, personId: string): Promise<boolean> {
  await change(deps, 'applicant', personId, (applicant, now) =>
    applicant && !applicant.erased
      ? { write: tombstoneOf(applicant, besides(applicant, deps.pepper), now) }
      : {},
  );
  const tombstone = await deps.store.read('applicant', personId);
  if (tombstone) await finishErasing(deps, tombstone);
  return tombstone !== undefined;
}

/** Steps 2 and 3. False when nothing was left to do. */
export async function finishErasing(ports: ChangePorts, tombstone: Applicant): Promise<boolean> {
  const { erased } = tombstone;
  if (!erased?.left) return false;
  const { addressId, chunks, writerIds } = erased.left;
  // One more than counted: an interrupted spill may have put a chunk that no item knows.
  for (let n = 1; n <= chunks + 1; n += 1) {
    await change(ports, 'chunk', chunkId(tombstone.id, n), (chunk) =>
      chunk ? { remove: chunk } : {},
    );
  }
  // The address may have another plan, and an address that complained stays on record.
  await leaveAddress(ports, addressId, tombstone.id);
  for (const writerId of writerIds) await forget(ports, writerId, tombstone.id);
  for (const { id, cohortIds } of await allSenders(ports.store)) {
    if (cohortIds.includes(tombstone.cohortId)) await forgetInDeliveries(ports, id, tombstone.id);
  }
  // Not retried: a writer who was faster has done the same, or the next sweep does.
  await ports.store.write({ ...tombstone, erased: { at: erased.at } });
  return true;
}

function besides(applicant: Applicant, pepper: string) {
  const addresses = lettersOf(applicant.facts).flatMap(({ letter }) => [
    ...(letter.writer.address ? [letter.writer.address] : []),
    ...(letter.coordinator ? [letter.coordinator.address] : []),
  ]);
  return {
    addressId: hashAddress(applicant.facts.profile.address, pepper),
    chunks: applicant.chunks,
    writerIds: [...new Set(addresses)].map((address) => writerIdOf(address, pepper)),
  };
}

/** A writer without a letter is removed, unless kept to remember that they must not be emailed. */
async function forget(ports: ChangePorts, writerId: string, applicantId: string): Promise<void> {
  await change(ports, 'writer', writerId, (writer) => {
    const pointers = writer?.pointers.filter((pointer) => pointer.applicantId !== applicantId);
    if (!writer || !pointers || pointers.length === writer.pointers.length) return {};
    const isNobodys = pointers.length === 0 && writer.reach === 'ok';
    return isNobodys ? { remove: writer } : { write: { ...writer, pointers } };
  });
}
