import { phraseDay, placeOf } from '#shared/base/time/phrase.ts';
import { PACKET_TITLES } from '#shared/plan/facts/packet.ts';
import type { TimeMove } from '#shared/plan/facts/stages.ts';
import { TOPICS } from '#shared/plan/facts/topics.ts';
import { EVENT_WORDS } from '#shared/words/event-words.ts';
import { DOCUMENT_FACTS } from '#shared/world/hosts/document-kinds.ts';
import type { HistoryEntry } from '../person/applicant.ts';

const TIME_WORDS: Readonly<Record<TimeMove, string>> = {
  'offer-expires': 'The offer expired',
  'rotation-starts': 'The first day arrived',
  'rotation-ends': 'The last day passed',
  'ladder-is-spent': 'The letter’s due day passed without the letter',
  'undo-day-ends': 'Closed for good',
};

const ACTOR_WORDS: Readonly<Record<HistoryEntry['by'], string>> = {
  applicant: 'by you',
  writer: 'by the letter writer',
  advisor: 'by your advisor',
  sender: 'by an outside form',
  time: 'by the calendar',
};

/** `Application sent` */
export function historyWords({ event }: Pick<HistoryEntry, 'event'>): string {
  switch (event.type) {
    case 'time-passed':
      return TIME_WORDS[event.move];
    case 'rotation-added':
      return `Added to the plan: ${event.rotation.host.name}`;
    case 'rotation-corrected':
      return `Entry corrected: ${event.rotation.host.name}`;
    case 'rotation-taken-over':
      return `Imported from a spreadsheet: ${event.rotation.host.name}`;
    case 'packet-entered':
      return `Entered for your letter writers: ${PACKET_TITLES[event.item]}`;
    case 'zone-changed':
      return `Time zone set to ${placeOf(event.zone)}`;
    case 'eras-submitted':
      return 'ERAS application submitted';
    case 'profile-changed':
      return 'Profile changed';
    case 'cost-entered':
      return event.costId ? 'Cost corrected' : 'Cost entered';
    case 'cost-removed':
      return 'Cost removed';
    case 'experience-added':
      return `Experience added: ${event.experience.title}`;
    case 'experience-removed':
      return 'Experience removed';
    case 'story-noted':
      return 'Story saved';
    case 'case-opened':
      return 'A case was opened for your advisor';
    case 'case-updated':
      return 'Your advisor updated your case';
    case 'case-closed':
      return 'Your case was closed';
    case 'case-undone':
      return 'Your advisor undid the last update to your case';
    case 'snoozed':
      return `Reminder set for ${phraseDay(event.until)}`;
    case 'snooze-ended':
      return 'Later reminder canceled';
    case 'email-hours-set':
      return 'Email times changed';
    case 'topic-set':
      return `Emails about ${TOPICS[event.topic].label} ${event.wish === 'stopped' ? 'stopped' : 'turned on'}`;
    case 'undone':
      return 'The previous update was undone';
    case 'document-updated':
      return `Document updated: ${LIST.format([event.kind, ...(event.also ?? [])].map((kind) => DOCUMENT_FACTS[kind].label))}`;
    default:
      return EVENT_WORDS[event.type].past;
  }
}

export function actorWords({ by, through, onWord }: HistoryEntry): string {
  if (onWord) return `by your advisor ${onWord.advisor}: “${onWord.reason}”`;
  return through ? `${ACTOR_WORDS[by]}, “${through.name}”` : ACTOR_WORDS[by];
}

const LIST = new Intl.ListFormat('en-US');

/** The entries that concern one rotation, newest first. */
export function historyOf(history: readonly HistoryEntry[], rotationId: string): HistoryEntry[] {
  return history
    .filter(({ id, event }) =>
      'rotationId' in event
        ? event.rotationId === rotationId
        : 'rotation' in event && id === rotationId,
    )
    .toReversed();
}
