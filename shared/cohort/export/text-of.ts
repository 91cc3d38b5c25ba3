/** A cohort as text, streamed: at most one page of people is in memory. */
import { csvHeader, csvLine } from '#shared/base/csv.ts';
import { impossible } from '#shared/base/result.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Cell, CellType, SheetColumn } from '../table/column.ts';
import { APPLICANT_SHEET, FINDING_SHEET, ROTATION_SHEET, rowsOf } from '../table/sheets.ts';
import { calendarText } from './calendar.ts';
import type { ExportFormat, ExportOf } from './exports.ts';

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

async function* jsonText(of: ExportOf): AsyncGenerator<string> {
  const head = {
    cohort: { id: of.cohort.id, name: of.cohort.name },
    generatedAt: of.now,
    schema: exportSchema(),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"applicants":[`;
  let isFirst = true;
  for await (const applicant of of.people()) {
    const { applicants, rotations, reasons } = rowsOf(applicant, of);
    for (const row of applicants) {
      const shown = {
        ...objectOf(APPLICANT_SHEET, row),
        findings: reasons.map((reason) => objectOf(FINDING_SHEET, reason)),
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
      findings: arrayOf(FINDING_SHEET),
      rotations: arrayOf(ROTATION_SHEET),
    },
    required: ['Applicant ID', 'findings', 'rotations'],
    additionalProperties: false,
  };
}

const TYPES: Readonly<Record<CellType, object>> = {
  text: { type: 'string' },
  sentence: { type: 'string' },
  number: { type: 'number' },
  day: { type: 'string', format: 'date' },
  moment: { type: 'string', format: 'date-time' },
  'yes-no': { type: 'boolean' },
};

function arrayOf<Row>(columns: readonly SheetColumn<Row>[]): object {
  const items = { type: 'object', properties: propertiesOf(columns), additionalProperties: false };
  return { type: 'array', items };
}

function propertiesOf<Row>(columns: readonly SheetColumn<Row>[]): Record<string, object> {
  return Object.fromEntries(
    columns.map(({ header, type, choices }) => [header, choices ? { enum: choices } : TYPES[type]]),
  );
}

function objectOf<Row>(columns: readonly SheetColumn<Row>[], row: Row): Record<string, unknown> {
  return Object.fromEntries(columns.map((column) => [column.header, column.of(row)]));
}
