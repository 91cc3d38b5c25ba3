/** What an applicant's visit does for those who write their letters: it says that each is wanted. Design section 6. */

import type { Instant } from '#shared/base/time/instant.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Reach } from '#shared/people/person/person.ts';
import { newWriter, pointedAt, type WriterItem, writerIdOf } from '#shared/people/person/writer.ts';
import { type WantedLetter, wantedLetters } from '#shared/people/writer/wanted.ts';
import type { WorldFor } from '#shared/world/world.ts';
import { type ChangePorts, change } from '../change.ts';

export interface PointDeps extends ChangePorts {
  readonly worldFor: WorldFor;
  /** Keys the ids of writers, and the hashes of addresses. */
  readonly pepper: string;
}

/**
 * Pointer and `dueAt = now` in one write, for every letter wanted in the version that is planned from, before this
 * applicant's own `dueAt` can move: whatever happens next, the writer is looked at.
 */
export async function pointWriters(
  deps: PointDeps,
  applicant: Applicant,
  now: Instant,
): Promise<void> {
  for (const letter of wantedLetters(applicant, deps.worldFor(applicant.cohortId))) {
    await pointAt(deps, letter, applicant.revision, now);
  }
}

async function pointAt(
  deps: PointDeps,
  { holder, applicantId, letterId, dueOn }: WantedLetter,
  revision: number,
  now: Instant,
): Promise<void> {
  const id = writerIdOf(holder.address, deps.pepper);
  await change(deps, 'writer', id, async (known) => {
    const writer = known ?? (await newcomer(deps, id, holder, now));
    return { write: pointedAt(writer, { applicantId, letterId, revision, dueOn }, now) };
  });
}

/** An address that bounced or complained stays so, whoever's it was then. */
async function newcomer(
  { store, pepper }: PointDeps,
  id: string,
  holder: WantedLetter['holder'],
  now: Instant,
): Promise<WriterItem> {
  const known = await store.read('address', hashAddress(holder.address, pepper));
  const isHarmed = known?.reach === 'bounced' || known?.reach === 'complained';
  const reach: Reach = known && (isHarmed || known.personKind === 'writer') ? known.reach : 'ok';
  return { ...newWriter({ id, ...holder }, now), reach };
}
