/** A rotation's status as a word and a shape: whose turn it is, and whether it is late. */

import type { Occasion } from '#shared/agenda/occasions/occasion.ts';
import { openOccasions } from '#shared/agenda/occasions/open-occasions.ts';
import type { Html } from '#shared/base/html.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { mostPressing } from '#shared/people/mailing/most-pressing.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { waitingOn } from '#shared/plan/rotation/waiting-on.ts';
import type { PageView } from './page-view.ts';
import { status, waitingStatus } from './status.ts';

/** @param occasions from `possibleOccasions` */
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

/** Everything the applicant can do today, most urgent first. */
export function possibleOccasions({ applicant, world, now }: PageView): Occasion[] {
  const today = dayIn(applicant.facts.profile.zone, now);
  return mostPressing(openOccasions(applicant.facts, world), today);
}
