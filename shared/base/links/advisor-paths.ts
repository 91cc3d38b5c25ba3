/** The addresses of the advisors' pages; no other file spells one out. */
export const ADVISORS_PATH = '/advisors';
export const SIGN_IN_PATH = '/advisors/sign-in';
export const SIGN_OUT_PATH = '/advisors/sign-out';
/** POST: turns the Monday brief on or off. */
export const BRIEF_PATH = '/advisors/brief';
export const SIGN_OUT_EVERYWHERE_PATH = '/advisors/sign-out-everywhere';

/** The page of an emailed one-time link. */
export const signInLinkPath = (token: string) => `/advisors/in/${token}`;
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

/** The addresses of one cohort's pages. */
export function cohortPaths(cohortId: string) {
  const report = `${ADVISORS_PATH}/c/${cohortId}`;
  const senders = `${report}/senders`;
  const imports = `${report}/import`;
  const importAt = (id: string) => `${imports}/f/${id}`;
  const exports = `${report}/exports`;
  const exportAt = (id: string) => `${exports}/f/${id}`;
  const personAt = (id: string) => `${report}/p/${id}`;
  const message = `${report}/message`;
  const views = `${report}/views`;
  return {
    report,
    /** The invitation that lets applicants share a plan of their own. */
    invite: `${report}/invite`,
    /** Senders that may report updates about the cohort from outside. */
    senders,
    senderAt: (id: string) => `${senders}/${id}`,
    /** GET: the upload form. POST: the file. */
    imports,
    /** A spreadsheet with a header for every column that an import reads. */
    importTemplate: `${imports}/template.csv`,
    /** One import: its columns, its problems, and its progress. */
    importAt,
    importMapping: (id: string) => `${importAt(id)}/columns`,
    /** POST: what to do with unread columns and with rotations that may already be on the plan. */
    importAnswers: (id: string) => `${importAt(id)}/answers`,
    /** POST: starts writing. */
    importStart: (id: string) => `${importAt(id)}/start`,
    /** GET: past and possible exports. POST: requests one. */
    exports,
    /** Totals without names, for readers outside the team. */
    totals: `${exports}/totals.csv`,
    /** One export: its progress and its download link. */
    exportAt,
    /** The token is signed for one export and one reader. */
    exportFile: (id: string, token: string) => `${exportAt(id)}/file/${token}`,
    /** POST: makes the address of the cohort's calendar, for the advisor who asks. */
    feed: `${exports}/calendar`,
    personAt,
    /** The plan as the applicant sees it, to read. */
    planRead: (id: string) => `${personAt(id)}/plan`,
    /** Where an advisor asks for another email address, for someone whose mailbox is lost. */
    vouch: (id: string) => `${personAt(id)}/address`,
    /** Where a message to a list is written, previewed, and sent. */
    message,
    /** A message's progress. */
    messageAt: (id: string) => `${message}/${id}`,
    /** POST: what is done about the applicants selected in the report. */
    acts: `${report}/acts`,
    /** Who was taken off the report, and whose season is over. POST: brings someone back. */
    archive: `${report}/archive`,
    /** POST: all cases of one advisor go to another. */
    handOver: `${report}/hand-over`,
    /** POST: saves the view of the address’s query under a name. */
    views,
    /** POST: deletes a saved view. */
    viewDelete: (id: string) => `${views}/${id}/delete`,
  };
}

/** As a table of routes names them. */
export const PATHS = cohortPaths(':cohortId');

/** @param file a token that names the advisor and the cohort, and `.ics` */
export const feedFilePath = (file: string) => `${ADVISORS_PATH}/calendar/${file}`;
