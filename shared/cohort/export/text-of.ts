/** A cohort as text, streamed: at most one page of people is in memory. */
import icalendar from 'ical-generator';
import { csvHeader, csvLine } from '#shared/base/csv.ts';
import { impossible } from '#shared/base/result.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { isPast, type OutlookDue } from '#shared/people/person/outlook.ts';
import {
  APPLICANT_SHEET,
  type Cell,
  type CellType,
  ROTATION_SHEET,
  rowsOf,
  type SheetColumn,
} from '../table/sheets.ts';
import type { ExportFormat, ExportOf } from './formats.ts';

export function textOf(format: Exclude<ExportFormat, 'xlsx'>, of: ExportOf): AsyncIterable<string> {
  switch (format) {
    case 'applicants-csv':
      return csvText(APPLICANT_SHEET, of, (applicant) => rowsOf(applicant, of).applicants);
    case 'rotations-csv':
      return csvText(ROTATION_SHEET, of, (applicant) => rowsOf(applicant, of).rotations);
    case 'json':
      return jsonText(of);
    case 'ics':
      return calendarText(of);
    default:
      return impossible(format);
  }
}

async function* csvText<Row>(
  columns: readonly SheetColumn<Row>[],
  of: ExportOf,
  rowsOfOne: (applicant: Applicant) => readonly Row[],
): AsyncGenerator<string> {
  yield csvHeader(columns.map(({ header }) => header));
  for await (const applicant of of.people()) {
    for (const row of rowsOfOne(applicant)) {
      yield csvLine(columns.map((column) => written(column.of(row))));
    }
  }
}

function written(cell: Cell): string | number {
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return cell ?? '';
}

/** One calendar, streamed event by event. */
async function* calendarText(of: ExportOf): AsyncGenerator<string> {
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

async function* jsonText(of: ExportOf): AsyncGenerator<string> {
  const head = {
    cohort: { id: of.cohort.id, name: of.cohort.name },
    generatedAt: of.now,
    schema: exportSchema(),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"applicants":[`;
  let isFirst = true;
  for await (const applicant of of.people()) {
    const { applicants, rotations } = rowsOf(applicant, of);
    for (const row of applicants) {
      const shown = {
        ...objectOf(APPLICANT_SHEET, row),
        rotations: rotations.map((rotation) => objectOf(ROTATION_SHEET, rotation)),
      };
      yield `${isFirst ? '' : ','}\n${JSON.stringify(shown)}`;
      isFirst = false;
    }
  }
  yield '\n]}\n';
}

/** The schema of one applicant. Absent fields are unknown. */
export function exportSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {
      ...propertiesOf(APPLICANT_SHEET),
      rotations: {
        type: 'array',
        items: {
          type: 'object',
          properties: propertiesOf(ROTATION_SHEET),
          additionalProperties: false,
        },
      },
    },
    required: ['Applicant ID', 'rotations'],
    additionalProperties: false,
  };
}

const TYPES: Readonly<Record<CellType, object>> = {
  text: { type: 'string' },
  number: { type: 'number' },
  day: { type: 'string', format: 'date' },
  moment: { type: 'string', format: 'date-time' },
  'yes-no': { type: 'boolean' },
};

function propertiesOf<Row>(columns: readonly SheetColumn<Row>[]): Record<string, object> {
  return Object.fromEntries(columns.map(({ header, type }) => [header, TYPES[type]]));
}

function objectOf<Row>(columns: readonly SheetColumn<Row>[], row: Row): Record<string, unknown> {
  return Object.fromEntries(columns.map((column) => [column.header, column.of(row)]));
}
