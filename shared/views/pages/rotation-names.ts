/** A rotation's dates and state in words. */

import type { Reader } from '#shared/base/reader.ts';
import { phraseDay, phraseShortDay } from '#shared/base/time/phrase.ts';
import type { ClosedReason, Rotation } from '#shared/plan/facts/rotation.ts';
import { statusWords } from '#shared/plan/facts/stages.ts';
import { reasonOf } from '#shared/plan/rotation/kind.ts';

const CLOSED_WORDS: Readonly<Record<Exclude<ClosedReason, 'withdrawn'>, string>> = {
  complete: 'closed, complete: the letter is assigned',
  rejected: 'closed, rejected by the host',
  'canceled-by-host': 'closed, canceled by the host',
  'offer-expired': 'closed, the offer expired',
  'dates-passed': 'closed, its dates passed without an offer',
  'window-closed': 'closed, the host’s application deadline passed',
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
export function stands(
  rotation: Pick<Rotation, 'stage' | 'status'> & Parameters<typeof reasonOf>[0],
  reader: Reader,
): string {
  const reason = reasonOf(rotation);
  if (!reason) return statusWords(rotation.stage, rotation.status, reader);
  return reason === 'withdrawn' ? WITHDRAWN_WORDS[reader] : CLOSED_WORDS[reason];
}
