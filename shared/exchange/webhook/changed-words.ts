/** What an update from outside recorded, in the words of the history. */

import { historyWords } from '#shared/people/applicant/history-words.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Event } from '#shared/people/person/event.ts';
import { statusWords } from '#shared/plan/facts/stages.ts';

/** `Application sent: Brown is now waiting for the host’s answer` */
export function changedWords(event: Event, { facts }: Applicant, updateId: string): string {
  const words = historyWords({ event });
  const rotationId = 'rotationId' in event ? event.rotationId : updateId;
  const rotation = facts.rotations.find(({ id }) => id === rotationId);
  if (!rotation) return words;
  return `${words}; ${rotation.host.name}: ${statusWords(rotation.stage, rotation.status, 'advisor')}`;
}
