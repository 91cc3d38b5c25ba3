/** Walks every route of the pages without an account with every body that is none. Who may ask is in `doors.ts`. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { oneClick } from '#functions/routes/forms.ts';
import { webRoutes } from '#functions/routes/table.ts';
import type { WebRoute } from '#functions/routes/web-route.ts';
import { FORM_BYTES_MAX } from '#shared/base/limits.ts';
import type { LinkPurpose } from '#shared/base/links/link.ts';
import { DAY_MS, plusMs } from '#shared/base/time/instant.ts';
import { newCohort } from '#shared/cohort/cohort.ts';
import { newAdvisor } from '#shared/people/advisor/advisor.ts';
import { signSignIn } from '#shared/people/advisor/sign-in-link.ts';
import { DANA } from '../../cast.ts';
import { NOVEMBER } from '../../shared/plan/moves/stories.ts';
import { BASE_URL, type Stage, webStage } from '../web-stage.ts';
import { addBelongings, pathTo } from './alices-belongings.ts';

let stage: Stage;
let routes: readonly WebRoute[];
let wrote: { readonly mock: { readonly calls: readonly unknown[] } }[];

beforeAll(async () => {
  stage = webStage(NOVEMBER);
  await addBelongings(stage);
  const profile = { ...DANA, zone: 'America/Chicago' } as const;
  await stage.store.write(
    newAdvisor({ id: 'dana', profile, role: 'lead', cohortIds: ['c1'] }, NOVEMBER),
  );
  await stage.store.write(newCohort({ id: 'c1', name: 'Match 2028' }, NOVEMBER));
  routes = webRoutes(stage.deps);
  wrote = [
    vi.spyOn(stage.store, 'write'),
    vi.spyOn(stage.store, 'writeMany'),
    vi.spyOn(stage.store, 'remove'),
  ];
});

const PURPOSES: Readonly<Partial<Record<WebRoute['of'], LinkPurpose>>> = {
  plan: 'answer',
  'fresh-plan': 'answer',
  keep: 'keep',
  'new-plan': 'answer',
  letters: 'letters',
  'fresh-letters': 'letters',
  letter: 'letters',
  unsubscribe: 'unsubscribe',
  'letters-stop': 'letters-stop',
  'brief-stop': 'brief-stop',
  undo: 'undo',
  invitation: 'invite',
  calendar: 'calendar',
  move: 'move',
};

/** These may only stop emails, and an old email may always do that. */
const STOPS: readonly WebRoute['of'][] = ['unsubscribe', 'letters-stop', 'brief-stop'];

const linked = () => routes.filter(({ of }) => of !== 'anybody');
const posts = () => routes.filter(({ method }) => method === 'POST');

function holder(of: WebRoute['of']): string {
  if (of === 'brief-stop' || of === 'invitation') return 'dana';
  if (of === 'keep') return 'gone';
  return of.includes('letter') ? 'osei' : 'alice';
}

/** A link of this route's own kind. */
async function token(
  route: WebRoute,
  { personId = holder(route.of), epoch = 0, daysAgo = 0, purpose = PURPOSES[route.of] } = {},
): Promise<string> {
  const at = plusMs(NOVEMBER, -daysAgo * DAY_MS);
  if (route.of === 'one-time') {
    const link = { personKind: 'applicant', personId, epoch, causeId: route.method } as const;
    return signSignIn(stage.deps.linkKeys, link, at);
  }
  const feedEpoch = route.of === 'calendar' ? 1 : 0;
  const about = route.of === 'invitation' ? 'c1' : 'u1';
  const link = { personId, epoch: epoch + feedEpoch, about };
  return stage.token({ ...link, ...(purpose && { purpose }) }, daysAgo);
}

const pathOf = ({ path }: WebRoute, link: string) => pathTo(path, link, { cohortId: 'c1' });

async function ask(route: WebRoute, link: string): Promise<number> {
  const path = pathOf(route, link);
  const answer = route.method === 'GET' ? stage.get(path) : stage.post(path, {});
  return (await answer).status;
}

async function expectRefused(
  asked: readonly WebRoute[],
  statusOf: (route: WebRoute) => number,
  send: (route: WebRoute) => Promise<number>,
): Promise<void> {
  const before = wrote.map(({ mock }) => mock.calls.length);
  for (const route of asked) {
    const name = `${route.method} ${route.path}`;
    expect([name, await send(route)]).toEqual([name, statusOf(route)]);
  }
  expect(wrote.map(({ mock }) => mock.calls.length)).toEqual(before);
}

test('the table holds every route once, with a link for each kind of holder and a form for each POST', () => {
  const names = routes.map(({ method, path }) => `${method} ${path}`);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(linked().map(({ of }) => of))).toEqual(
    new Set([...Object.keys(PURPOSES), 'one-time']),
  );
  expect(posts().filter(({ form }) => form === undefined)).toEqual([]);
  expect(linked().filter(({ path }) => !/:token|\.ics/.test(path))).toEqual([]);
});

// Those of a plan and of letters are walked with every key in `every-route.test.ts`.
describe('a link that opens one thing opens nothing and changes nothing', () => {
  const single = () =>
    linked().filter(
      ({ of }) => !(STOPS.includes(of) || /^(answer|letters)$/.test(PURPOSES[of] ?? '')),
    );
  /** A calendar program learns nothing, and an invitation is open or is none. */
  const closed = ({ of }: WebRoute) => (of === 'calendar' || of === 'invitation' ? 404 : 410);

  test.each([
    ['expired', { daysAgo: 61 }],
    ['was ended', { epoch: 3 }],
  ])('once it %s', (_, how) =>
    expectRefused(single(), closed, async (route) => ask(route, await token(route, how))),
  );

  test.each([
    ['a deleted plan', 'gone'],
    ['another person', 'bob'],
  ])('where it is of %s', (_, personId) =>
    expectRefused(
      routes.filter(({ of }) => of === 'undo' || of === 'calendar'),
      () => 404,
      async (route) => ask(route, await token(route, { personId })),
    ),
  );
});

test('no email resumes by an expired or ended link', () =>
  expectRefused(
    posts().filter(({ of }) => STOPS.includes(of)),
    () => 404,
    async (route) => {
      const old = pathOf(route, await token(route, { daysAgo: 61 }));
      expect((await stage.post(old, { action: 'resume' })).status).toBe(404);
      const ended = pathOf(route, await token(route, { epoch: 3 }));
      return (await stage.post(ended, { action: 'resume' })).status;
    },
  ));

describe('a form is refused and changes nothing', () => {
  const read = () => posts().filter(({ form }) => form !== oneClick);
  const send = async (route: WebRoute, body: string, headers = {}) =>
    (
      await stage.postBody(pathOf(route, await token(route)), body, {
        'content-type': 'application/x-www-form-urlencoded',
        origin: BASE_URL,
        ...headers,
      })
    ).status;

  test('when it is no form', () =>
    expectRefused(
      read(),
      () => 415,
      (route) => send(route, '{"address":"a@b.c"}', { 'content-type': 'application/json' }),
    ));

  test('with a field that its page does not have', () =>
    expectRefused(
      read(),
      () => 400,
      (route) => send(route, 'surprise=1'),
    ));

  test('with a field sent twice', () =>
    expectRefused(
      read(),
      () => 400,
      (route) => send(route, 'type=applied&type=applied&address=a&address=b'),
    ));

  test('from another site', () =>
    expectRefused(
      read(),
      () => 403,
      (route) => send(route, '', { origin: 'https://evil.example' }),
    ));

  test('larger than any form of these pages', () =>
    expectRefused(
      posts(),
      () => 413,
      (route) => send(route, `note=${'x'.repeat(FORM_BYTES_MAX)}`),
    ));
});

test('a mark that a mailing or a search engine adds to an address changes no answer', async () => {
  for (const route of routes.filter(({ method }) => method === 'GET')) {
    const path = pathOf(route, await token(route));
    const marked = `${path}${path.includes('?') ? '&' : '?'}utm_source=x&rsik=1`;
    const { status } = await stage.get(marked);
    expect([marked, status]).toEqual([marked, (await stage.get(path)).status]);
  }
});
