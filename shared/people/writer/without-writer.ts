/** A plan without the address of a writer or coordinator who wants to be forgotten. */
import type { Applicant, Chunk } from '../person/applicant.ts';

/** Nobody can have it (RFC 2606). History keeps that there was a contact, not whose. */
const FORGOTTEN = 'forgotten@deleted.invalid';

/** The same object if it never held the address. What would bring it back can no longer be undone. */
export function withoutAddress<Kept extends Applicant | Chunk>(kept: Kept, address: string): Kept {
  const named = JSON.stringify(address);
  const text = JSON.stringify(kept);
  if (!text.includes(named)) return kept;
  const { undo: _, ...forgotten } = JSON.parse(text.replaceAll(named, JSON.stringify(FORGOTTEN)));
  return forgotten;
}
