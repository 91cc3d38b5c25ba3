/** A rotation's status word and shape: who holds it, and whether it is late. */

import type { Html } from '../html.ts';
import { mostPressing } from '../nudges/most-pressing.ts';
import type { Occasion } from '../nudges/occasion.ts';
import { openOccasions } from '../nudges/open-occasions.ts';
import type { Rotation } from '../rotation/rotation.ts';
import { waitingOn } from '../rotation/waiting-on.ts';
import { dayIn } from '../time/instant.ts';
import type { PageView } from './page-view.ts';
import { status, waitingStatus } from './status.ts';

/** @param occasions the person's possible ones, see `possibleOccasions` */
export function rotationStatus(
  view: PageView,
  rotation: Rotation,
  occasions: readonly Occasion[],
): Html {
  const { closed } = rotation;
  if (closed)
    return closed.reason === 'complete' ? status('done', 'done') : status('closed', 'closed');
  const isLate = occasions.some(
    ({ rotationId, ladder, deadline }) =>
      rotationId === rotation.id && ladder !== 'window' && deadline.at <= view.now,
  );
  if (isLate) return status('late', 'late, your turn');
  return waitingStatus(waitingOn(rotation, view.applicant.facts.documents, view.world));
}

/** Everything this person can do today, most pressing first. */
export function possibleOccasions({ applicant, world, now }: PageView): Occasion[] {
  const today = dayIn(applicant.facts.profile.zone, now);
  return mostPressing(openOccasions(applicant, world), today);
}
