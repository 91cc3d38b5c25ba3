/** When the person last did something about a subject: nobody is nudged for what they touched two days ago. */

import type { Rung } from '#shared/agenda/occasions/ladder.ts';
import { HOUR_MS, plusMs } from '#shared/base/time/instant.ts';
import type { Applicant } from '../person/applicant.ts';
import type { Event } from '../person/event.ts';

const ACTED_MS = 48 * HOUR_MS;

/**
 * True when the rung falls to the 48-hour rule: the person acted on the subject less than that before it, or since.
 * Who writes down news, an offer or a paper that was not accepted, knows it now but has done nothing about it: that
 * silences the rung that is current then, and none to come.
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

/** What an event is about, in the words of an occasion's subject. */
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
    // Who keeps a log has done nothing about what is due.
    case 'cases-counted':
    case 'task-given':
      return undefined;
    default:
      return 'rotationId' in event ? event.rotationId : undefined;
  }
}
