/** The state of a paper, as every reader sees it. */
import { counted } from '#shared/base/sentence.ts';
import type { Day } from '#shared/base/time/day.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Standing } from '#shared/plan/documents/judge.ts';
import type { Holder } from '#shared/plan/facts/document.ts';
import { phraseTurn } from './plan-words.ts';

/** @param today separates documents that have expired from those that will */
export function phrasePaper(standing: Standing, heldBy: Holder, today: Day): string {
  const isTheirs = heldBy === 'applicant';
  switch (standing.word) {
    case 'cleared':
      return 'done';
    case 'expires-too-early':
      return expiryWords(standing, today);
    case 'not-accepted':
      return 'not accepted: send a new one';
    case 'to-do':
      return isTheirs ? 'get started' : phraseTurn(heldBy);
    case 'in-progress':
      return isTheirs ? 'in progress, your turn' : phraseTurn(heldBy);
    case 'submitted':
      return isTheirs ? 'submitted' : phraseTurn(heldBy);
  }
}

/** `expires 9 days before the rotation ends: renew it on or after Fri, Mar 12, 2027` */
function expiryWords({ validUntil, short, renewFrom }: Standing, today: Day): string {
  const days = counted(short?.byDays ?? 0, 'day');
  const how =
    validUntil && validUntil < today
      ? `expired on ${phraseDay(validUntil)}`
      : `expires ${days} before the rotation ${short?.of === 'start' ? 'starts' : 'ends'}`;
  if (!renewFrom) return `${how}: get one that is valid longer`;
  return `${how}: ${renewFrom <= today ? 'renew it now' : `renew it on or after ${phraseDay(renewFrom)}`}`;
}
