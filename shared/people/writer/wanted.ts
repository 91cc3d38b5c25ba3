/** Which letters a person is to be emailed about, and everything that an email shows of each. */
import { WRITER_EMAILS_PER_LETTER_MAX } from '#shared/base/limits.ts';
import type { Day } from '#shared/base/time/day.ts';
import { isAgreed, type Letter } from '#shared/plan/facts/letter.ts';
import type { RotationDates } from '#shared/plan/facts/rotation.ts';
import { awaitedOn } from '#shared/plan/letters/due.ts';
import { lettersOf, type PlacedLetter } from '#shared/plan/letters/placed.ts';
import type { World } from '#shared/world/world.ts';
import { isSelfBegun } from '../applicant/sharing.ts';
import type { Applicant } from '../person/applicant.ts';

export interface WantedLetter {
  readonly applicantId: string;
  readonly letterId: string;
  /** The same letter on the school's plan that this one took in: what its emails said is not said again. */
  readonly formerly?: { readonly applicantId: string; readonly letterId: string };
  readonly applicantName: string;
  /** A visitor started the plan, without a school. */
  readonly isStrangers: boolean;
  /** The person whose turn it is: the coordinator once they have taken the letter over, else the writer. */
  readonly holder: { readonly name: string; readonly address: string };
  readonly writerName: string;
  readonly isHandedOver: boolean;
  /** To a coordinator who has not accepted: one email, which says only who asks, and for whom. */
  readonly isOffered?: true;
  /** Emails about it that went to its writer before it was handed over. */
  readonly emailsBefore: number;
  readonly hostName?: string;
  readonly dates?: RotationDates;
  readonly seen?: string;
  /** `agreed`: promised or drafted, no Letter Request Form yet. */
  readonly status: 'agreed' | 'requested';
  readonly erasLetterId?: string;
  /** The day that the writer named; with a Letter Request Form that came later, it may be due after that. */
  readonly promisedBy?: Day;
  readonly dueOn: Day;
  /** When the applicant asked us to email the writer. */
  readonly askedOn: Day;
  readonly matchYear: number;
  /** When programs begin to read applications. */
  readonly review?: { readonly day: Day; readonly isEstimated: boolean };
  /** When ERAS opens for this season, and whether that day is only estimated. */
  readonly erasOpens?: { readonly day: Day; readonly isEstimated: boolean };
}

/** Every letter whose holder may be emailed now: ticked, not stopped, open, of an open rotation. `applicant` has the time passed up to now. */
export function wantedLetters(
  {
    id,
    cohortId,
    facts,
    leaving,
    shared,
    joined,
    archived,
  }: Pick<Applicant, 'id' | 'cohortId' | 'facts' | 'leaving' | 'shared' | 'joined' | 'archived'>,
  world: World,
): WantedLetter[] {
  if (leaving) return [];
  const season = world.season(facts.profile.matchYear);
  const opens = season.dates['eras-opens'];
  const review = season.dates['programs-review-opens'];
  return lettersOf(facts).flatMap((placed) => {
    const { letter, rotation } = placed;
    const holder = holderOf(letter);
    if (!holder || !isWanted(placed)) return [];
    const wanted: WantedLetter = {
      applicantId: id,
      letterId: letter.id,
      ...(joined && {
        formerly: { applicantId: joined.id, letterId: formerId(joined, letter.id) },
      }),
      applicantName: facts.profile.name,
      // One that a school imported stays known; no advisor makes a stranger's plan so by archiving it.
      isStrangers: shared !== undefined || (!archived && isSelfBegun({ cohortId })),
      holder,
      writerName: letter.writer.name,
      isHandedOver: letter.coordinator?.accepted === true,
      emailsBefore: letter.coordinator?.accepted ? letter.coordinator.emailsBefore : 0,
      ...(rotation && { hostName: rotation.host.name }),
      ...(rotation?.dates && { dates: rotation.dates }),
      ...(letter.seen && { seen: letter.seen }),
      status: letter.status === 'requested' ? 'requested' : 'agreed',
      ...(letter.erasLetterId && { erasLetterId: letter.erasLetterId }),
      ...(letter.promised && { promisedBy: letter.promised.by }),
      askedOn: letter.contact?.since ?? letter.askedOn,
      dueOn: awaitedOn(letter, rotation, season),
      matchYear: facts.profile.matchYear,
      ...(review && { review: { day: review.day, isEstimated: review.certainty === 'estimated' } }),
      ...(opens && { erasOpens: { day: opens.day, isEstimated: opens.certainty === 'estimated' } }),
    };
    return [wanted, ...offered(wanted, letter)];
  });
}

function formerId({ renamed }: NonNullable<Applicant['joined']>, letterId: string): string {
  return Object.keys(renamed).find((theirs) => renamed[theirs] === letterId) ?? letterId;
}

/** The one email that asks a coordinator to take the letter over. */
function offered(wanted: WantedLetter, { coordinator }: Letter): WantedLetter[] {
  if (!coordinator || coordinator.accepted) return [];
  const { seen: _, erasLetterId: __, ...plain } = wanted;
  return [
    {
      ...plain,
      holder: { name: coordinator.name, address: coordinator.address },
      isHandedOver: true,
      isOffered: true,
      emailsBefore: WRITER_EMAILS_PER_LETTER_MAX,
    },
  ];
}

/** Who is emailed about a letter; undefined while no address is known. */
function holderOf({ writer, coordinator }: Letter): WantedLetter['holder'] | undefined {
  if (coordinator?.accepted) return { name: coordinator.name, address: coordinator.address };
  return writer.address === undefined ? undefined : { name: writer.name, address: writer.address };
}

function isWanted({ letter, rotation }: PlacedLetter): boolean {
  return isAgreed(letter) && letter.contact?.state === 'emailed' && rotation?.stage !== 'closed';
}
