/** Calendar entries as iCalendar text (RFC 5545) with stable UIDs and no alarms. */
import { createHash } from 'node:crypto';
import { parseISO } from 'date-fns/parseISO';
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Applicant } from '../person/applicant.ts';
import type { CalendarEntry } from './entry.ts';

/** `canceled` removes what an earlier email or feed added. */
export interface CalendarChange extends CalendarEntry {
  readonly status: 'confirmed' | 'canceled';
}

/** `stampedAt`: when a feed last changed, so that the same plan gives the same bytes. `url`: of the person's plan. */
export function icsOf(
  changes: readonly CalendarChange[],
  of: { readonly applicant: Applicant; readonly stampedAt: Instant; readonly url?: string },
): string {
  const calendar = ical({
    name: 'Away Rotations',
    prodId: { company: 'Away Rotations', product: 'plan', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
  });
  const sequence = sequenceOf(of.applicant);
  for (const { key, title, details, day, until, at, status } of changes) {
    const isCanceled = status === 'canceled';
    calendar.createEvent({
      id: uidOf(of.applicant.id, key),
      sequence,
      stamp: parseISO(of.stampedAt),
      ...(at
        ? { start: parseISO(at) }
        : { allDay: true, start: dateOf(day), end: dateOf(until ?? plusDays(day, 1)) }),
      summary: isCanceled ? `Canceled: ${title}` : title,
      description: details,
      status: isCanceled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
      ...(of.url && { url: of.url }),
    });
  }
  return `${calendar.toString()}\r\n`;
}

/** How often an app that subscribes may read it again. */
const REFRESH_SECONDS = 6 * 60 * 60;

/** Grows with every change of the plan or the world's dates; calendars keep the entry with the higher number. */
export function sequenceOf({ revision, seen }: Pick<Applicant, 'revision' | 'seen'>): number {
  return revision + (seen?.moves ?? 0);
}

/** The key names a visa or a health paper, and some calendars show an entry's id. */
function uidOf(personId: string, key: string): string {
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 24);
  return `${personId}.${hash}@away-rotations`;
}

function dateOf(day: Day): ReturnType<typeof parseISO> {
  return parseISO(`${day}T00:00:00Z`);
}
