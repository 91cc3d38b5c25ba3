/** The addresses that emails and pages link to; no other file spells one out. */

/** What is put off: an occasion's rule and subject. */
export interface Putting {
  readonly rule: string;
  readonly subject: string;
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
export const wrongPath = (id: string) => `${WRONG_PATH}/${id}`;
/** @param subject a page's place under `/programs` */
export const wrongLinePath = (subject: string, line: string) =>
  `${WRONG_PATH}?${new URLSearchParams({ subject, line })}`;
/** The JSON Schema of a plan's export; public. */
export const SCHEMA_PATH = '/export.schema.json';
/** Where anyone starts a plan. */
export const START_PATH = '/start';
/** POST: requests a new link. */
export const NEW_LINK_PATH = '/links';

/** Read by calendars, so its address is the only secret. */
export const feedPath = (token: string) => `/c/${token}.ics`;

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
export const cohortFormPath = (cohortId: string) => `/forms/${cohortId}`;
/** An advisor's invitation to share a plan. */
export const joinPath = (token: string) => `/join/${token}`;

/** From an invitation as it was pasted: its whole address, or its last part. */
export function tokenOfInvitation(pasted: string): string {
  return pasted.trim().split('/').at(-1) ?? '';
}

/** @param token signed for the update to undo */
export const undoPath = (token: string) => `/undo/${token}`;
export const undoUrl = (baseUrl: string, token: string) => new URL(undoPath(token), baseUrl).href;

/** The links of a plan's pages: paths, so that they work on any host. */
export type PagePaths = Readonly<ReturnType<typeof pagePaths>>;

/** @param token signed for one person's plan */
export function pagePaths(token: string) {
  const plan = `/a/${token}`;
  return {
    plan,
    /** The shortlist that knows the plan's profile and can put a rotation on it. */
    shortlist: `${plan}/shortlist`,
    rotation: (rotationId: string) => `${plan}/r/${rotationId}`,
    /** Where a site is found and added to the plan. */
    add: `${plan}/add`,
    profile: `${plan}/profile`,
    costs: `${plan}/costs`,
    /** Experiences, stories, and the text to copy into ERAS and the CV. */
    experience: `${plan}/experience`,
    /** The plan's own data; with `.json`, `.csv`, and so on, the file itself. */
    download: `${plan}/export`,
    erase: `${plan}/delete`,
    /** Where the address that emails go to is changed. */
    address: `${plan}/address`,
    /** POST: every link ends, and a new one is emailed. */
    endLinks: `${plan}/end-links`,
    later: ({ rule, subject }: Putting) =>
      `${plan}/later?${new URLSearchParams({ rule, subject })}`,
    /** POST: confirms the email address. */
    confirm: `${plan}/confirm`,
    /** POST: the reader does not know the school that made the plan. */
    disown: `${plan}/disown`,
    /** The packet for a letter's writer, as they see it. */
    packet: (letterId: string) => `${plan}/packet/${letterId}`,
    /** Where a plan that an applicant started is shared with a school. */
    share: `${plan}/share`,
    /** Where it takes in the plan that the school imported. */
    join: `${plan}/join`,
    /** POST: nobody but its owner sees the plan again. */
    takeOut: `${plan}/take-out`,
    /** The season's dates, and with POST the calendar feed: started, renewed, or stopped. */
    calendar: `${plan}/calendar`,
    /** The reader's costs, emails, wishes, and data. */
    you: `${plan}/you`,
  };
}

/** @param code the program's ACGME code */
export const programPath = (code: string) => `${PROGRAMS_PATH}/${encodeURIComponent(code)}`;
export const hostPath = (institutionId: string) =>
  `${PROGRAMS_PATH}/hosts/${encodeURIComponent(institutionId)}`;

/** The links of a letter writer's page and emails. */
export type LetterPaths = Readonly<ReturnType<typeof letterPaths>>;

/** @param token signed for one writer or coordinator */
export function letterPaths(token: string) {
  const page = `/l/${token}`;
  return {
    page,
    /** POST: every link ends, and a new one is emailed. */
    endLinks: `${page}/end-links`,
    /** What is kept about the writer. POST: erases it. */
    kept: `${page}/kept`,
    /** What the applicant wants the writer to have, ready to print. */
    packet: ({ applicantId, letterId }: LetterId) => `${page}/${applicantId}/${letterId}`,
  };
}

interface LetterId {
  readonly applicantId: string;
  readonly letterId: string;
}

/** Where a writer or coordinator stops all emails; email programs post here, too. */
export const lettersStopPath = (token: string) => `/s/${token}`;
/** Where an advisor stops the Monday brief; email programs post here, too. */
export const briefStopPath = (token: string) => `/b/${token}`;
/** The page of the one link that keeps a plan its owner deleted. */
export const keepPath = (token: string) => `/keep/${token}`;
/** Proves a new address, or takes the plan back to the old one. */
export const movePath = (token: string) => `/move/${token}`;
/** @param topic the only topic to stop; without one, all reminders */
export function unsubscribePath(token: string, topic?: string): string {
  return topic ? `/u/${token}/${topic}` : `/u/${token}`;
}

export type EmailUrls = Readonly<ReturnType<typeof emailUrls>>;

/** @param baseUrl without a path: `https://rotations.example.org` */
export function emailUrls(
  baseUrl: string,
  tokens: {
    readonly answer: string;
    readonly unsubscribe: string;
    readonly keep?: string;
    readonly move?: string;
  },
) {
  const paths = pagePaths(tokens.answer);
  const under = (path: string) => new URL(path, baseUrl).href;
  return {
    plan: under(paths.plan),
    rotation: (rotationId: string) => under(paths.rotation(rotationId)),
    /** Where what is counted or asked is resolved. */
    add: under(paths.add),
    shortlist: under(paths.shortlist),
    profile: under(paths.profile),
    experience: under(paths.experience),
    /** Where the reader sets a later reminder for one thing. */
    later: (of: Putting) => under(paths.later(of)),
    /** Where the reader chooses the times and topics of emails. */
    preferences: `${under(paths.you)}#${PREFERENCES_ID}`,
    unsubscribe: under(unsubscribePath(tokens.unsubscribe)),
    /** Stops only the overview. */
    unsubscribeOverview: under(unsubscribePath(tokens.unsubscribe, 'overview')),
    /** Only in the email about a deletion. */
    ...(tokens.keep && { keep: under(keepPath(tokens.keep)) }),
    /** Only while the address of the plan changes. */
    ...(tokens.move && { move: under(movePath(tokens.move)) }),
  };
}

export type LetterUrls = Readonly<ReturnType<typeof letterUrls>>;

/** `letterPaths` as full addresses. */
export function letterUrls(
  baseUrl: string,
  tokens: { readonly letters: string; readonly stop: string },
) {
  const paths = letterPaths(tokens.letters);
  const under = (path: string) => new URL(path, baseUrl).href;
  return {
    page: under(paths.page),
    packet: (letter: LetterId) => under(paths.packet(letter)),
    unsubscribe: under(lettersStopPath(tokens.stop)),
  };
}

/** The page of an emailed link that works once. */
export const oneTimePath = (token: string) => `/in/${token}`;
/** The page with one form open at the top: `applied`, or `document-updated.tb` where a type has several forms. */
export const atForm = (url: string, form: string) =>
  `${url}?do=${encodeURIComponent(form)}#form-${form}`;
/** The page to add a site, with one selected and its form filled in. */
export const atSite = (url: string, pick: string) => `${url}?site=${encodeURIComponent(pick)}`;
/** In the place of an update: the address was confirmed. */
export const STARTED = 'started';

/** The page that confirms an accepted update. */
export const afterUpdate = (url: string, updateId: string) =>
  `${url}?done=${encodeURIComponent(updateId)}`;
