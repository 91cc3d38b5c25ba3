/** The addresses of the advisors' pages; no other file spells one out. */
export const ADVISORS_PATH = '/advisors';
export const SIGN_IN_PATH = '/advisors/sign-in';
export const SIGN_OUT_PATH = '/advisors/sign-out';
/** POST: turns the Monday brief on or off. */
export const BRIEF_PATH = '/advisors/brief';
export const SIGN_OUT_EVERYWHERE_PATH = '/advisors/sign-out-everywhere';

/** The page of an emailed one-time link. */
export function signInLinkPath(token: string): string {
  return `/advisors/in/${token}`;
}

export function cohortPath(cohortId: string): string {
  return `/advisors/c/${cohortId}`;
}

/** The invitation that lets applicants share a plan of their own. */
export function invitePath(cohortId: string): string {
  return `${cohortPath(cohortId)}/invite`;
}

/** Senders that may report updates about the cohort from outside. */
export function sendersPath(cohortId: string): string {
  return `${cohortPath(cohortId)}/senders`;
}

export function senderPath(cohortId: string, senderId: string): string {
  return `${sendersPath(cohortId)}/${senderId}`;
}

/** GET: the upload form. POST: the file. */
export function importPath(cohortId: string): string {
  return `${cohortPath(cohortId)}/import`;
}

/** A spreadsheet with a header for every column that an import reads. */
export function importTemplatePath(cohortId: string): string {
  return `${importPath(cohortId)}/template.csv`;
}

/** One import: its columns, its problems, and its progress. */
export function importAt(cohortId: string, importId: string): string {
  return `${importPath(cohortId)}/f/${importId}`;
}

export function importMappingPath(cohortId: string, importId: string): string {
  return `${importAt(cohortId, importId)}/columns`;
}

/** POST: what to do with unread columns and with rotations that may already be on the plan. */
export function importAnswersPath(cohortId: string, importId: string): string {
  return `${importAt(cohortId, importId)}/answers`;
}

/** POST: starts writing. */
export function importStartPath(cohortId: string, importId: string): string {
  return `${importAt(cohortId, importId)}/start`;
}

/** Corrections of seasons, hosts, and programs, with source and reason. POST: shows whom one affects, then saves it. */
export const DATES_PATH = '/advisors/dates';
/** POST: confirms what an advisor of other cohorts entered. */
export const DATES_CONFIRM_PATH = '/advisors/dates/confirm';
/** POST: withdraws a correction. */
export const DATES_BACK_PATH = '/advisors/dates/back';

/** Every host with its age and use, and the lines that were reported as wrong. */
export const HOSTS_PATH = '/advisors/hosts';
export const HOSTS_CSV_PATH = '/advisors/hosts.csv';
/** POST: the same sheet, corrected; then what was shown of it. */
export const HOSTS_SHEET_PATH = '/advisors/hosts/sheet';
export const HOSTS_SHEET_SAVE_PATH = '/advisors/hosts/sheet/save';
/** POST: a page was read again, and nothing has changed. */
export const HOST_CHECK_PATH = '/advisors/hosts/checked';
/** POST: answers a report of a wrong line. */
export const DOUBT_ANSWER_PATH = '/advisors/hosts/answer';
/** POST: puts what a host's own office wrote in the queue. */
export const OFFICE_PATH = '/advisors/hosts/office';

/** The form for one cell of a host or program, or for a cell of it to be chosen. */
export function cellPath(of: 'host' | 'program', subject: string): string {
  const query = { of, [of === 'host' ? 'institutionId' : 'code']: subject };
  return `${DATES_PATH}?${new URLSearchParams(query)}`;
}

/** GET: past and possible exports. POST: requests one. */
export function exportsPath(cohortId: string): string {
  return `${cohortPath(cohortId)}/exports`;
}

/** Totals without names, for readers outside the team. */
export function totalsPath(cohortId: string): string {
  return `${exportsPath(cohortId)}/totals.csv`;
}

/** One export: its progress and its download link. */
export function exportAt(cohortId: string, exportId: string): string {
  return `${exportsPath(cohortId)}/f/${exportId}`;
}

/** @param token signed for one export and one reader */
export function exportFilePath(cohortId: string, exportId: string, token: string): string {
  return `${exportAt(cohortId, exportId)}/file/${token}`;
}

/** POST: makes the address of the cohort's calendar, for the advisor who asks. */
export function feedPath(cohortId: string): string {
  return `${exportsPath(cohortId)}/calendar`;
}

/** @param file a token that names the advisor and the cohort, and `.ics` */
export function feedFilePath(file: string): string {
  return `${ADVISORS_PATH}/calendar/${file}`;
}

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
