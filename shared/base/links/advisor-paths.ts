/** Every address of the advisors' pages, and nothing else spells one. */

export const ADVISORS_PATH = '/advisors';
export const SIGN_IN_PATH = '/advisors/sign-in';
export const SIGN_OUT_PATH = '/advisors/sign-out';
/** POST: has the Monday brief, or no more. */
export const BRIEF_PATH = '/advisors/brief';
export const SIGN_OUT_EVERYWHERE_PATH = '/advisors/sign-out-everywhere';

/** The page of an emailed one-time link. */
export function signInLinkPath(token: string): string {
  return `/advisors/in/${token}`;
}

/** Facts about programs, proposed and reviewed. */
export const FACTS_PATH = '/advisors/facts';

/** POST: a lead accepts or refuses a proposed fact. */
export function factReviewPath(factId: string): string {
  return `${FACTS_PATH}/${factId}/review`;
}

/** POST: a fact that no longer holds is dropped. */
export function factDropPath(factId: string): string {
  return `${FACTS_PATH}/${factId}/drop`;
}

/** The report of one cohort. */
export function cohortPath(cohortId: string): string {
  return `/advisors/c/${cohortId}`;
}

/** Who may send updates about the cohort from outside. */
export function sendersPath(cohortId: string): string {
  return `${cohortPath(cohortId)}/senders`;
}

/** One sender: its secret, mapping and deliveries. */
export function senderPath(cohortId: string, senderId: string): string {
  return `${sendersPath(cohortId)}/${senderId}`;
}

/** GET: the form that takes a file. POST: the file. */
export function importPath(cohortId: string): string {
  return `${cohortPath(cohortId)}/import`;
}

/** An empty spreadsheet with every column that an import reads. */
export function importTemplatePath(cohortId: string): string {
  return `${importPath(cohortId)}/template.csv`;
}

/** One import: how it is read, what is wrong, how far it is. */
export function importAt(cohortId: string, importId: string): string {
  return `${importPath(cohortId)}/f/${importId}`;
}

/** POST: which column holds what. */
export function importMappingPath(cohortId: string, importId: string): string {
  return `${importAt(cohortId, importId)}/columns`;
}

/** POST: what becomes of columns that nothing reads, and of rotations that may be on the plan already. */
export function importAnswersPath(cohortId: string, importId: string): string {
  return `${importAt(cohortId, importId)}/answers`;
}

/** POST: writes it. */
export function importStartPath(cohortId: string, importId: string): string {
  return `${importAt(cohortId, importId)}/start`;
}

/** Dates of seasons and hosts, corrected with source and reason. */
export const DATES_PATH = '/advisors/dates';
/** POST: takes the latest correction of a date back. */
export const DATES_BACK_PATH = '/advisors/dates/back';

/** GET: what was taken and what can be. POST: asks for an export. */
export function exportsPath(cohortId: string): string {
  return `${cohortPath(cohortId)}/exports`;
}

/** Counts without names, for readers outside the team. */
export function totalsPath(cohortId: string): string {
  return `${exportsPath(cohortId)}/totals.csv`;
}

/** One export: how far it is, and where it can be fetched. */
export function exportAt(cohortId: string, exportId: string): string {
  return `${exportsPath(cohortId)}/f/${exportId}`;
}

/**
 * The file itself.
 * @param token signed for one export and reader, until it expires
 */
export function exportFilePath(cohortId: string, exportId: string, token: string): string {
  return `${exportAt(cohortId, exportId)}/file/${token}`;
}
