/** A rotation’s status, state, and dates in words. */
import { agendaAt, standingOf } from '#shared/agenda/agenda-at.ts';
import { waitingOn } from '#shared/agenda/waiting-on.ts';
import type { Html } from '#shared/base/html.ts';
import type { Reader } from '#shared/base/reader.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { phraseDay, phraseShortDay } from '#shared/base/time/phrase.ts';
import { mostPressing } from '#shared/people/mailing/most-pressing.ts';
import type { ClosedReason, Rotation } from '#shared/plan/facts/rotation.ts';
import { statusWords } from '#shared/plan/facts/stages.ts';
import { reasonOf } from '#shared/plan/rotation/kind.ts';
import type { Occasion } from '#shared/words/occasions.ts';
import { occasionsAt } from '#shared/words/occasions.ts';
import type { PageView } from './person-page.ts';
import { type Shape, status, waitingShape, waitingStatus } from './status.ts';

/** @param occasions from `possibleOccasions` */
export function rotationStatus(
  view: PageView,
  rotation: Rotation,
  occasions: readonly Occasion[],
): Html {
  const { closed } = rotation;
  if (closed)
    return closed.reason === 'complete' ? status('done', 'done') : status('closed', 'closed');
  if (isLost(view, rotation)) return status('late', 'not possible as planned');
  if (isLate(view, rotation, occasions)) return status('late', 'late, your turn');
  return waitingStatus(
    waitingOn(rotation.id, agendaAt(view.applicant.facts, view.world, view.now)),
  );
}

/** Of the step where it is. */
export function rotationShape(
  view: PageView,
  rotation: Rotation,
  occasions: readonly Occasion[],
): Shape {
  if (isLost(view, rotation) || isLate(view, rotation, occasions)) return 'late';
  return waitingShape(waitingOn(rotation.id, agendaAt(view.applicant.facts, view.world, view.now)));
}

function isLate({ now }: PageView, { id }: Rotation, occasions: readonly Occasion[]): boolean {
  return occasions.some(
    ({ rotationId, ladder, isQuestion, deadline }) =>
      rotationId === id && ladder !== 'advised' && !isQuestion && deadline.at <= now,
  );
}

/** Something without which it cannot take place is lost, and nothing can save it. */
export function isLost({ applicant, world, now }: PageView, { id }: Rotation): boolean {
  const at = agendaAt(applicant.facts, world, now);
  return at.matters.some(
    (matter) =>
      matter.about.rotationId === id &&
      matter.stake === 'rotation' &&
      standingOf(at, matter).color === 'cannot-be-saved',
  );
}

/** Everything the applicant can do today, most urgent first. */
export function possibleOccasions({ applicant, world, now }: PageView): Occasion[] {
  const today = dayIn(applicant.facts.profile.zone, now);
  return mostPressing(occasionsAt(applicant.facts, world, now), today);
}

const CLOSED_WORDS: Readonly<Record<Exclude<ClosedReason, 'withdrawn'>, string>> = {
  complete: 'closed, complete: the letter is assigned',
  rejected: 'closed, rejected by the host',
  'canceled-by-host': 'closed, canceled by the host',
  'offer-expired': 'closed, the offer expired',
  'finished-without-letter': 'closed, finished without a letter',
};

/** `Mon, Jun 7 to Fri, Jul 2, 2027` */
export function datesOf({ dates }: Rotation): string {
  if (!dates) return 'no dates yet';
  const sameYear = dates.start.slice(0, 4) === dates.end.slice(0, 4);
  const start = sameYear ? phraseShortDay(dates.start) : phraseDay(dates.start);
  return `${start} to ${phraseDay(dates.end)}`;
}

const WITHDRAWN_WORDS: Readonly<Record<Reader, string>> = {
  applicant: 'closed, withdrawn by you',
  advisor: 'closed, withdrawn by the applicant',
};

/** `applied, waiting for the host`; a closed rotation says why. */
export function stateWords(
  rotation: Pick<Rotation, 'stage' | 'status'> & Parameters<typeof reasonOf>[0],
  reader: Reader,
): string {
  const reason = reasonOf(rotation);
  if (!reason) return statusWords(rotation.stage, rotation.status, reader);
  return reason === 'withdrawn' ? WITHDRAWN_WORDS[reader] : CLOSED_WORDS[reason];
}
