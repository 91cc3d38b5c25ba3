/** Every address that an email or a page links to, and nothing else spells one. */

/** What an email links to. */
export interface MailUrls {
  readonly plan: string;
  rotation(rotationId: string): string;
  /** Where one thing is put off to a day of the reader's choice. */
  later(of: Putting): string;
  /** Where the reader chooses when and of what to be emailed. */
  readonly preferences: string;
  readonly unsubscribe: string;
  /** Stops the overview alone. */
  readonly unsubscribeOverview: string;
}

/** The thing that is put off: an occasion's rule and subject. */
export interface Putting {
  readonly rule: string;
  readonly subject: string;
}

/** Where the links of a page lead: paths, so that a page works under whatever host served it. */
export interface PagePaths {
  readonly plan: string;
  /** The shortlist that knows the plan's profile and can put a rotation on it. */
  readonly shortlist: string;
  rotation(rotationId: string): string;
  /** Finding a site and putting it on the plan. */
  readonly add: string;
  readonly profile: string;
  readonly costs: string;
  /** Experiences, stories, and what is copied into ERAS and the CV. */
  readonly experience: string;
  /** Everything, to take away; with `.json` or `.csv` and more it is the file. */
  readonly takeAway: string;
  readonly erase: string;
  later(of: Putting): string;
  /** POST: the address is one's own. */
  readonly confirm: string;
  /** What the writer of a letter is given, as they see it. */
  packet(letterId: string): string;
  /** POST: make, renew or stop the calendar feed. */
  readonly feed: string;
}

/** Where the links of a letter writer's page and emails lead. */
export interface LetterPaths {
  readonly page: string;
  /** What the applicant wants the writer to have at hand, fit to print. */
  packet(letter: { readonly applicantId: string; readonly letterId: string }): string;
}

/** The heading of the preferences on the plan page. */
export const PREFERENCES_ID = 'preferences';

export const STYLE_PATH = '/style.css';
/** Every rule and its source; open to anybody. */
export const GUIDE_PATH = '/guide';
/** Where to rotate and apply; open to anybody, nothing is stored. */
export const SHORTLIST_PATH = '/shortlist';
/** Every program and host; open to anybody. */
export const PROGRAMS_PATH = '/programs';
/** The JSON Schema of what a person takes away; open to anybody. */
export const SCHEMA_PATH = '/export.schema.json';
/** Beginning a plan by oneself. */
export const START_PATH = '/start';
/** POST: asks for a new link. */
export const NEW_LINK_PATH = '/links';

/** A calendar reads this by itself; its address is the only secret. */
export function feedPath(token: string): string {
  return `/c/${token}.ics`;
}

/** POST: where signed messages are taken, by the product that signs them. */
export const WEBHOOK_PATHS = {
  standard: '/webhook/updates',
  'google-forms': '/webhook/google-forms',
  typeform: '/webhook/typeform',
} as const;
export const OPENAPI_PATH = '/openapi.json';
/** The same description for people. */
export const API_PATH = '/api';

/** The form of a cohort, open to anybody: it emails a link to whoever has a plan there. */
export function cohortFormPath(cohortId: string): string {
  return `/forms/${cohortId}`;
}

/**
 * The page that takes one update back.
 * @param token signed for that update
 */
export function undoPath(token: string): string {
  return `/undo/${token}`;
}

/** The page that takes one update back. */
export function undoUrl(baseUrl: string, token: string): string {
  return new URL(undoPath(token), baseUrl).href;
}

/**
 * Where everything of one plan is.
 * @param token signed for one person's plan
 */
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
    takeAway: `${plan}/export`,
    erase: `${plan}/delete`,
    later: ({ rule, subject }) => `${plan}/later?${new URLSearchParams({ rule, subject })}`,
    confirm: `${plan}/confirm`,
    packet: (letterId) => `${plan}/packet/${letterId}`,
    feed: `${plan}/calendar`,
  };
}

/**
 * What is known of one program.
 * @param code its ACGME code
 */
export function programPath(code: string): string {
  return `${PROGRAMS_PATH}/${encodeURIComponent(code)}`;
}

/** What is known of one host's visiting rules. */
export function hostPath(institutionId: string): string {
  return `${PROGRAMS_PATH}/hosts/${encodeURIComponent(institutionId)}`;
}

/**
 * Where the holder of letters answers.
 * @param token signed for one writer or coordinator
 */
export function letterPaths(token: string): LetterPaths {
  const page = `/l/${token}`;
  return { page, packet: ({ applicantId, letterId }) => `${page}/${applicantId}/${letterId}` };
}

/** Where whoever holds letters stops all emails; posted to by email systems, too. */
export function lettersStopPath(token: string): string {
  return `/s/${token}`;
}

/** Where an advisor stops the Monday brief; posted to by email systems, too. */
export function briefStopPath(token: string): string {
  return `/b/${token}`;
}

/**
 * Where reminders are stopped, shown and posted to.
 * @param topic the one topic it stops; every reminder where there is none
 */
export function unsubscribePath(token: string, topic?: string): string {
  return topic ? `/u/${token}/${topic}` : `/u/${token}`;
}

/** @param baseUrl where the pages are served, without a path: `https://rotations.example.org` */
export function mailUrls(
  baseUrl: string,
  tokens: { readonly answer: string; readonly unsubscribe: string },
): MailUrls {
  const paths = pagePaths(tokens.answer);
  const under = (path: string) => new URL(path, baseUrl).href;
  return {
    plan: under(paths.plan),
    rotation: (rotationId) => under(paths.rotation(rotationId)),
    later: (of) => under(paths.later(of)),
    preferences: `${under(paths.plan)}#${PREFERENCES_ID}`,
    unsubscribe: under(unsubscribePath(tokens.unsubscribe)),
    unsubscribeOverview: under(unsubscribePath(tokens.unsubscribe, 'overview')),
  };
}

/** What an email to a letter writer links to. */
export interface LetterUrls extends LetterPaths {
  readonly unsubscribe: string;
}

/**
 * `letterPaths` as an email writes them.
 * @param baseUrl where the pages are served, without a path
 */
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

/** The page with one form first and open: `applied`, or `document-updated.tb` where a type has several forms. */
export function atForm(url: string, form: string): string {
  return `${url}?do=${encodeURIComponent(form)}#form-${form}`;
}

/** The page to add a site, with one picked and its form filled in. */
export function atSite(url: string, pick: string): string {
  return `${url}?site=${encodeURIComponent(pick)}`;
}

/** The page that says what an accepted update recorded. */
export function afterUpdate(url: string, updateId: string): string {
  return `${url}?done=${encodeURIComponent(updateId)}`;
}
