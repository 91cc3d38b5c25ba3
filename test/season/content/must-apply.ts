/** What must be said about a rotation until its offer is accepted (facts.md, sections 0, 3, 4, and G12). */
import { plusDays } from '#shared/base/time/day.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { hostByHand } from './hosts-by-hand.ts';
import { AT_ONCE, type OfRotation } from './owed.ts';
import { isObstructed, isOpen, isOutsideMonths, isToApply, type Situation } from './situation.ts';

export function owedBefore(rotation: Rotation, situation: Situation): OfRotation[] {
  const { status, offer, windowClosesOn, dates, confirmed } = rotation;
  const { facts } = situation;
  if (!dates) return [];
  const host = hostByHand(rotation.host.institutionId);
  const before = { from: AT_ONCE, by: plusDays(dates.start, -30), noticeDays: 14 } as const;
  // What the host itself has told the applicant goes before its page.
  const isUnasked = isToApply(rotation) && !confirmed?.includes('possible');
  const isHandsOn = rotation.mode === 'hands-on' && rotation.country === 'US';
  const rows: (Omit<OfRotation, 'topic'> | false | undefined)[] = [
    // Who is offered days that have started by then has nothing to decide in time.
    status === 'offered' &&
      offer &&
      plusDays(offer.expiresOn, 21) < dates.start && {
        key: 'the end of the offer',
        from: plusDays(offer.expiresOn, -14),
        by: plusDays(offer.expiresOn, -1),
        noticeDays: 3,
        says: /\boffer\b/i,
        day: offer.expiresOn,
      },
    // For days too near, papers and the visa would come too late.
    isToApply(rotation) &&
      windowClosesOn &&
      plusDays(windowClosesOn, 60) < dates.start &&
      !isObstructed(rotation, situation) && {
        key: 'the last day to apply',
        from: plusDays(windowClosesOn, -35),
        by: plusDays(windowClosesOn, -1),
        noticeDays: 8,
        says: /\b(?:apply|application|decide|decision)\b/i,
      },
    // Baylor, January to June.
    isUnasked &&
      isOutsideMonths(dates, host?.months) && {
        ...before,
        key: 'months in which the host takes nobody',
        says: /\brules? out\b|\bno visitors\b/i,
      },
    // Section 0 (3): the main gate.
    isUnasked &&
      isHandsOn &&
      facts.profile.enrollment === 'graduate' && {
        ...before,
        key: 'a place for students only',
        // Or whether it is possible at all, which the host has to be asked; or that it is too late, where why is a tap away.
        says: /\bno longer possible: apply\b|\bgraduates?\b|\brules? out\b|\bcan you apply\b|\bis an application\b.*\bpossible\b/i,
      },
    isUnasked &&
      isHandsOn &&
      host?.observersOnly && {
        ...before,
        key: 'a place for observers only',
        says: /\bobserv|\brules? out\b|\bcan you apply\b|\bcan take you\b/i,
      },
    isInTwoPlaces(rotation, situation) && {
      key: 'two places at once',
      from: AT_ONCE,
      by: plusDays(dates.start, -5),
      noticeDays: 21,
      says: /\bat the same time\b|\boverlap|\bboth\b/i,
    },
  ];
  return rows
    .filter((row) => row !== false && row !== undefined)
    .map((row) => ({ ...row, topic: 'applications' }));
}

/** Both were accepted, and neither has started; said once, of the first. A month of rotation may lie within research. */
function isInTwoPlaces({ id, stage, dates, mode }: Rotation, { facts }: Situation): boolean {
  return facts.rotations.some(
    (other) =>
      id < other.id &&
      mode !== 'research' &&
      other.mode !== 'research' &&
      isOpen(other) &&
      stage === 'documents' &&
      other.stage === 'documents' &&
      dates &&
      other.dates &&
      dates.start <= other.dates.end &&
      other.dates.start <= dates.end,
  );
}
