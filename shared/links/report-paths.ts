/** Every address of the report and of what an advisor does from it. */
import { cohortPath } from './advisor-paths.ts';

/** The page of one applicant of a cohort. */
export function personPath(cohortId: string, personId: string): string {
  return `${cohortPath(cohortId)}/p/${personId}`;
}

/** Where a lead changes from when somebody is at risk. */
export function thresholdsPath(cohortId: string): string {
  return `${cohortPath(cohortId)}/thresholds`;
}
