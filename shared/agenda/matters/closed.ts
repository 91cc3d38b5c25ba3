/** A rotation that the host or a date closed leaves one lost matter, until it is answered or for a week. */
import { plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import type { ClosedReason, Rotation } from '#shared/plan/facts/rotation.ts';
import { reopensAs } from '#shared/plan/moves/reopen.ts';
import { endOf } from '#shared/plan/rotation/moments.ts';
import { open, report } from '../answer.ts';
import { type Matter, matter, ofRotation } from '../matter.ts';

/** What applicants did themselves leaves none. */
const BY_OTHERS: readonly ClosedReason[] = ['rejected', 'canceled-by-host', 'offer-expired'];
const SHOWN_DAYS = 7;

export function closedMatters(rotation: Rotation): Matter[] {
  const { closed, dates, id: rotationId } = rotation;
  if (!closed || !BY_OTHERS.includes(closed.reason)) return [];
  return [
    matter({
      ...ofRotation(rotation, 'closed', 'step'),
      opens: dayIn(EASTERN, closed.at),
      impossible: true,
      until: plusDays(dayIn(EASTERN, closed.at), SHOWN_DAYS),
      answers: [
        open('shortlist'),
        // Nobody extends an offer for days that are over.
        ...(closed.reason === 'offer-expired' && !(dates && endOf(dates.start) <= closed.at)
          ? [report({ type: 'offered', rotationId }, 'expiresOn')]
          : []),
        report({ type: 'reopened', rotationId, as: reopensAs(rotation) }),
      ],
    }),
  ];
}
