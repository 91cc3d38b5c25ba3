import type { Reader } from '#shared/base/sentence.ts';
import { phraseDay, placeOf } from '#shared/base/time/phrase.ts';
import { PACKET_TITLES } from '#shared/plan/facts/packet.ts';
import type { TimeMove } from '#shared/plan/facts/stages.ts';
import { TOPICS } from '#shared/plan/facts/topics.ts';
import { EVENT_WORDS } from '#shared/words/event-words.ts';
import { DOCUMENT_FACTS } from '#shared/world/hosts/document-kinds.ts';
import type { CaseEvent } from '../casework/casework.ts';
import type { HistoryEntry } from '../person/applicant.ts';

const TIME_WORDS: Readonly<Record<TimeMove, string>> = {
  'offer-expires': 'The offer expired',
  'rotation-starts': 'The first day arrived',
  'rotation-ends': 'The last day passed',
  'ladder-is-spent': 'The letter’s due day passed without the letter',
  'undo-day-ends': 'Closed for good',
};

const CASE_WORDS: Readonly<Record<Reader, Readonly<Record<CaseEvent['type'], string>>>> = {
  applicant: {
    'case-opened': 'A case was opened for your advisor',
    'case-updated': 'Your advisor updated your case',
    'case-closed': 'Your case was closed',
    'case-undone': 'Your advisor undid the last update to your case',
  },
  advisor: {
    'case-opened': 'Case opened',
    'case-updated': 'Case updated',
    'case-closed': 'Case closed',
    'case-undone': 'The last update of the case was undone',
  },
};

type Actor = Pick<HistoryEntry, 'by' | 'through' | 'onWord'>;

const OTHERS_WORDS = {
  writer: 'by the letter writer',
  sender: 'by an outside form',
  time: 'automatically',
};

const ACTOR_WORDS: Readonly<Record<Reader, Readonly<Record<HistoryEntry['by'], string>>>> = {
  applicant: { ...OTHERS_WORDS, applicant: 'by you', advisor: 'by your advisor' },
  advisor: { ...OTHERS_WORDS, applicant: 'by the applicant', advisor: 'by an advisor' },
};

/** `Application sent` */
export function historyWords(
  { event }: Pick<HistoryEntry, 'event'>,
  reader: Reader = 'applicant',
): string {
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
    case 'eras-corrected':
      return event.submittedOn
        ? `ERAS corrected: submitted on ${phraseDay(event.submittedOn)}`
        : 'ERAS corrected: not submitted yet';
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
    case 'case-updated':
    case 'case-closed':
    case 'case-undone':
      return CASE_WORDS[reader][event.type];
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

export function actorWords({ by, through, onWord }: Actor, reader: Reader = 'applicant'): string {
  const whose = reader === 'applicant' ? 'your advisor ' : '';
  if (onWord) return `by ${whose}${onWord.advisor}: “${onWord.reason}”`;
  const actor = ACTOR_WORDS[reader][by];
  return through ? `${actor}, “${through.name}”` : actor;
}

const LIST = new Intl.ListFormat('en-US');

/** The entries that concern one rotation, or none and no case, newest first. */
export function historyOf(history: readonly HistoryEntry[], rotationId?: string): HistoryEntry[] {
  return history
    .filter(({ id, event }) => {
      if ('rotationId' in event) return event.rotationId === rotationId;
      if ('rotation' in event) return id === rotationId;
      return rotationId === undefined && !event.type.startsWith('case-');
    })
    .toReversed();
}
