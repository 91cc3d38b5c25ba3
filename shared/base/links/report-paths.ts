/** The addresses of the report and of the actions on it. */
import { cohortPath } from './advisor-paths.ts';

export function personPath(cohortId: string, personId: string): string {
  return `${cohortPath(cohortId)}/p/${personId}`;
}

/** Where a message to a list is written, previewed, and sent; with an id, its progress. */
export function messagePath(cohortId: string, messageId?: string): string {
  const path = `${cohortPath(cohortId)}/message`;
  return messageId === undefined ? path : `${path}/${messageId}`;
}

/** POST: what is done about the applicants selected in the report. */
export function actsPath(cohortId: string): string {
  return `${cohortPath(cohortId)}/acts`;
}
