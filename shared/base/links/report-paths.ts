/** The addresses of the report and of the actions on it. */
import { cohortPath } from './advisor-paths.ts';

export function personPath(cohortId: string, personId: string): string {
  return `${cohortPath(cohortId)}/p/${personId}`;
}

/** The plan as the applicant sees it, to read. */
export function planReadPath(cohortId: string, personId: string): string {
  return `${personPath(cohortId, personId)}/plan`;
}

/** Where an advisor asks for another email address, for someone whose mailbox is lost. */
export function vouchPath(cohortId: string, personId: string): string {
  return `${personPath(cohortId, personId)}/address`;
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

/** Who was taken off the report, and whose season is over. POST: brings someone back. */
export function archivePath(cohortId: string): string {
  return `${cohortPath(cohortId)}/archive`;
}

/** POST: all cases of one advisor go to another. */
export function handOverPath(cohortId: string): string {
  return `${cohortPath(cohortId)}/hand-over`;
}

/** POST: saves the view of the address’s query under a name. */
export function viewsPath(cohortId: string): string {
  return `${cohortPath(cohortId)}/views`;
}

/** POST: deletes a saved view. */
export function viewDeletePath(cohortId: string, viewId: string): string {
  return `${viewsPath(cohortId)}/${viewId}/delete`;
}
