/**
 * The floors of the house, lowest first: a room imports only from itself and the rooms below it. The table of rooms in
 * docs/architecture.md and each room's README.md are written from this list: `npm run rooms`.
 */
export interface Room {
  /** Its folder. */
  readonly room: string;
  /** "Holds …" */
  readonly holds: string;
  /** The file to read first. */
  readonly start: string;
  /** What else a reader must know. */
  readonly note?: string;
}

export const FLOORS: readonly Room[] = [
  {
    room: 'shared/base',
    holds: 'time, text, results, rows, CSV, limits, links, and paths',
    start: 'time/day.ts',
  },
  {
    room: 'shared/world',
    holds:
      'what is published or entered for everyone: season, hosts, programs, guide rules, document kinds, corrections, each with its source',
    start: 'world.ts',
  },
  {
    room: 'shared/plan',
    holds:
      'one applicant’s facts and how they change: rotations, documents, letters, costs, notes; events, transition, codes of refusals; the plan file',
    start: 'facts/stages.ts',
  },
  {
    room: 'shared/agenda',
    holds: 'what is open, by when, and what stands in the way: matters, standings, gates, notes',
    start: 'agenda.ts',
  },
  {
    room: 'shared/words',
    holds:
      'sentences, once for each reader: refusals, gates, events, letters, days, costs; no HTML',
    start: 'refusals.ts',
  },
  {
    room: 'shared/shortlist',
    holds:
      'where to rotate and apply: gates, what is known about a place, its order, and whole plans proposed',
    start: 'shortlist.ts',
  },
  {
    room: 'shared/people',
    holds:
      'applicants, writers, and advisors as persons: reach, ledger, digest, gate, calendar, cases, workflow, the plan report',
    start: 'person/person.ts',
  },
  {
    room: 'shared/exchange',
    holds: 'what outside systems send and receive: webhook, fields of forms, personal export',
    start: 'fields/read-form.ts',
  },
  {
    room: 'shared/cohort',
    holds: 'many applicants: report, risks, brief, import, export',
    start: 'report/report.ts',
  },
  {
    room: 'shared/store',
    holds: 'the port, the item schemas, table keys',
    start: 'store.ts',
  },
  {
    room: 'shared/views',
    holds: 'pages, forms, and emails, as HTML and as text',
    start: 'pages/plan-page.ts',
    note: 'Markup is made of the components in [components.ts](components.ts): section, banner, fold, list, bullets, table, columns, link, outgoing, button, field, input, select, and dateChip. The page itself is in [pages/layout.ts](pages/layout.ts), the form of an event in [forms/form.ts](forms/form.ts), and a status or the six steps in [pages/status.ts](pages/status.ts). Write markup of your own only for what none of them can say.',
  },
  {
    room: 'functions',
    holds:
      'what is deployed: one file a function, its routes, and the adapters that touch SDKs, files, clock, and network',
    start: 'update.ts',
  },
  {
    room: 'infra/local',
    holds: 'one Node process: server, timers, commands, demo cohort',
    start: 'main.ts',
  },
];

/** The stack stands beside the floors: names, limits, and the state definition are all it may read of them. */
export const AWS: Room = {
  room: 'infra/aws',
  holds: 'the CDK app: one file per concern',
  start: 'app.ts',
};

/** None of these reads or writes anything, nor imports what does. */
export const AWS_MAY_IMPORT: readonly string[] = [
  'functions/adapters/aws-variables.ts',
  'shared/base/limits.ts',
  'shared/base/links/advisor-paths.ts',
  'shared/base/links/urls.ts',
  'shared/people/workflow/definition.ts',
  'shared/plan/facts/stage-names.ts',
  'shared/store/keys.ts',
  'shared/store/table.ts',
  'shared/world/corrections/world-item.ts',
];
