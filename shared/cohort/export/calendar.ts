/** The open deadlines of a cohort as a calendar: whole days, each with its source and certainty. */
import icalendar from 'ical-generator';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { isPast, type OutlookDue } from '#shared/people/person/outlook.ts';
import type { ExportOf } from './formats.ts';

/** One calendar, streamed event by event. */
export async function* calendarText(of: ExportOf): AsyncGenerator<string> {
  const [head, tail] = halves(of);
  yield head;
  for await (const applicant of of.people()) {
    const open = (applicant.erased ? [] : (applicant.outlook?.due ?? [])).filter(
      (due) => !isPast(due, of.now, dayIn(EASTERN, of.now)),
    );
    if (open.length > 0) yield eventsOf(applicant, open, of);
  }
  yield tail;
}

/** The text before the first event and after the last one. */
function halves(of: ExportOf): [string, string] {
  const END = 'END:VCALENDAR';
  const empty = calendarOf(of).toString();
  const cut = empty.lastIndexOf(END);
  return [empty.slice(0, cut), `${END}\r\n`];
}

function eventsOf({ id, facts }: Applicant, open: readonly OutlookDue[], of: ExportOf): string {
  const calendar = calendarOf(of);
  for (const due of open) {
    const { rule, rotationId = 'plan', title, day, hard, certainty, source } = due;
    calendar.createEvent({
      id: `${id}-${rotationId}-${rule}-${day}`,
      start: day,
      allDay: true,
      stamp: of.now,
      summary: `${facts.profile.name}: ${title}`,
      description: `${hard ? 'Hard deadline' : 'Recommended'}, ${certainty}. Source: ${source}`,
    });
  }
  const text = calendar.toString();
  return text.slice(text.indexOf('BEGIN:VEVENT'), text.lastIndexOf('END:VCALENDAR'));
}

function calendarOf({ cohort }: ExportOf) {
  return icalendar({
    name: `Away rotations: ${cohort.name}`,
    prodId: { company: 'Away Rotations', product: 'cohort', language: 'EN' },
  });
}
