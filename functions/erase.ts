/** Deletes one person's plan for good. Safe to repeat: the next sweep finishes what a crash leaves undone. */
import type { Instant } from '#shared/base/time/instant.ts';
import { tombstoneOf } from '#shared/people/applicant/tombstone.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { writerIdOf } from '#shared/people/person/writer.ts';
import { lettersOf } from '#shared/plan/letters/placed.ts';
import { chunkId } from '#shared/store/keys.ts';
import { type ChangePorts, change } from './change.ts';
import { joinAddress, leaveAddress } from './plans-at.ts';
import { forgetInDeliveries } from './routes/keep-delivery.ts';
import { allSenders } from './senders.ts';

export interface EraseDeps extends ChangePorts {
  readonly pepper: string;
  /** Keeps it outside the data, so that data restored from a backup is erased again. */
  readonly recordErasure?: ((hash: string, at: Instant) => void) | undefined;
}

/** Identifies a person in the record of erasures, but only to someone who has the pepper. */
export function erasureOf(personId: string, pepper: string): string {
  return hashAddress(`erased ${personId}`, pepper);
}

/**
 * 1. One write replaces the item with a tombstone: from then on nothing is emailed and nothing can be read.
 * 2. Record its hash outside the data, and remove what is beside it: chunks, address, the writers' pointers, and what senders' deliveries hold about it.
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
export async function finishErasing(ports: EraseDeps, tombstone: Applicant): Promise<boolean> {
  const { erased } = tombstone;
  if (!erased?.left) return false;
  const { addressId, chunks, writerIds } = erased.left;
  ports.recordErasure?.(erasureOf(tombstone.id, ports.pepper), erased.at);
  // One more than counted: an interrupted spill may have written a chunk that no item counts.
  for (let n = 1; n <= chunks + 1; n += 1) {
    await change(ports, 'chunk', chunkId(tombstone.id, n), (chunk) =>
      chunk ? { remove: chunk } : {},
    );
  }
  // The address may have another plan, and an address that complained stays on record.
  await leaveAddress(ports, addressId, tombstone.id);
  for (const writerId of writerIds) await forget(ports, writerId, tombstone.id);
  // Every sender, even of other cohorts: a message that was refused may name this person.
  const isAddress = (address: string) => hashAddress(address, ports.pepper) === addressId;
  for (const { id } of await allSenders(ports.store)) {
    await forgetInDeliveries(ports, id, tombstone.id, isAddress);
  }
  // Not retried: another process has done the same, or the next sweep will.
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

/** A writer without a letter is removed; the hash of the address remembers that they must not be emailed. */
async function forget(ports: EraseDeps, writerId: string, applicantId: string): Promise<void> {
  await change(ports, 'writer', writerId, async (writer) => {
    const pointers = writer?.pointers.filter((pointer) => pointer.applicantId !== applicantId);
    if (!writer || !pointers || pointers.length === writer.pointers.length) return {};
    if (pointers.length > 0) return { write: { ...writer, pointers } };
    if (writer.reach !== 'ok') await joinAddress(ports, writer);
    return { remove: writer };
  });
}
