/** Which letters a writer is wanted for. */
import type { Instant } from '#shared/base/time/instant.ts';
import { withTimePassed } from '#shared/people/applicant/accept.ts';
import { type WriterItem, writerIdOf } from '#shared/people/person/writer.ts';
import { type WantedLetter, wantedLetters } from '#shared/people/writer/wanted.ts';
import type { Store } from '#shared/store/store.ts';
import type { WorldFor } from '#shared/world/world.ts';

/** The letters that wait for this writer, as their applicants' items are now. */
export async function wantedOf(
  {
    store,
    worldFor,
    pepper,
  }: { readonly store: Store; readonly worldFor: WorldFor; readonly pepper: string },
  writer: WriterItem,
  now: Instant,
): Promise<WantedLetter[]> {
  const wanted: WantedLetter[] = [];
  for (const applicantId of new Set(writer.pointers.map((pointer) => pointer.applicantId))) {
    const applicant = await store.read('applicant', applicantId);
    if (!applicant || applicant.mergedInto) continue;
    const world = worldFor(applicant.cohortId);
    wanted.push(...wantedLetters(withTimePassed(applicant, now, world), world));
  }
  return wanted.filter(({ holder }) => writerIdOf(holder.address, pepper) === writer.id);
}
