/** A small stage for the advisors' pages: Dana leads c2028, Omar advises it, Quinn audits it; Nobody-else's is c2029. */
import { type AdvisorDeps, advisorsApp } from '#functions/advisors.ts';
import { enrollAdvisor } from '#functions/enroll-advisor.ts';
import { signIn } from '#functions/sessions.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { newCohort } from '#shared/cohort/cohort.ts';
import { type Advisor, advisorIdOf, type Role } from '#shared/people/advisor/advisor.ts';
import { signSignIn } from '#shared/people/advisor/sign-in-link.ts';
import { withOutlook } from '#shared/people/outlook/look-ahead.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import type { Job } from '#shared/store/items.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { DANA, MONDAY } from '../cast.ts';
import { memoryStore } from '../season/memory-store.ts';

export const BASE_URL = 'https://rotations.example.org';
export const OWN = 'c2028';
export const FOREIGN = 'c2029';

export const TEAM: Readonly<Record<Role, { name: string; address: string }>> = {
  lead: DANA,
  advisor: { name: 'Omar Advisor', address: 'omar@school.example.org' },
  auditor: { name: 'Quinn Auditor', address: 'quinn@school.example.org' },
};

export interface AdvisorsStage {
  readonly store: ReturnType<typeof memoryStore>;
  readonly log: { level: string; event: string; fields: Record<string, unknown> }[];
  readonly deps: AdvisorDeps;
  /** Whom a look was asked for. */
  readonly woken: readonly string[];
  /** What was set going. */
  readonly jobs: readonly Job[];
  /** Moves the clock. */
  at(now: Instant): void;
  /** Keeps plans as a visit at this moment would. */
  add(...people: readonly Applicant[]): Promise<void>;
  advisor(role: Role): Promise<Advisor>;
  /** A one-time link as its email would hold it. */
  token(role: Role, causeId?: string): Promise<string>;
  /** The cookie of a new session, as the browser sends it. */
  cookie(role: Role): Promise<string>;
  request(path: string, init?: RequestInit): Promise<Response>;
  get(path: string, cookie?: string): Promise<Response>;
  /** Posts a form as a browser on our own page does. */
  post(
    path: string,
    fields: Record<string, string>,
    cookie?: string,
    headers?: Record<string, string>,
    body?: string,
  ): Promise<Response>;
  /** Posts a form whose page first shows what it would do, and then saves what was shown. */
  save(path: string, fields: Record<string, string>, cookie: string): Promise<Response>;
  /** The cookie of an advisor of another cohort. */
  other(name: string, cohortId?: string, role?: Role): Promise<string>;
}

export async function advisorsStage(overrides: Partial<AdvisorDeps> = {}): Promise<AdvisorsStage> {
  const store = memoryStore();
  const log: AdvisorsStage['log'] = [];
  const woken: string[] = [];
  const jobs: Job[] = [];
  let now: Instant = MONDAY;
  let made = 0;
  const next = () => {
    made += 1;
    return made;
  };
  const deps: AdvisorDeps = {
    store,
    worldFor: () => PUBLISHED_WORLD,
    clock: { now: () => now },
    linkKeys: { current: { id: 'k1', secret: new Uint8Array(32).fill(7) }, previous: [] },
    baseUrl: BASE_URL,
    pepper: 'pepper',
    webhookKey: 'the key of a stage, and of nothing else',
    workflow: NO_WORKFLOW,
    startJob: async (job) => void jobs.push(job),
    files: { open: async () => undefined },
    breathe: async () => undefined,
    wake: async ({ id }) => void woken.push(id),
    newId: () => `n${next()}`,
    newSecret: () => `secret-number-${next()}`.padEnd(43, '-'),
    log: (level, event, fields) => log.push({ level, event, fields: { ...fields } }),
    ...overrides,
  };
  for (const role of ['lead', 'advisor', 'auditor'] as const) {
    const profile = { ...TEAM[role], zone: 'America/Chicago' };
    await enrollAdvisor(deps, { profile, role, cohort: { id: OWN, name: 'Match 2028' } });
  }
  await deps.store.write(newCohort({ id: FOREIGN, name: 'Match 2029' }, now));

  const post: AdvisorsStage['post'] = (
    path,
    fields,
    cookie,
    headers = {},
    body = new URLSearchParams(fields).toString(),
  ) =>
    request(path, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: new URL(deps.baseUrl).origin,
        ...(cookie && { cookie }),
        ...headers,
      },
    });
  const app = advisorsApp(deps);
  const request = async (path: string, init?: RequestInit) =>
    app.request(`${deps.baseUrl}${path}`, init);
  const idOf = (role: Role) => advisorIdOf(TEAM[role].address, deps.pepper);
  const advisor = async (role: Role) => {
    const found = await deps.store.read('advisor', idOf(role));
    if (!found) throw new Error(`There is no ${role}.`);
    return found;
  };
  const tokenOf = async (id: string, causeId = deps.newId()) => {
    const found = await deps.store.read('advisor', id);
    if (!found) throw new Error(`There is no advisor ${id}.`);
    const { id: personId, linkEpoch: epoch } = found;
    const link = { personKind: 'advisor', personId, epoch, causeId } as const;
    return signSignIn(deps.linkKeys, link, deps.clock.now());
  };
  const cookieOf = async (id: string) => {
    const signedIn = await signIn(deps, 'advisor', await tokenOf(id));
    if (!signedIn.ok) throw new Error(`Nobody signs in as ${id}: ${signedIn.failure}`);
    const name = deps.baseUrl.startsWith('https:') ? '__Host-away-advisor' : 'away-advisor';
    return `${name}=${signedIn.value.cookie}`;
  };
  return {
    store,
    log,
    deps,
    woken,
    jobs,
    at: (moment) => {
      now = moment;
    },
    add: async (...people) => {
      for (const person of people)
        await deps.store.write(withOutlook(person, PUBLISHED_WORLD, now));
    },
    advisor,
    token: (role, causeId) => tokenOf(idOf(role), causeId),
    cookie: (role) => cookieOf(idOf(role)),
    request,
    get: (path, cookie) => request(path, { headers: { ...(cookie && { cookie }) } }),
    post,
    save: async (path, fields, cookie) => {
      const shown = await post(path, fields, cookie);
      const digest = /name="digest" value="([^"]+)"/.exec(await shown.clone().text())?.[1];
      return digest ? post(path, { ...fields, step: 'save', digest }, cookie) : shown;
    },
    other: async (name, cohortId = FOREIGN, role = 'advisor') => {
      const profile = {
        name,
        address: `${name.toLowerCase()}@example.net`,
        zone: 'America/Chicago',
      };
      const cohort = { id: cohortId, name: 'Another team' };
      return cookieOf((await enrollAdvisor(deps, { profile, role, cohort })).id);
    },
  };
}
