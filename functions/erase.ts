/** Deletes one person's plan, for good. Safe to repeat: what a crash leaves undone, the next sweep finishes. */

import { CONFLICT_RETRIES_MAX } from '#shared/base/limits.ts';
import type { Clock } from '#shared/base/time/clock.ts';
import { tombstoneOf } from '#shared/people/applicant/tombstone.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { writerIdOf } from '#shared/people/person/writer.ts';
import { lettersOf } from '#shared/plan/letters/placed.ts';
import type { Item } from '#shared/store/items.ts';
import { chunkId } from '#shared/store/keys.ts';
import type { Store } from '#shared/store/store.ts';
import { forgetInDeliveries } from './routes/keep-delivery.ts';
import { allSenders } from './senders.ts';

export interface EraseDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly pepper: string;
}

/**
 * 1. One write puts the tombstone in the item's stead: from here on nothing is mailed and nothing can be read.
 * 2. Remove what lies beside it: chunks, address, the writers' pointers, what senders' deliveries tell of it.
 * 3. Take the list of what was to be removed out of the tombstone.
 *
 * True when the plan is gone, also when it was before.
 */
export async function erase(deps: EraseDeps, personId: string): Promise<boolean> {
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const applicant = await deps.store.read('applicant', personId);
    if (!applicant) return false;
    if (applicant.erased) {
      await finishErasing(deps.store, applicant);
      return true;
    }
    const left = besides(applicant, deps.pepper);
    const { written } = await deps.store.write(tombstoneOf(applicant, left, deps.clock.now()));
    if (!written) continue;
    const tombstone = await deps.store.read('applicant', personId);
    if (tombstone) await finishErasing(deps.store, tombstone);
    return true;
  }
  throw new Error('A plan could not be deleted: too many writers at once.');
}

/** Steps 2 and 3. False when nothing was left to do. */
export async function finishErasing(store: Store, tombstone: Applicant): Promise<boolean> {
  const { erased } = tombstone;
  if (!erased?.left) return false;
  const { addressId, chunks, writerIds } = erased.left;
  // One more than counted: a spill that broke off has put a chunk that no item knows.
  for (let n = 1; n <= chunks + 1; n += 1) {
    await removeWhere(store, () => store.read('chunk', chunkId(tombstone.id, n)));
  }
  await removeWhere(store, async () => {
    const address = await store.read('address', addressId);
    // Meanwhile the address may have begun anew, under another id; and who complained is never mailed again.
    const isTheirs = address?.personId === tombstone.id && address.reach !== 'complained';
    return isTheirs ? address : undefined;
  });
  for (const writerId of writerIds) await forget(store, writerId, tombstone.id);
  for (const { id, cohortIds } of await allSenders(store)) {
    if (cohortIds.includes(tombstone.cohortId)) await forgetInDeliveries(store, id, tombstone.id);
  }
  await store.write({ ...tombstone, erased: { at: erased.at } });
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

async function removeWhere(store: Store, find: () => Promise<Item | undefined>): Promise<void> {
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const item = await find();
    if (!item || (await store.remove(item)).written) return;
  }
  throw new Error('An item could not be removed: too many writers at once.');
}

/** Nobody keeps a writer whom no letter points at, unless to remember that they must not be mailed. */
async function forget(store: Store, writerId: string, applicantId: string): Promise<void> {
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const writer = await store.read('writer', writerId);
    const pointers = writer?.pointers.filter((pointer) => pointer.applicantId !== applicantId);
    if (!writer || !pointers || pointers.length === writer.pointers.length) return;
    const isNobodys = pointers.length === 0 && writer.reach === 'ok';
    const { written } = isNobodys
      ? await store.remove(writer)
      : await store.write({ ...writer, pointers });
    if (written) return;
  }
  throw new Error('A writer could not be forgotten: too many writers at once.');
}
