/** A person on a day, as someone sees who knows their plan and has facts.md open. */
import { type Day, daysBetween, plusDays } from '#shared/base/time/day.ts';
import type { ClockTime } from '#shared/base/time/instant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { hostByHand } from './hosts-by-hand.ts';
import { nameOf } from './reading.ts';
import type { SeasonDays } from './season-by-hand.ts';

export interface Situation {
  readonly facts: Facts;
  /** On the reader's calendar. */
  readonly today: Day;
  readonly season: SeasonDays;
  /** When another day of the programs' review was published. */
  readonly reviewMovedOn?: Day;
  readonly hasAdvisor: boolean;
  /** The day they last reported something of a rotation, by its id. */
  readonly reported: ReadonlyMap<string, Day>;
  /** The hour at which an offer ends, as its host's letter has it, by rotation. */
  readonly offerHours: ReadonlyMap<string, ClockTime>;
}

export function isOpen({ stage }: Rotation): boolean {
  return stage !== 'closed';
}

export function isToApply({ status }: Rotation): boolean {
  return status === 'shortlisted' || status === 'preparing';
}

/** Someone was asked and did not say no. */
export function isComing({ status }: Pick<Rotation['letters'][number], 'status'>): boolean {
  return status !== 'declined' && status !== 'not-progressing';
}

/** The host has a place for the applicant, and it is taken. */
export function isAccepted({ stage }: Rotation): boolean {
  return stage === 'documents' || stage === 'rotate';
}

/** The day half of it is over. */
export function middleOf({ start, end }: NonNullable<Rotation['dates']>): Day {
  return plusDays(start, Math.floor(daysBetween(start, end) / 2));
}

export function rotationsNamedInFull(text: string, { facts }: Situation): Rotation[] {
  return facts.rotations.filter((rotation) => text.includes(nameOf(rotation)));
}

/** What a text names: by the full name first, else by the host's, as a line of several steps does. */
export function rotationsNamed(text: string, situation: Situation): Rotation[] {
  const inFull = rotationsNamedInFull(text, situation);
  if (inFull.length > 0) return inFull;
  return situation.facts.rotations.filter(({ host }) => text.includes(host.name));
}

/** A B-1 or an ESTA, or nothing: a home rotation, a citizen, and someone who is in the US need neither. */
export function entryPaperOf(
  { country, host }: Rotation,
  { facts }: Situation,
): 'visa' | 'esta' | undefined {
  const { entry } = facts.profile;
  if (country !== 'US' || entry === 'citizen' || entry === 'in-us' || !entry) return undefined;
  const needsVisa = entry === 'visa' || hostByHand(host.institutionId)?.studentVisaOnly;
  return needsVisa ? 'visa' : 'esta';
}

/** What the facts rule out, or put in question: the host's months and class of entry, or another rotation on the same days. */
export function isObstructed(rotation: Rotation, situation: Situation): boolean {
  const { dates, host, mode } = rotation;
  const { facts } = situation;
  const { entry, enrollment } = facts.profile;
  const known = hostByHand(host.institutionId);
  const overlaps = facts.rotations.some(
    (other) =>
      other.id !== rotation.id &&
      isOpen(other) &&
      dates &&
      other.dates &&
      other.dates.start <= dates.end &&
      dates.start <= other.dates.end,
  );
  return (
    overlaps ||
    enrollment === 'graduate' ||
    (known?.studentVisaOnly === true && entry !== 'citizen') ||
    (known?.observersOnly === true && mode === 'hands-on') ||
    (dates !== undefined &&
      (isOutsideMonths(dates, known?.months) ||
        daysBetween(dates.start, dates.end) + 1 < (known?.leastDays ?? 0)))
  );
}

/** By the facts it cannot be, unless the host has said otherwise: its months, or a graduate's hands-on place. */
export function isRuledOut(rotation: Rotation, { facts }: Situation): boolean {
  const { dates, host, confirmed, mode, country } = rotation;
  const { enrollment, entry } = facts.profile;
  if (!isToApply(rotation) || confirmed?.includes('possible') || !dates) return false;
  const known = hostByHand(host.institutionId);
  // The B-1 clause is for students of a medical school's hospital.
  const isForStudents =
    known !== undefined &&
    !known.observersOnly &&
    !known.isUndated &&
    (entry === 'visa' || entry === 'waiver');
  const isGraduate = enrollment === 'graduate' && mode === 'hands-on' && country === 'US';
  return isOutsideMonths(dates, known?.months) || (isGraduate && isForStudents);
}

export function isOutsideMonths(
  { start, end }: NonNullable<Rotation['dates']>,
  months: readonly number[] | undefined,
): boolean {
  return months?.includes(monthOf(start)) === false || months?.includes(monthOf(end)) === false;
}

function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

/** Something with a hard day that has passed, or passes today, and is not done. */
export function isSomethingLate(situation: Situation): boolean {
  const { facts, today, season } = situation;
  const isErasLate = !facts.erasSubmittedOn && season.review <= today && today <= season.matchDay;
  return (
    isErasLate ||
    facts.rotations.some(
      (rotation) =>
        isOpen(rotation) &&
        // What has not begun by its first day is no longer late, but lost.
        (rotation.dates?.start ?? '9') > today &&
        (isRuledOut(rotation, situation) ||
          (rotation.status === 'offered' && (rotation.offer?.expiresOn ?? '9') <= today) ||
          // What was lost a month ago is nothing that is due.
          (isToApply(rotation) &&
            !isObstructed(rotation, situation) &&
            (rotation.windowClosesOn ?? '9') < today &&
            today <= plusDays(rotation.windowClosesOn ?? today, 30)) ||
          (rotation.stage === 'documents' &&
            (rotation.dates?.start ?? '9') <= plusDays(today, 3) &&
            rotation.checklist.some(({ status }) => status === 'to-do'))),
    )
  );
}

/** The last autumn before its end: a dose counts until the next season's, on September 30. */
export function fluSeasonOf({ end }: NonNullable<Rotation['dates']>): number {
  const year = Number(end.slice(0, 4));
  return end >= `${year}-09-30` ? year : year - 1;
}

/** July to September: no season that any host names reaches it. */
export function isOutsideFluSeason({ start, end }: NonNullable<Rotation['dates']>): boolean {
  return start.slice(0, 4) === end.slice(0, 4) && monthOf(start) >= 7 && monthOf(end) <= 9;
}
