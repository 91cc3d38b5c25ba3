/** A cohort as text, streamed: at most one page of people is in memory. */
import { csvHeader, csvLine } from '#shared/base/csv.ts';
import { impossible } from '#shared/base/result.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import {
  APPLICANT_SHEET,
  type Cell,
  ROTATION_SHEET,
  rowsOf,
  type SheetColumn,
} from '../table/sheets.ts';
import { calendarText } from './calendar.ts';
import type { ExportFormat, ExportOf } from './formats.ts';
import { jsonText } from './json.ts';

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
