/** The formats in which a cohort can be exported. */
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { SheetTerms } from '../table/sheets.ts';

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
    text: 'One line per applicant.',
    ending: 'applicants.csv',
    mediaType: 'text/csv; charset=utf-8',
  },
  'rotations-csv': {
    label: 'Rotations as CSV',
    text: 'One line per rotation.',
    ending: 'rotations.csv',
    mediaType: 'text/csv; charset=utf-8',
  },
  xlsx: {
    label: 'Workbook (XLSX)',
    text: 'Applicants, rotations, and every reason on three sheets, with real dates and filters.',
    ending: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  json: {
    label: 'JSON',
    text: 'Applicants with rotations and reasons, for use by software, with a schema.',
    ending: 'json',
    mediaType: 'application/json',
  },
  ics: {
    label: 'Calendar (ICS)',
    text: 'Every open deadline of every applicant, for your own calendar.',
    ending: 'ics',
    mediaType: 'text/calendar; charset=utf-8',
  },
};

/** The input of every export format. */
export interface ExportOf extends SheetTerms {
  readonly cohort: { readonly id: string; readonly name: string };
  /** Starts from the first page at each call. */
  people(): AsyncIterable<Applicant>;
}
