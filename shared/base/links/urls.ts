/** The addresses that emails and pages link to; no other file spells one out. */

export interface EmailUrls {
  readonly plan: string;
  rotation(rotationId: string): string;
  /** Where what is counted or asked is resolved. */
  readonly add: string;
  readonly shortlist: string;
  readonly profile: string;
  readonly experience: string;
  /** Where the reader sets a later reminder for one thing. */
  later(of: Putting): string;
  /** Where the reader chooses the times and topics of emails. */
  readonly preferences: string;
  readonly unsubscribe: string;
  /** Stops only the overview. */
  readonly unsubscribeOverview: string;
  /** Only in the email about a deletion. */
  readonly keep?: string;
  /** Only while the address of the plan changes. */
  readonly move?: string;
}

/** What is put off: an occasion's rule and subject. */
export interface Putting {
  readonly rule: string;
  readonly subject: string;
}

/** The links of a plan's pages: paths, so that they work on any host. */
export interface PagePaths {
  readonly plan: string;
  /** The shortlist that knows the plan's profile and can put a rotation on it. */
  readonly shortlist: string;
  rotation(rotationId: string): string;
  /** Where a site is found and added to the plan. */
  readonly add: string;
  readonly profile: string;
  readonly costs: string;
  /** Experiences, stories, and the text to copy into ERAS and the CV. */
  readonly experience: string;
  /** The plan's own data; with `.json`, `.csv`, and so on, the file itself. */
  readonly download: string;
  readonly erase: string;
  /** Where the address that emails go to is changed. */
  readonly address: string;
  /** POST: every link ends, and a new one is emailed. */
  readonly endLinks: string;
  later(of: Putting): string;
  /** POST: confirms the email address. */
  readonly confirm: string;
  /** POST: the reader does not know the school that made the plan. */
  readonly disown: string;
  /** The packet for a letter's writer, as they see it. */
  packet(letterId: string): string;
  /** Where a plan that an applicant started is shared with a school. */
  readonly share: string;
  /** Where it takes in the plan that the school imported. */
  readonly join: string;
  /** POST: nobody but its owner sees the plan again. */
  readonly takeOut: string;
  /** The season's dates, and with POST the calendar feed: started, renewed, or stopped. */
  readonly calendar: string;
  /** The reader's costs, emails, wishes, and data. */
  readonly you: string;
}

/** The links of a letter writer's page and emails. */
export interface LetterPaths {
  readonly page: string;
  /** POST: every link ends, and a new one is emailed. */
  readonly endLinks: string;
  /** What is kept about the writer. POST: erases it. */
  readonly kept: string;
  /** What the applicant wants the writer to have, ready to print. */
  packet(letter: { readonly applicantId: string; readonly letterId: string }): string;
}

/** The anchor of the reader's wishes for emails. */
export const PREFERENCES_ID = 'preferences';

export const STYLE_PATH = '/style.css';
/** Fills in the reader's time zone, where a browser runs scripts. */
export const ZONE_SCRIPT_PATH = '/zone.js';
/** Every rule and its source; public. */
export const GUIDE_PATH = '/guide';
/** Where to rotate and apply; public, and nothing is stored. */
export const SHORTLIST_PATH = '/shortlist';
/** Every program and host; public. */
export const PROGRAMS_PATH = '/programs';
/** Where anyone reports a wrong line. GET: the form. POST: sends it. */
export const WRONG_PATH = '/wrong';
/** What became of one report. */
export function wrongPath(id: string): string {
  return `${WRONG_PATH}/${id}`;
}
/** @param subject a page's place under `/programs` */
export function wrongLinePath(subject: string, line: string): string {
  return `${WRONG_PATH}?${new URLSearchParams({ subject, line })}`;
}
/** The JSON Schema of a plan's export; public. */
export const SCHEMA_PATH = '/export.schema.json';
/** Where anyone starts a plan. */
export const START_PATH = '/start';
/** POST: requests a new link. */
export const NEW_LINK_PATH = '/links';

/** Read by calendars, so its address is the only secret. */
export function feedPath(token: string): string {
  return `/c/${token}.ics`;
}

/** POST: where signed messages arrive, by the product that signs them. */
export const WEBHOOK_PATHS = {
  standard: '/webhook/updates',
  'google-forms': '/webhook/google-forms',
  typeform: '/webhook/typeform',
} as const;
export const OPENAPI_PATH = '/openapi.json';
/** The same description for human readers. */
export const API_PATH = '/api';

/** A cohort's public form: it emails a link to anyone with a plan there. */
export function cohortFormPath(cohortId: string): string {
  return `/forms/${cohortId}`;
}

/** An advisor's invitation to share a plan. */
export function joinPath(token: string): string {
  return `/join/${token}`;
}

/** Of an invitation as it was pasted: its whole address, or its last part. */
export function tokenOfInvitation(pasted: string): string {
  return pasted.trim().split('/').at(-1) ?? '';
}

/** @param token signed for the update to undo */
export function undoPath(token: string): string {
  return `/undo/${token}`;
}

export function undoUrl(baseUrl: string, token: string): string {
  return new URL(undoPath(token), baseUrl).href;
}

/** @param token signed for one person's plan */
export function pagePaths(token: string): PagePaths {
  const plan = `/a/${token}`;
  return {
    plan,
    shortlist: `${plan}/shortlist`,
    rotation: (rotationId) => `${plan}/r/${rotationId}`,
    add: `${plan}/add`,
    profile: `${plan}/profile`,
    costs: `${plan}/costs`,
    experience: `${plan}/experience`,
    download: `${plan}/export`,
    erase: `${plan}/delete`,
    address: `${plan}/address`,
    endLinks: `${plan}/end-links`,
    later: ({ rule, subject }) => `${plan}/later?${new URLSearchParams({ rule, subject })}`,
    confirm: `${plan}/confirm`,
    disown: `${plan}/disown`,
    packet: (letterId) => `${plan}/packet/${letterId}`,
    share: `${plan}/share`,
    join: `${plan}/join`,
    takeOut: `${plan}/take-out`,
    calendar: `${plan}/calendar`,
    you: `${plan}/you`,
  };
}

/** @param code the program's ACGME code */
export function programPath(code: string): string {
  return `${PROGRAMS_PATH}/${encodeURIComponent(code)}`;
}

export function hostPath(institutionId: string): string {
  return `${PROGRAMS_PATH}/hosts/${encodeURIComponent(institutionId)}`;
}

/** @param token signed for one writer or coordinator */
export function letterPaths(token: string): LetterPaths {
  const page = `/l/${token}`;
  return {
    page,
    endLinks: `${page}/end-links`,
    kept: `${page}/kept`,
    packet: ({ applicantId, letterId }) => `${page}/${applicantId}/${letterId}`,
  };
}

/** Where a writer or coordinator stops all emails; email programs post here, too. */
export function lettersStopPath(token: string): string {
  return `/s/${token}`;
}

/** Where an advisor stops the Monday brief; email programs post here, too. */
export function briefStopPath(token: string): string {
  return `/b/${token}`;
}

/** The page of the one link that keeps a plan its owner deleted. */
export function keepPath(token: string): string {
  return `/keep/${token}`;
}

/** Proves a new address, or takes the plan back to the old one. */
export function movePath(token: string): string {
  return `/move/${token}`;
}

/** @param topic the only topic to stop; without one, all reminders */
export function unsubscribePath(token: string, topic?: string): string {
  return topic ? `/u/${token}/${topic}` : `/u/${token}`;
}

/** @param baseUrl without a path: `https://rotations.example.org` */
export function emailUrls(
  baseUrl: string,
  tokens: {
    readonly answer: string;
    readonly unsubscribe: string;
    readonly keep?: string;
    readonly move?: string;
  },
): EmailUrls {
  const paths = pagePaths(tokens.answer);
  const under = (path: string) => new URL(path, baseUrl).href;
  return {
    plan: under(paths.plan),
    rotation: (rotationId) => under(paths.rotation(rotationId)),
    add: under(paths.add),
    shortlist: under(paths.shortlist),
    profile: under(paths.profile),
    experience: under(paths.experience),
    later: (of) => under(paths.later(of)),
    preferences: `${under(paths.you)}#${PREFERENCES_ID}`,
    unsubscribe: under(unsubscribePath(tokens.unsubscribe)),
    unsubscribeOverview: under(unsubscribePath(tokens.unsubscribe, 'overview')),
    ...(tokens.keep && { keep: under(keepPath(tokens.keep)) }),
    ...(tokens.move && { move: under(movePath(tokens.move)) }),
  };
}

export interface LetterUrls extends Omit<LetterPaths, 'endLinks' | 'kept'> {
  readonly unsubscribe: string;
}

/** `letterPaths` as full addresses. */
export function letterUrls(
  baseUrl: string,
  tokens: { readonly letters: string; readonly stop: string },
): LetterUrls {
  const paths = letterPaths(tokens.letters);
  const under = (path: string) => new URL(path, baseUrl).href;
  return {
    page: under(paths.page),
    packet: (letter) => under(paths.packet(letter)),
    unsubscribe: under(lettersStopPath(tokens.stop)),
  };
}

/** The page of an emailed link that works once. */
export function oneTimePath(token: string): string {
  return `/in/${token}`;
}

/** The page with one form open at the top: `applied`, or `document-updated.tb` where a type has several forms. */
export function atForm(url: string, form: string): string {
  return `${url}?do=${encodeURIComponent(form)}#form-${form}`;
}

/** The page to add a site, with one selected and its form filled in. */
export function atSite(url: string, pick: string): string {
  return `${url}?site=${encodeURIComponent(pick)}`;
}

/** In the place of an update: the address was confirmed. */
export const STARTED = 'started';

/** The page that confirms an accepted update. */
export function afterUpdate(url: string, updateId: string): string {
  return `${url}?done=${encodeURIComponent(updateId)}`;
}
