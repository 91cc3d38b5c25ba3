/** When the person last did something about a subject: nobody is nudged for what they touched two days ago. */
import type { Applicant } from '../applicant/applicant.ts';
import type { Event } from '../rotation/events.ts';
import { HOUR_MS, type Instant, plusMs } from '../time/instant.ts';
import type { Rung } from './ladder.ts';

export const ACTED_MS = 48 * HOUR_MS;

/** True when the rung falls to the 48-hour rule: the person acted on the subject less than that before it, or since. */
export function isSkipped(applicant: Applicant, subject: string, rung: Rung): boolean {
  const acted = lastActedAt(applicant, subject);
  return acted !== undefined && acted > plusMs(rung.at, -ACTED_MS);
}

function lastActedAt(applicant: Applicant, subject: string): Instant | undefined {
  return applicant.history.findLast(
    ({ by, event }) =>
      by === 'applicant' && event.type !== 'time-passed' && subjectOf(event) === subject,
  )?.at;
}

/** What an event did something about, in the words of an occasion's subject; what only brings news is no deed. */
function subjectOf(event: Event): string | undefined {
  switch (event.type) {
    case 'offered':
      return undefined;
    case 'document-updated':
      return event.status === 'not-accepted' ? undefined : `${event.rotationId}/${event.kind}`;
    case 'letter-asked':
      return `${event.rotationId}/letter`;
    case 'letter-agreed':
    case 'letter-requested':
    case 'letter-uploaded':
    case 'letter-assigned':
    case 'letter-declined':
      return `${event.rotationId}/${event.letterId}`;
    default:
      return 'rotationId' in event ? event.rotationId : undefined;
  }
}
