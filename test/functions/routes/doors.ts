/**
 * Who may ask for what, written by hand: each route stands behind one door, and each door opens to these keys. What a door
 * does not name is answered as `otherwise` says. An operator has no route: they use commands on the machine itself.
 */

export type Outcome =
  /** A page, or a form that was read and then refused for its fields. */
  | 'open'
  /** Someone who must first say whether the plan is theirs: the page that asks, and no form. */
  | 'asks'
  | 303
  | 401
  | 403
  | 404
  | 410;

/** A day-old link is valid and not fresh. `ended`: its owner ended all links. */
export const KEYS = [
  'none',
  'applicant',
  'applicant, a day old',
  'applicant, expired',
  'applicant, ended',
  'applicant of a deleted plan',
  'applicant who was imported',
  'another applicant',
  'unknown applicant',
  'writer',
  'writer, a day old',
  'writer, expired',
  'writer, ended',
  'another writer',
  'stop',
  'writer’s stop',
  'brief’s stop',
  'keep',
  'move',
  'undo',
  'feed',
  'team’s feed',
  'invitation',
  'one-time',
  'sign-in',
  'lead',
  'advisor',
  'auditor',
  'lead of another cohort',
  'dismissed',
] as const;
export type Key = (typeof KEYS)[number];

interface Door {
  readonly otherwise: Outcome;
  readonly keys?: Readonly<Partial<Record<Key, Outcome>>>;
  readonly routes: readonly string[];
}

const PLAN = {
  applicant: 'open',
  'applicant, a day old': 'open',
  'applicant, expired': 410,
  'applicant, ended': 410,
  'applicant of a deleted plan': 410,
  'applicant who was imported': 'asks',
  'another applicant': 'open',
} as const;
const LETTERS = {
  writer: 'open',
  'writer, a day old': 'open',
  'writer, expired': 410,
  'writer, ended': 410,
  'another writer': 'open',
} as const;
const SIGNED_IN = {
  lead: 'open',
  advisor: 'open',
  auditor: 'open',
  'lead of another cohort': 'open',
  dismissed: 403,
} as const;
const COHORT = { ...SIGNED_IN, 'lead of another cohort': 404 } as const;

/** A page sends anyone who is not signed in to the sign-in page; a form is not read. */
const pages = (keys: Door['keys'], routes: readonly string[]): Door => ({
  otherwise: 303,
  keys: { ...keys },
  routes: routes.map((path) => `GET ${path}`),
});
const acts = (keys: Door['keys'], routes: readonly string[]): Door => ({
  otherwise: 401,
  keys: { ...keys },
  routes: routes.map((path) => `POST ${path}`),
});

export const DOORS: Readonly<Record<string, Door>> = {
  'open to anybody': {
    otherwise: 'open',
    routes: [
      'GET /',
      'GET /guide',
      'GET /healthz',
      'GET /export.schema.json',
      'GET /links',
      'POST /links',
      'GET /start',
      'POST /start',
      'GET /forms/:cohortId',
      'POST /forms/:cohortId',
      'GET /wrong',
      'POST /wrong',
      'GET /wrong/:id',
      'GET /shortlist',
      'POST /shortlist',
      'GET /programs',
      'GET /programs/hosts/:id',
      'GET /programs/:code',
      'GET /openapi.json',
      'GET /api',
    ],
  },
  'a sender, by the signature of each message': {
    otherwise: 401,
    routes: ['POST /webhook/updates', 'POST /webhook/google-forms', 'POST /webhook/typeform'],
  },
  'a plan': {
    otherwise: 404,
    keys: PLAN,
    routes: [
      'GET /a/:token',
      'POST /a/:token',
      'GET /a/:token/you',
      'POST /a/:token/you',
      'GET /a/:token/add',
      'POST /a/:token/add',
      'GET /a/:token/profile',
      'POST /a/:token/profile',
      'GET /a/:token/costs',
      'POST /a/:token/costs',
      'GET /a/:token/experience',
      'POST /a/:token/experience',
      'GET /a/:token/shortlist',
      'POST /a/:token/shortlist',
      'GET /a/:token/r/plan',
      'POST /a/:token/r/plan',
      'GET /a/:token/export',
      'POST /a/:token/end-links',
      'GET /a/:token/address',
      'POST /a/:token/address',
      'GET /a/:token/later',
      'POST /a/:token/later',
      'GET /a/:token/calendar',
      'POST /a/:token/calendar',
      'GET /a/:token/share',
    ],
  },
  'one thing of a plan': {
    otherwise: 404,
    keys: { ...PLAN, 'another applicant': 404 },
    routes: [
      'GET /a/:token/r/:rotationId',
      'POST /a/:token/r/:rotationId',
      'GET /a/:token/packet/:letterId',
    ],
  },
  'a plan, by a link of the last hour': {
    otherwise: 404,
    keys: { ...PLAN, 'applicant, a day old': 403 },
    routes: [
      'GET /a/:token/export.json',
      'GET /a/:token/export.ics',
      'GET /a/:token/export/:file',
      'GET /a/:token/delete',
      'POST /a/:token/delete',
      'POST /a/:token/share',
      'POST /a/:token/take-out',
      'POST /a/:token/join',
    ],
  },
  'a plan that nobody has confirmed': {
    otherwise: 404,
    keys: { ...PLAN, 'applicant who was imported': 'open' },
    routes: ['POST /a/:token/confirm', 'POST /a/:token/disown'],
  },
  'a deleted plan': {
    otherwise: 404,
    keys: { keep: 'open' },
    routes: ['GET /keep/:token', 'POST /keep/:token'],
  },
  'a change of address': {
    otherwise: 404,
    keys: { move: 'open' },
    routes: ['GET /move/:token', 'POST /move/:token'],
  },
  'an update that can be undone': {
    otherwise: 404,
    keys: { undo: 'open' },
    routes: ['GET /undo/:token', 'POST /undo/:token'],
  },
  'a calendar': { otherwise: 404, keys: { feed: 'open' }, routes: ['GET /c/:file{.+\\.ics}'] },
  'a writer’s letters': {
    otherwise: 404,
    keys: LETTERS,
    routes: ['GET /l/:token', 'POST /l/:token', 'POST /l/:token/end-links', 'GET /l/:token/kept'],
  },
  'a writer’s letters, by a link of the last hour': {
    otherwise: 404,
    keys: { ...LETTERS, 'writer, a day old': 403 },
    routes: ['POST /l/:token/kept'],
  },
  'one letter': {
    otherwise: 404,
    keys: { ...LETTERS, 'another writer': 404 },
    routes: ['GET /l/:token/:applicantId/:letterId', 'POST /l/:token/:applicantId/:letterId'],
  },
  'stopping an applicant’s emails': {
    otherwise: 404,
    keys: { stop: 'open' },
    routes: ['GET /u/:token', 'POST /u/:token', 'GET /u/:token/:topic', 'POST /u/:token/:topic'],
  },
  'stopping emails about letters': {
    otherwise: 404,
    keys: { 'writer’s stop': 'open' },
    routes: ['GET /s/:token', 'POST /s/:token'],
  },
  'stopping the brief': {
    otherwise: 404,
    keys: { 'brief’s stop': 'open' },
    routes: ['GET /b/:token', 'POST /b/:token'],
  },
  'an advisor’s invitation': {
    otherwise: 404,
    keys: { invitation: 'open' },
    routes: ['GET /join/:token'],
  },
  'a link that works once': {
    otherwise: 410,
    keys: { 'one-time': 'open' },
    routes: ['GET /in/:token', 'POST /in/:token'],
  },
  'signing in as an advisor': {
    otherwise: 'open',
    keys: { dismissed: 403 },
    routes: ['GET /advisors/sign-in', 'POST /advisors/sign-in'],
  },
  'an advisor’s sign-in link': {
    otherwise: 410,
    keys: { 'sign-in': 'open', dismissed: 403 },
    routes: ['GET /advisors/in/:token', 'POST /advisors/in/:token'],
  },
  'a team’s calendar': {
    otherwise: 404,
    keys: { 'team’s feed': 'open', dismissed: 403 },
    routes: ['GET /advisors/calendar/:file{.+\\.ics}'],
  },
  'pages of every advisor': pages(SIGNED_IN, [
    '/advisors',
    '/advisors/dates',
    '/advisors/hosts',
    '/advisors/hosts.csv',
  ]),
  'acts of every advisor': acts(SIGNED_IN, [
    '/advisors/brief',
    '/advisors/sign-out',
    '/advisors/sign-out-everywhere',
  ]),
  'acts of advisors and leads': acts({ ...SIGNED_IN, auditor: 403 }, [
    '/advisors/dates',
    '/advisors/dates/confirm',
    '/advisors/dates/back',
    '/advisors/hosts/checked',
    '/advisors/hosts/sheet',
    '/advisors/hosts/sheet/save',
    '/advisors/hosts/answer',
    '/advisors/hosts/office',
  ]),
  'pages of a cohort': pages(COHORT, [
    '/advisors/c/:cohortId',
    '/advisors/c/:cohortId/p/:personId',
    '/advisors/c/:cohortId/p/:personId/address',
    '/advisors/c/:cohortId/message/:messageId',
    '/advisors/c/:cohortId/import/f/:importId',
    '/advisors/c/:cohortId/exports',
    '/advisors/c/:cohortId/exports/totals.csv',
  ]),
  'pages of a cohort’s advisors and leads': pages({ ...COHORT, auditor: 403 }, [
    '/advisors/c/:cohortId/archive',
    '/advisors/c/:cohortId/invite',
    '/advisors/c/:cohortId/message',
    '/advisors/c/:cohortId/import',
    '/advisors/c/:cohortId/import/template.csv',
    '/advisors/c/:cohortId/exports/f/:exportId',
    '/advisors/c/:cohortId/p/:personId/plan',
  ]),
  // The link of the export's own page is the second key.
  'a file that was exported': pages({ ...COHORT, lead: 404, advisor: 404, auditor: 403 }, [
    '/advisors/c/:cohortId/exports/f/:exportId/file/:token',
  ]),
  'acts of a cohort’s advisors and leads': acts({ ...COHORT, auditor: 403 }, [
    '/advisors/c/:cohortId/acts',
    '/advisors/c/:cohortId/archive',
    '/advisors/c/:cohortId/hand-over',
    '/advisors/c/:cohortId/views',
    '/advisors/c/:cohortId/views/:viewId/delete',
    '/advisors/c/:cohortId/p/:personId',
    '/advisors/c/:cohortId/p/:personId/address',
    '/advisors/c/:cohortId/message',
    '/advisors/c/:cohortId/import',
    '/advisors/c/:cohortId/import/f/:importId/columns',
    '/advisors/c/:cohortId/import/f/:importId/answers',
    '/advisors/c/:cohortId/import/f/:importId/start',
    '/advisors/c/:cohortId/exports',
    '/advisors/c/:cohortId/exports/calendar',
  ]),
  'pages of a cohort’s leads': pages({ ...COHORT, advisor: 403, auditor: 403 }, [
    '/advisors/c/:cohortId/senders',
    '/advisors/c/:cohortId/senders/:senderId',
  ]),
  'acts of a cohort’s leads': acts({ ...COHORT, advisor: 403, auditor: 403 }, [
    '/advisors/c/:cohortId/senders',
    '/advisors/c/:cohortId/senders/:senderId',
  ]),
};
