/** Every route that the routers serve, asked with every key: it answers as the table says, and a walk writes nothing. */

import type { Hono } from 'hono';
import { beforeAll, expect, test, vi } from 'vitest';
import { advisorsApp } from '#functions/advisors.ts';
import { apiApp } from '#functions/api.ts';
import { dismissAdvisor } from '#functions/enroll-advisor.ts';
import { shortlistApp } from '#functions/shortlist.ts';
import { webApp } from '#functions/web.ts';
import { webhookApp } from '#functions/webhook.ts';
import type { LinkPurpose } from '#shared/base/links/link.ts';
import { signFeed } from '#shared/cohort/export/feed-link.ts';
import { signSignIn } from '#shared/people/advisor/sign-in-link.ts';
import { weighHere } from '#shared/shortlist/weigh.ts';
import { carol, MONDAY } from '../../cast.ts';
import { type AdvisorsStage, advisorsStage, BASE_URL, FOREIGN, OWN } from '../advisors-stage.ts';
import { belongingsOf } from '../cohort-belongings.ts';
import { type Stage, webStage } from '../web-stage.ts';
import { addBelongings, bareFacts, pathTo } from './alices-belongings.ts';
import { DOORS, KEYS, type Key, type Outcome } from './doors.ts';

let school: AdvisorsStage;
let stage: Stage;
let ids: Readonly<Record<string, string>>;
let held: ReadonlyMap<Key, { readonly token?: string; readonly cookie?: string }>;
let apps: Readonly<Record<'web' | 'advisors' | 'shortlist' | 'api' | 'webhook', Hono>>;
const CLEARED = /^__Host-away-advisor=;.*Max-Age=0/;
const wrote: { readonly mock: { readonly calls: readonly unknown[] } }[] = [];

beforeAll(async () => {
  stage = webStage(MONDAY);
  school = await advisorsStage({ store: stage.store });
  const deps = { ...school.deps, ...stage.deps, weigh: weighHere };
  apps = {
    web: webApp(deps),
    advisors: advisorsApp(school.deps),
    shortlist: shortlistApp(deps),
    api: apiApp(BASE_URL),
    webhook: webhookApp(deps),
  };
  await people();
  const lead = await school.cookie('lead');
  ids = await belongingsOf(school, OWN, lead, carol());
  held = await keys(lead);
  for (const act of ['write', 'writeMany', 'remove'] as const)
    wrote.push(vi.spyOn(stage.store, act));
});

/** All are of her cohort, where Bob shared his plan, too; one was imported and has not answered. */
async function people(): Promise<void> {
  await addBelongings(stage);
  await stage.add('new', bareFacts('new'));
  const change = async (id: string, of: object) =>
    stage.store.write({ ...(await stage.person(id)), cohortId: OWN, ...of });
  await change('alice', {});
  await change('bob', { shared: { since: MONDAY } });
  await change('gone', {});
  await change('new', { pending: { since: MONDAY, imported: true } });
}

async function keys(lead: string): Promise<typeof held> {
  const dana = await school.advisor('lead');
  const link = (personId: string, purpose: LinkPurpose, days = 0, epoch = 0, about = 'u1') =>
    stage.token({ personId, purpose, epoch, about }, days);
  const once = { epoch: 0, causeId: 'once' };
  const { linkKeys } = school.deps;
  const dismissed = await school.other('Mal', OWN);
  await dismissAdvisor(school.deps, 'mal@example.net', OWN);
  const tokens: Readonly<Partial<Record<Key, Promise<string>>>> = {
    applicant: link('alice', 'answer'),
    'applicant, a day old': link('alice', 'answer', 1),
    'applicant, expired': link('alice', 'answer', 61),
    'applicant, ended': link('alice', 'answer', 0, 3),
    'applicant of a deleted plan': link('gone', 'answer'),
    'applicant who was imported': link('new', 'answer'),
    'another applicant': link('bob', 'answer'),
    'unknown applicant': link('nobody', 'answer'),
    writer: link('osei', 'letters'),
    'writer, a day old': link('osei', 'letters', 1),
    'writer, expired': link('osei', 'letters', 61),
    'writer, ended': link('osei', 'letters', 0, 3),
    'another writer': link('amsel', 'letters'),
    stop: link('alice', 'unsubscribe'),
    'writer’s stop': link('osei', 'letters-stop'),
    'brief’s stop': link(dana.id, 'brief-stop', 0, dana.linkEpoch),
    keep: link('gone', 'keep'),
    move: link('alice', 'move'),
    undo: link('alice', 'undo'),
    feed: link('alice', 'calendar', 0, 1),
    'team’s feed': signFeed(linkKeys, dana, OWN, MONDAY),
    invitation: link(dana.id, 'invite', 0, dana.linkEpoch, OWN),
    'one-time': signSignIn(
      linkKeys,
      { personKind: 'applicant', personId: 'alice', ...once },
      MONDAY,
    ),
    'sign-in': school.token('lead', 'once'),
  };
  const cookies: Readonly<Partial<Record<Key, string>>> = {
    lead,
    advisor: await school.cookie('advisor'),
    auditor: await school.cookie('auditor'),
    'lead of another cohort': await school.other('Eve', FOREIGN, 'lead'),
    dismissed,
  };
  const all = KEYS.map(async (key) => {
    const [token, cookie] = [await tokens[key], cookies[key]];
    return [key, { ...(token && { token }), ...(cookie && { cookie }) }] as const;
  });
  return new Map(await Promise.all(all));
}

function pathOf(path: string, token: string): string {
  const id = path.startsWith('/wrong/') ? 'd1' : 'yale-international-electives';
  return pathTo(path, token, { ...ids, cohortId: OWN, id, code: '4160800001' });
}

/** What opens gets a field that no form has; what must not open gets the form that would act. */
function bodyOf(path: string, outcome: Outcome): string {
  if (outcome === 'open') return 'surprise=1';
  return /^\/[usb]\//.test(path) ? 'List-Unsubscribe=One-Click' : '';
}

async function ask(route: string, key: Key, outcome: Outcome): Promise<Response> {
  const [method = '', path = ''] = route.split(' ');
  const { token = 'nothing', cookie } = held.get(key) ?? {};
  const app = path.startsWith('/advisors')
    ? apps.advisors
    : /^\/(shortlist|programs)/.test(path)
      ? apps.shortlist
      : path.startsWith('/webhook')
        ? apps.webhook
        : /^\/(api|openapi)/.test(path)
          ? apps.api
          : apps.web;
  const headers = {
    origin: BASE_URL,
    ...(cookie && { cookie }),
    ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
  };
  const init = { method, headers, ...(method === 'POST' && { body: bodyOf(path, outcome) }) };
  return app.request(`${BASE_URL}${pathOf(path, token)}`, init);
}

const statusesOf = (route: string, outcome: Outcome): readonly number[] => {
  const isPage = route.startsWith('GET');
  if (outcome === 'open') return isPage ? [200] : [303, 400, 415, 422];
  if (outcome === 'asks') return isPage ? [200] : [409];
  return [outcome];
};

test('every registered route stands behind one door, and no door leads nowhere', () => {
  const served = Object.values(apps).flatMap(({ routes }) =>
    routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`),
  );
  const walked = [...new Set(served)].filter((route) => !/ \/(style\.css|zone\.js)$/.test(route));
  const listed = Object.values(DOORS).flatMap(({ routes }) => routes);
  expect(listed.toSorted()).toEqual(walked.toSorted());
});

test.each(Object.entries(DOORS))('%s', async (_, { otherwise, keys: opens = {}, routes }) => {
  const surprises: unknown[] = [];
  const written = () => wrote.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  for (const route of routes) {
    for (const key of KEYS) {
      const outcome = opens[key] ?? otherwise;
      const before = written();
      const answer = await ask(route, key, outcome);
      const isQuiet = outcome === 'open' || written() === before;
      const isAnswered =
        statusesOf(route, outcome).includes(answer.status) &&
        (outcome !== 303 || answer.headers.get('location') === '/advisors/sign-in') &&
        (key !== 'dismissed' ||
          outcome !== 403 ||
          CLEARED.test(answer.headers.get('set-cookie') ?? ''));
      if (!isAnswered || !isQuiet) {
        surprises.push({ route, key, outcome, status: answer.status, isQuiet });
      }
    }
  }
  expect(surprises).toEqual([]);
});
