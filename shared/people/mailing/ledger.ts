import { counts, type EmailRecord, keyOfNudge } from '../person/email-record.ts';
import type { CalendarChange } from './ics.ts';

/** Calendar changes as keys for the ledger. */
export function calendarKeys(changes: readonly CalendarChange[]): string[] {
  return changes.map(({ key, day, status }) =>
    keyOfNudge('calendar', key, day, status === 'confirmed' ? 'on' : 'off'),
  );
}

export function calendarKeysSaid(emails: readonly EmailRecord[]): string[] {
  return emails.filter(counts).flatMap(({ calendar }) => calendar ?? []);
}
