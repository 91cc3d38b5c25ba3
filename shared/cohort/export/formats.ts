/** What a cohort can be taken away as. */

export const EXPORT_FORMATS = ['applicants-csv', 'rotations-csv', 'xlsx', 'json', 'ics'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

interface FormatWords {
  readonly label: string;
  readonly text: string;
  readonly ending: string;
  readonly mediaType: string;
}

export const FORMAT_WORDS: Readonly<Record<ExportFormat, FormatWords>> = {
  'applicants-csv': {
    label: 'Applicants as CSV',
    text: 'One line an applicant.',
    ending: 'applicants.csv',
    mediaType: 'text/csv; charset=utf-8',
  },
  'rotations-csv': {
    label: 'Rotations as CSV',
    text: 'One line a rotation.',
    ending: 'rotations.csv',
    mediaType: 'text/csv; charset=utf-8',
  },
  xlsx: {
    label: 'Workbook (XLSX)',
    text: 'Both tables on two sheets, with true dates and a filter.',
    ending: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  json: {
    label: 'JSON',
    text: 'Everything of both tables for a program, with its schema.',
    ending: 'json',
    mediaType: 'application/json',
  },
  ics: {
    label: 'Calendar (ICS)',
    text: 'Every open deadline of everybody, for your own calendar.',
    ending: 'ics',
    mediaType: 'text/calendar; charset=utf-8',
  },
};
