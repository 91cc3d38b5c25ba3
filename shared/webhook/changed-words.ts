/** What an update from outside recorded, in the words of the history. */
import type { Applicant } from '../applicant/applicant.ts';
import type { Event } from '../rotation/events.ts';
import { historyWords } from '../rotation/history-words.ts';
import { statusWords } from '../rotation/stages.ts';

/** `Application sent: Brown is now waiting for the host’s answer` */
export function changedWords(event: Event, { facts }: Applicant, updateId: string): string {
  const words = historyWords({ event });
  const rotationId = 'rotationId' in event ? event.rotationId : updateId;
  const rotation = facts.rotations.find(({ id }) => id === rotationId);
  if (!rotation) return words;
  return `${words}; ${rotation.host.name}: ${statusWords(rotation.stage, rotation.status)}`;
}
