/** A small stage for the pages: Alice and Bob in a store in memory, a fixed clock, and links that open. */

import { type WebDeps, webApp } from '#functions/web.ts';
import type { LinkKeys } from '#shared/base/links/jws.ts';
import { type Link, signLink } from '#shared/base/links/link.ts';
import { DAY_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import { type Applicant, newApplicant } from '#shared/people/person/applicant.ts';
import type { Who } from '#shared/people/person/person.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { weighHere } from '#shared/shortlist/weigh.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { memoryStore } from '../season/memory-store.ts';

export const BASE_URL = 'https://rotations.example.org';
const PEPPER = 'pepper';
const KEYS: LinkKeys = {
  current: { id: 'k1', secret: new Uint8Array(32).fill(7) },
  previous: [],
};

const UNDO_KEYS: LinkKeys = {
  current: { id: 'u1', secret: new Uint8Array(32).fill(8) },
  previous: [],
};

export interface Stage {
  readonly store: ReturnType<typeof memoryStore>;
  readonly log: { level: string; event: string; fields: Record<string, unknown> }[];
  readonly deps: WebDeps;
  /** Who was to be visited at once. */
  readonly woken: Who[];
  /** Moves the clock. */
  at(now: Instant): void;
  add(id: string, facts: Facts, linkEpoch?: number): Promise<void>;
  person(id: string): Promise<Applicant>;
  token(link: Partial<Link> & { personId: string }, signedDaysAgo?: number): Promise<string>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Posts a form as a browser on our own page does. */
  post(
    path: string,
    fields: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<Response>;
  postBody(path: string, body: string, headers: Record<string, string>): Promise<Response>;
}

export function webStage(start: Instant, overrides: Partial<WebDeps> = {}): Stage {
  const store = memoryStore();
  const log: Stage['log'] = [];
  const woken: Who[] = [];
  let now = start;
  let made = 0;
  const deps: WebDeps = {
    store,
    worldFor: () => PUBLISHED_WORLD,
    clock: { now: () => now },
    workflow: NO_WORKFLOW,
    linkKeys: KEYS,
    undoKeys: UNDO_KEYS,
    baseUrl: BASE_URL,
    pepper: PEPPER,
    newId: () => {
      made += 1;
      return `n${made}`;
    },
    log: (level, event, fields) => log.push({ level, event, fields: { ...fields } }),
    weigh: weighHere,
    wake: async ({ kind, id }) => void woken.push({ kind, id }),
    ...overrides,
  };
  const app = webApp(deps);
  const request = async (path: string, init?: RequestInit) =>
    app.request(`${BASE_URL}${path}`, init);
  const postBody = (path: string, body: string, headers: Record<string, string>) =>
    request(path, { method: 'POST', body, headers });
  return {
    store,
    log,
    deps,
    woken,
    at: (moment) => {
      now = moment;
    },
    add: async (id, facts, linkEpoch = 0) => {
      await store.write({ ...newApplicant({ id, cohortId: 'c1', facts }, now), linkEpoch });
      await store.write({
        kind: 'address',
        id: hashAddress(facts.profile.address, PEPPER),
        version: 0,
        personKind: 'applicant',
        personId: id,
        reach: 'ok',
      });
    },
    person: async (id) => {
      const person = await store.read('applicant', id);
      if (!person) throw new Error(`Nobody is called ${id}.`);
      return person;
    },
    token: (link, signedDaysAgo = 0) =>
      signLink(
        link.purpose === 'undo' ? UNDO_KEYS : KEYS,
        { purpose: 'answer', epoch: 0, ...link },
        plusMs(now, -signedDaysAgo * DAY_MS),
        60,
      ),
    get: (path, headers = {}) => request(path, { headers }),
    post: (path, fields, headers = {}) =>
      postBody(path, new URLSearchParams(fields).toString(), {
        'content-type': 'application/x-www-form-urlencoded',
        origin: BASE_URL,
        ...headers,
      }),
    postBody,
  };
}
