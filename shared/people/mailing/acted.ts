/** Skips reminders about a subject that the applicant acted on within the last two days. */
import type { Rung } from '#shared/agenda/ladder.ts';
import { HOUR_MS, plusMs } from '#shared/base/time/instant.ts';
import type { Applicant } from '../person/applicant.ts';
import type { Event } from '../person/event.ts';

const ACTED_MS = 48 * HOUR_MS;

/**
 * True if the applicant acted on the subject after the rung or within 48 hours before it. Reporting news, such as an offer
 * or a rejected document, is no action: it skips only the current rung.
 */
export function isSkipped(applicant: Applicant, subject: string, rung: Rung): boolean {
  return applicant.history.some(({ by, at, event }) => {
    if (by !== 'applicant' || event.type === 'time-passed' || subjectOf(event) !== subject) {
      return false;
    }
    return at > (isNews(event) ? rung.at : plusMs(rung.at, -ACTED_MS));
  });
}

function isNews(event: Event): boolean {
  return (
    event.type === 'offered' ||
    (event.type === 'document-updated' && event.status === 'not-accepted')
  );
}

/** What an event is about, written like an occasion's subject. */
function subjectOf(event: Event): string | undefined {
  switch (event.type) {
    case 'document-updated':
      return `${event.rotationId}/${event.kind}`;
    case 'letter-asked':
      return `${event.rotationId}/letter`;
    case 'letter-contact':
    case 'letter-agreed':
    case 'letter-requested':
    case 'letter-uploaded':
    case 'letter-assigned':
    case 'letter-declined':
      return `${event.rotationId}/${event.letterId}`;
    case 'mentor-named':
    case 'talk-held':
      return `${event.rotationId}/mentor`;
    case 'task-done':
      return `${event.rotationId}/task-${event.task}`;
    // Keeping a log is no action on what is due.
    case 'cases-counted':
    case 'task-given':
      return undefined;
    default:
      return 'rotationId' in event ? event.rotationId : undefined;
  }
}
