/** Three dates worked out by hand, so that the oracle does not believe the rules in everything. */

import { type Day, daysBetween, plusDays } from '#shared/base/time/day.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import type { RotationDates } from '#shared/plan/facts/rotation.ts';
import { seasonDays, seasonOver } from './content/season-by-hand.ts';
import type { Watched } from './watched.ts';

const BY_HAND = ['accept', 'apply', 'G15b'];

/** What comes before the others: while it is open nothing later of that rotation is asked for. */
const FIRST = ['G6', 'affiliation'];

/** Where the rules say more or less than the facts do: an offer's end, an entered window's, the middle of a rotation. */
export function wrongDatesOf({ facts, open }: Watched, at: Instant): string[] {
  const { matchYear, zone } = facts.profile;
  // A season that is over has no dates.
  const isOver = dayIn(zone, at) > seasonOver(seasonDays(matchYear));
  const byHand = (isOver ? [] : facts.rotations).flatMap((rotation) => {
    const { id, mode, stage, status, endedAt, offer, windowClosesOn, dates, feedback } = rotation;
    const isBefore = status === 'shortlisted' || status === 'preparing';
    const isToCome = (stage === 'documents' || stage === 'rotate') && !endedAt;
    // An offer cannot be answered after the first day of what it offers.
    const isInTime = offer && (!dates || offer.expiresOn < dates.start);
    const keys = [
      ...(status === 'offered' && isInTime ? [`accept|${id}|${offer.expiresOn}`] : []),
      ...(isBefore && windowClosesOn ? [`apply|${id}|${windowClosesOn}`] : []),
      // No ward gives feedback on research.
      ...(isToCome && dates && !feedback && mode !== 'research'
        ? [`G15b|${id}|${middleOf(dates)}`]
        : []),
    ];
    return keys.map((key) => ({ key, rotationId: id }));
  });
  const byRules = open.flatMap(({ occasion: { rule, subject, deadline, ladder } }) => {
    const isEntered = deadline.certainty === 'entered' && ladder !== 'loss';
    return BY_HAND.includes(rule) && isEntered ? [`${rule}|${subject}|${deadline.day}`] : [];
  });
  return [
    ...byHand
      .filter(({ key, rotationId }) => !byRules.includes(key) && !isHeldUp(rotationId, open))
      .map(({ key }) => key),
    ...byRules.filter((each) => !byHand.some(({ key }) => key === each)),
  ];
}

/** Of a rotation that is lost, or whose earlier step is open, only that is said. */
function isHeldUp(rotationId: string, open: Watched['open']): boolean {
  return open.some(
    ({ occasion }) =>
      occasion.rotationId === rotationId &&
      (occasion.ladder === 'loss' || FIRST.includes(occasion.rule)),
  );
}

function middleOf({ start, end }: RotationDates): Day {
  return plusDays(start, Math.floor(daysBetween(start, end) / 2));
}
