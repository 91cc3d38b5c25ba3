/** A rotation’s status, state, and dates in words. */

import { type AgendaAt, agendaAt, lateOnes, standingOf } from '#shared/agenda/agenda-at.ts';
import { dayBegun } from '#shared/agenda/standings.ts';
import { type WaitingOn, waitingOn } from '#shared/agenda/waiting-on.ts';
import type { Html } from '#shared/base/html.ts';
import type { Reader } from '#shared/base/sentence.ts';
import { phraseDay, phraseShortDay } from '#shared/base/time/phrase.ts';
import { mostPressing } from '#shared/people/mailing/most-pressing.ts';
import type { ClosedReason, Rotation, RotationDates } from '#shared/plan/facts/rotation.ts';
import { statusWords } from '#shared/plan/facts/stages.ts';
import { reasonOf } from '#shared/plan/rotation/kind.ts';
import { wordsOf } from '#shared/words/matters/matter-words.ts';
import { type Occasion, occasionsAt } from '#shared/words/occasions.ts';
import { WITHDRAWN_FOR } from '#shared/words/withdrawal-words.ts';
import type { PageView } from './person-page.ts';
import { type Shape, status, waitingShape, waitingStatus } from './status.ts';

export function rotationStatus(view: PageView, rotation: Rotation): Html {
  const { closed } = rotation;
  if (closed) {
    const shape = closed.reason === 'complete' ? 'done' : 'closed';
    return status(shape, stateWords(rotation, 'applicant'));
  }
  if (isLost(view, rotation)) return status('late', 'not possible as planned');
  const late = lateWords(view, rotation);
  return late ? status('late', `late: ${late}`) : waitingStatus(turnOf(view, rotation));
}

/** The shape of its current step. */
export function rotationShape(view: PageView, rotation: Rotation): Shape {
  const isBehind = isLost(view, rotation) || lateWords(view, rotation) !== undefined;
  return isBehind ? 'late' : waitingShape(turnOf(view, rotation));
}

export function turnOf(view: PageView, { id }: Rotation): WaitingOn {
  return waitingOn(id, atOf(view));
}

/** What makes the plan count it as late: `visa appointment`. */
export function lateWords(view: PageView, { id }: Rotation): string | undefined {
  const at = atOf(view);
  const [first, ...others] = lateOnes(at).filter(({ about }) => about.rotationId === id);
  if (!first) return undefined;
  const { title, short = title } = wordsOf(first, at.view);
  return others.length > 0 ? `${short}, and ${others.length} more` : short;
}

function atOf({ applicant, world, now }: PageView): AgendaAt {
  return agendaAt(applicant.facts, world, now);
}

/** Something without which it cannot take place is lost, and nothing can save it. */
export function isLost(view: PageView, { id }: Rotation): boolean {
  const at = atOf(view);
  return at.matters.some(
    (matter) =>
      matter.about.rotationId === id &&
      matter.stake === 'rotation' &&
      standingOf(at, matter).color === 'cannot-be-saved',
  );
}

/** Everything the applicant can do today, most urgent first. */
export function possibleOccasions({ applicant, world, now }: PageView): Occasion[] {
  const begun = dayBegun(applicant.facts.profile.zone, now);
  return mostPressing(occasionsAt(applicant.facts, world, now), begun);
}

const CLOSED_WORDS: Readonly<Record<Exclude<ClosedReason, 'withdrawn'>, string>> = {
  complete: 'closed, complete: the letter is assigned',
  rejected: 'closed, rejected by the host',
  'canceled-by-host': 'closed, canceled by the host',
  'offer-expired': 'closed, the offer expired',
  'finished-without-letter': 'closed, finished without a letter',
};

/** `Mon, Jun 7 to Fri, Jul 2, 2027` */
export function phraseDates({ start, end }: RotationDates): string {
  const isOneYear = start.slice(0, 4) === end.slice(0, 4);
  return `${isOneYear ? phraseShortDay(start) : phraseDay(start)} to ${phraseDay(end)}`;
}

export function datesOf({ dates }: Rotation): string {
  return dates ? phraseDates(dates) : 'no dates yet';
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
  if (reason !== 'withdrawn') return CLOSED_WORDS[reason];
  const { closed } = rotation;
  const why = typeof closed === 'object' && closed.why;
  return `${WITHDRAWN_WORDS[reader]}${why ? `: ${WITHDRAWN_FOR[why].choice}` : ''}`;
}
