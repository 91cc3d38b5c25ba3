/** A cohort as JSON. `schema` describes the columns as JSON Schema 2020-12. */
import {
  APPLICANT_SHEET,
  type CellType,
  ROTATION_SHEET,
  rowsOf,
  type SheetColumn,
} from '../table/sheets.ts';
import type { ExportOf } from './formats.ts';

export async function* jsonText(of: ExportOf): AsyncGenerator<string> {
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
