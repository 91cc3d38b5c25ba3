/** The letters that one writer's pointers name, as their applicants' items have them now. */
import { createHash } from 'node:crypto';
import type { Day } from '#shared/base/time/day.ts';
import { isLost, isOpen, type Letter } from '#shared/plan/facts/letter.ts';
import { awaitedOn } from '#shared/plan/letters/due.ts';
import { letterOf, type PlacedLetter } from '#shared/plan/letters/placed.ts';
import type { Season } from '#shared/world/season/season.ts';
import type { World } from '#shared/world/world.ts';
import type { Applicant, Chunk } from '../person/applicant.ts';
import type { WriterItem } from '../person/writer.ts';

export interface HeldLetter extends PlacedLetter {
  readonly applicant: Applicant;
  readonly season: Season;
  /** `offered`: a coordinator who has not accepted, and sees nothing of the applicant's. */
  readonly role: 'writer' | 'coordinator' | 'offered';
  readonly dueOn: Day;
  /** It can still be answered: it is neither in ERAS nor of a closed rotation. */
  readonly isAnswerable: boolean;
}

/** Undefined for a letter that is gone, or that has another address by now. */
export function heldLetter(
  { address }: Pick<WriterItem, 'address'>,
  applicant: Applicant,
  letterId: string,
  world: World,
): HeldLetter | undefined {
  const placed = letterOf(applicant.facts, letterId);
  const role = placed && roleOf(placed.letter, address);
  if (!role) return undefined;
  const { letter, rotation } = placed;
  const season = world.season(applicant.facts.profile.matchYear);
  return {
    ...placed,
    applicant,
    season,
    role,
    dueOn: awaitedOn(letter, rotation, season),
    isAnswerable: (isOpen(letter) || isLost(letter)) && rotation?.stage !== 'closed',
  };
}

function roleOf({ writer, coordinator }: Letter, address: string): HeldLetter['role'] | undefined {
  if (writer.address === address) return 'writer';
  if (coordinator?.address !== address) return undefined;
  return coordinator.accepted ? 'coordinator' : 'offered';
}

/** Another number once the letter has changed: what a form carries, so that an old page cannot overwrite. */
export function markOf(letter: Letter): number {
  const hex = createHash('sha256').update(JSON.stringify(letter)).digest('hex').slice(0, 7);
  return Number.parseInt(hex, 16);
}

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
