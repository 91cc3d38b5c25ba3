/** A cohort's open deadlines as a calendar: a file of all of them, and a feed to subscribe to. No entry names a visa or health. */
import { createHash } from 'node:crypto';
import icalendar from 'ical-generator';
import { dayIn, EASTERN, HOUR_MS, type Instant, SECOND_MS } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { type Summary, summaryOfApplicant } from '#shared/people/outlook/summary.ts';
import { isPast, type OutlookDue } from '#shared/people/person/outlook.ts';
import type { Cohort } from '../cohort.ts';
import { shownDay } from '../report/row.ts';
import type { ExportOf } from './exports.ts';

/** The soonest: a feed is read whole by every device that has it. */
export const FEED_ENTRIES_MAX = 2000;
/** How often an app that subscribes may read it again. */
const REFRESH_SECONDS = (6 * HOUR_MS) / SECOND_MS;

type Owner = Pick<Summary, 'id' | 'name' | 'rotations'>;

/** Hard dates only: what a host, ERAS, or an offer demands. */
export function feedText(
  cohort: Pick<Cohort, 'name'>,
  people: readonly Summary[],
  now: Instant,
): string {
  const calendar = calendarOf(cohort.name);
  const soonest = people
    .flatMap((of) => openOf(of, now).map((due) => ({ of, due })))
    .filter(({ due }) => due.hard)
    .toSorted((a, b) => (shownDay(a.due) < shownDay(b.due) ? -1 : 1))
    .slice(0, FEED_ENTRIES_MAX);
  // Stamped when the plan was read: the same plan gives the same bytes.
  for (const { of, due } of soonest) addEntry(calendar, of, due, of.outlook?.at ?? now);
  return `${calendar.toString()}\r\n`;
}

/** Streamed, event by event. */
export async function* calendarText(of: ExportOf): AsyncGenerator<string> {
  const END = 'END:VCALENDAR';
  const empty = calendarOf(of.cohort.name).toString();
  yield empty.slice(0, empty.lastIndexOf(END));
  for await (const applicant of of.people()) {
    const row = summaryOfApplicant(applicant);
    const calendar = calendarOf(of.cohort.name);
    for (const due of openOf(row, of.now)) addEntry(calendar, row, due, of.now);
    const text = calendar.toString();
    const first = text.indexOf('BEGIN:VEVENT');
    if (first >= 0) yield text.slice(first, text.lastIndexOf(END));
  }
  yield `${END}\r\n`;
}

function openOf({ erased, outlook }: Summary, now: Instant): OutlookDue[] {
  if (erased) return [];
  return (outlook?.due ?? []).filter((due) => !isPast(due, now, dayIn(EASTERN, now)));
}

function addEntry(
  calendar: ReturnType<typeof icalendar>,
  { id, name, rotations }: Owner,
  due: OutlookDue,
  stamp: Instant,
): void {
  const { title, startBy, day, hard, certainty, source, isPrivate, rotationId } = due;
  const host = rotations.find((each) => each.id === rotationId)?.host;
  const shown = isPrivate ? `one step for ${host ? `the ${host} rotation` : 'the plan'}` : title;
  // The source of a visa's day would name the visa.
  const origin = isPrivate ? '' : ` Source: ${source}`;
  calendar.createEvent({
    id: `${id}.${uidOf(due)}@away-rotations`,
    start: shownDay(due),
    allDay: true,
    stamp,
    summary: `${name}: ${startBy ? 'start: ' : ''}${shown}`,
    description: `${hard ? 'Hard deadline' : 'Recommended'} on ${phraseDay(day)}, ${certainty}.${origin}`,
  });
}

/** Derived from what the entry is, never from its day, so that a moved entry is not duplicated. Hashed, since some calendars show it. */
function uidOf({ rule, rotationId = 'plan', part = '' }: OutlookDue): string {
  return createHash('sha256').update(`${rotationId}/${rule}/${part}`).digest('hex').slice(0, 24);
}

function calendarOf(name: string) {
  return icalendar({
    name: `Away rotations: ${name}`,
    prodId: { company: 'Away Rotations', product: 'cohort', language: 'EN' },
    ttl: REFRESH_SECONDS,
  });
}
