/** What an export is made of, whatever its format. */
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { SheetTerms } from '../table/sheets.ts';

export interface ExportOf extends SheetTerms {
  readonly cohort: { readonly id: string; readonly name: string };
  /** Begins at the first page each time it is asked for. */
  people(): AsyncIterable<Applicant>;
}
