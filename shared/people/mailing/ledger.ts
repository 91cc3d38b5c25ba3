import { counts, keyOfNudge, type MailRecord } from '../person/mail-record.ts';
import type { CalendarChange } from './ics.ts';

/** Calendar changes as keys for the ledger. */
export function calendarKeys(changes: readonly CalendarChange[]): string[] {
  return changes.map(({ key, day, status }) =>
    keyOfNudge('calendar', key, day, status === 'confirmed' ? 'on' : 'off'),
  );
}

export function calendarKeysSaid(mails: readonly MailRecord[]): string[] {
  return mails.filter(counts).flatMap(({ calendar }) => calendar ?? []);
}
