/** Which letters a writer is wanted for. */
import { withTimePassed } from '../../shared/applicant/accept.ts';
import { type WantedLetter, wantedLetters } from '../../shared/letters/wanted.ts';
import { type WriterItem, writerIdOf } from '../../shared/letters/writer.ts';
import type { Store } from '../../shared/store/store.ts';
import type { Instant } from '../../shared/time/instant.ts';
import type { World } from '../../shared/world.ts';

/** The letters whose ball this writer holds, as their applicants' items say it now. */
export async function wantedOf(
  {
    store,
    world,
    pepper,
  }: { readonly store: Store; readonly world: World; readonly pepper: string },
  writer: WriterItem,
  now: Instant,
): Promise<WantedLetter[]> {
  const wanted: WantedLetter[] = [];
  for (const applicantId of new Set(writer.pointers.map((pointer) => pointer.applicantId))) {
    const applicant = await store.read('applicant', applicantId);
    if (applicant) wanted.push(...wantedLetters(withTimePassed(applicant, now, world), world));
  }
  return wanted.filter(({ holder }) => writerIdOf(holder.address, pepper) === writer.id);
}
