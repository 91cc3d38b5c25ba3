/** Every address of the report and of what an advisor does from it. */
import { cohortPath } from './advisor-paths.ts';

/** The page of one applicant of a cohort. */
export function personPath(cohortId: string, personId: string): string {
  return `${cohortPath(cohortId)}/p/${personId}`;
}

/** Where a message to a list is written, previewed and sent; or, with an id, how far it is. */
export function messagePath(cohortId: string, messageId?: string): string {
  const path = `${cohortPath(cohortId)}/message`;
  return messageId === undefined ? path : `${path}/${messageId}`;
}

/** Where a lead changes from when somebody is at risk. */
export function thresholdsPath(cohortId: string): string {
  return `${cohortPath(cohortId)}/thresholds`;
}
