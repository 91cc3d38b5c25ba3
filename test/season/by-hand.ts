/** Three dates worked out by hand, so that the oracle does not believe the rules in everything. */

import { type Day, daysBetween, plusDays } from '#shared/base/time/day.ts';
import type { RotationDates } from '#shared/plan/facts/rotation.ts';
import type { Watched } from './watched.ts';

const BY_HAND = ['accept', 'apply', 'G15b'];

/** Where the rules say more or less than the facts do: an offer's end, an entered window's, the middle of a rotation. */
export function wrongDatesOf({ facts, open }: Watched): string[] {
  const byHand = facts.rotations.flatMap((rotation) => {
    const { id, stage, status, endedAt, offer, windowClosesOn, dates, feedback } = rotation;
    const isBefore = status === 'shortlisted' || status === 'preparing';
    const isToCome = (stage === 'documents' || stage === 'rotate') && !endedAt;
    return [
      ...(status === 'offered' && offer ? [`accept|${id}|${offer.expiresOn}`] : []),
      ...(isBefore && windowClosesOn ? [`apply|${id}|${windowClosesOn}`] : []),
      ...(isToCome && dates && !feedback ? [`G15b|${id}|${middleOf(dates)}`] : []),
    ];
  });
  const byRules = open.flatMap(({ occasion: { rule, subject, deadline } }) => {
    const isEntered = rule !== 'apply' || deadline.certainty === 'entered';
    return BY_HAND.includes(rule) && isEntered ? [`${rule}|${subject}|${deadline.day}`] : [];
  });
  return [
    ...byHand.filter((each) => !byRules.includes(each)),
    ...byRules.filter((each) => !byHand.includes(each)),
  ];
}

function middleOf({ start, end }: RotationDates): Day {
  return plusDays(start, Math.floor(daysBetween(start, end) / 2));
}
