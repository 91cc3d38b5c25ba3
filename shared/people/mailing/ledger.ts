/** What the ledger of emails keeps of their calendar parts. */
import { counts, keyOfNudge, type MailRecord } from '../person/mail-record.ts';
import type { CalendarChange } from './ics.ts';

/** What the ledger keeps of a calendar part, shaped as its other keys are. */
export function calendarKeys(changes: readonly CalendarChange[]): string[] {
  return changes.map(({ key, day, status }) =>
    keyOfNudge('calendar', key, day, status === 'confirmed' ? 'on' : 'off'),
  );
}

/** The calendar keys of emails that left, or may have. */
export function calendarKeysSaid(mails: readonly MailRecord[]): string[] {
  return mails.filter(counts).flatMap(({ calendar }) => calendar ?? []);
}
