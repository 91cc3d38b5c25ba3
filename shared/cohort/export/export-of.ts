/** The input of every export format. */
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { SheetTerms } from '../table/sheets.ts';

export interface ExportOf extends SheetTerms {
  readonly cohort: { readonly id: string; readonly name: string };
  /** Starts from the first page at each call. */
  people(): AsyncIterable<Applicant>;
}
