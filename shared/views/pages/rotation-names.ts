/** How a rotation is called and when it is, on pages. */

import { phraseDay, phraseShortDay } from '#shared/base/time/phrase.ts';
import type { ClosedReason, Rotation } from '#shared/plan/facts/rotation.ts';
import { statusWords } from '#shared/plan/facts/stages.ts';

const CLOSED_WORDS: Readonly<Record<ClosedReason, string>> = {
  complete: 'closed, complete: the letter is assigned',
  withdrawn: 'closed, withdrawn by you',
  rejected: 'closed, rejected by the host',
  'canceled-by-host': 'closed, canceled by the host',
  'offer-expired': 'closed, the offer expired',
  'dates-passed': 'closed, its dates passed without a place',
  'window-closed': 'closed, the host’s last day for applications passed',
  'finished-without-letter': 'closed, finished without a letter',
};

/** `Mon 7 Jun to Fri 2 Jul 2027` */
export function datesOf({ dates }: Rotation): string {
  if (!dates) return 'no dates yet';
  const sameYear = dates.start.slice(0, 4) === dates.end.slice(0, 4);
  const start = sameYear ? phraseShortDay(dates.start) : phraseDay(dates.start);
  return `${start} to ${phraseDay(dates.end)}`;
}

/** `applied, waiting for the host`; a closed one says why. */
export function stands(rotation: Rotation): string {
  return rotation.closed
    ? CLOSED_WORDS[rotation.closed.reason]
    : statusWords(rotation.stage, rotation.status);
}
