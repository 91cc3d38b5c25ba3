/** Walks every route of the pages without an account, with every link that must open nothing and every body that is none. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { oneClick } from '#functions/routes/forms.ts';
import { webRoutes } from '#functions/routes/table.ts';
import type { WebRoute } from '#functions/routes/web-route.ts';
import { FORM_BYTES_MAX } from '#shared/base/limits.ts';
import type { LinkPurpose } from '#shared/base/links/link.ts';
import { WRONG_PATH, wrongLinePath } from '#shared/base/links/urls.ts';
import { DAY_MS, plusMs } from '#shared/base/time/instant.ts';
import { newCohort } from '#shared/cohort/cohort.ts';
import { newAdvisor } from '#shared/people/advisor/advisor.ts';
import { signSignIn } from '#shared/people/advisor/sign-in-link.ts';
import { newWriter, pointedAt } from '#shared/people/person/writer.ts';
import { occasionsAt } from '#shared/words/occasions.ts';
import { NO_DOUBTS } from '#shared/world/corrections/doubts.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { DANA } from '../../cast.ts';
import { aliceFacts, NOVEMBER, storyOf } from '../../shared/plan/moves/stories.ts';
import { BASE_URL, type Stage, webStage } from '../web-stage.ts';

const OSEI = { id: 'osei', name: 'Dr. Osei', address: 'osei@example.org' };

let stage: Stage;
let routes: readonly WebRoute[];
let wrote: { readonly mock: { readonly calls: readonly unknown[] } }[];

/** Alice has a rotation, a letter by Dr. Osei, a calendar feed, and an update that can be undone; Bob has a bare plan. */
beforeAll(async () => {
  stage = webStage(NOVEMBER);
  const { facts } = storyOf();
  const letter = {
    id: 'l1',
    writer: { name: OSEI.name, address: OSEI.address, specialty: 'research' },
    status: 'agreed',
    askedOn: '2026-08-20',
    since: NOVEMBER,
  } as const;
  await stage.add('alice', { ...facts, letters: [letter] });
  await stage.add('bob', {
    ...aliceFacts(),
    profile: { ...facts.profile, name: 'Bob Tane', address: 'bob@example.org' },
  });
  const pointer = {
    applicantId: 'alice',
    letterId: 'l1',
    revision: 0,
    dueOn: '2027-09-01',
  } as const;
  await stage.store.write(pointedAt(newWriter(OSEI, NOVEMBER), pointer, NOVEMBER));
  await stage.store.write(newWriter({ ...OSEI, id: 'amsel' }, NOVEMBER));
  const profile = { ...DANA, zone: 'America/Chicago' } as const;
  await stage.store.write(
    newAdvisor({ id: 'dana', profile, role: 'lead', cohortIds: ['c1'] }, NOVEMBER),
  );
  await stage.store.write(newCohort({ id: 'c1', name: 'Match 2028' }, NOVEMBER));
  const doubt = { id: 'd1', at: NOVEMBER, subject: 'hosts/yale', line: 'Fees', sentence: 'Old.' };
  await stage.store.write({ ...NO_DOUBTS, doubts: [doubt] });
  await stage.add('gone', {
    ...aliceFacts(),
    profile: { ...facts.profile, address: 'g@example.org' },
  });
  await stage.store.write({ ...(await stage.person('gone')), leaving: { since: NOVEMBER } });
  // As somebody who began alone and shared the plan: that opens every page of a plan.
  const moving = { id: 'u1', to: 'new@example.org', since: NOVEMBER } as const;
  await stage.store.write({
    ...(await stage.person('alice')),
    shared: { since: NOVEMBER },
    moving,
  });
  const plan = `/a/${await stage.token({ personId: 'alice' })}`;
  await stage.post(`${plan}/calendar`, { act: 'renew' });
  const zone = { type: 'zone-changed', zone: 'Asia/Tokyo', update: 'u1', revision: '0' };
  expect((await stage.post(plan, zone)).status).toBe(303);
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
const signed = () => linked().filter(({ of }) => of !== 'one-time');
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

/** The route's path with what is there: Alice's rotation, her letter, her tables. */
function pathOf({ path }: WebRoute, link: string): string {
  const facts = aliceFacts();
  const [occasion] = occasionsAt(facts, PUBLISHED_WORLD, NOVEMBER);
  const at = path
    .replace(':token', link)
    .replace(':file{.+\\.ics}', `${link}.ics`)
    .replace(':applicantId', 'alice')
    .replace(':letterId', 'l1')
    .replace(':rotationId', 'r1')
    .replace(':topic', 'overview')
    .replace(':cohortId', 'c1')
    .replace(':file', 'rotations.csv')
    .replace(':id', 'd1');
  const { rule = '', subject = '' } = occasion ?? {};
  if (path === WRONG_PATH) return wrongLinePath('hosts/yale', 'Fees');
  return path.endsWith('/later') ? `${at}?${new URLSearchParams({ rule, subject })}` : at;
}

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

/** A calendar program learns nothing, an invitation is open or is none, and a one-time link does not say whether it was ever one. */
const closed = (status: number) => (route: WebRoute) =>
  route.of === 'calendar' || route.of === 'invitation'
    ? 404
    : route.of === 'one-time'
      ? 410
      : status;

test('the table holds every route once, with a link for each kind of holder and a form for each POST', () => {
  const names = routes.map(({ method, path }) => `${method} ${path}`);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(linked().map(({ of }) => of))).toEqual(
    new Set([...Object.keys(PURPOSES), 'one-time']),
  );
  expect(posts().filter(({ form }) => form === undefined)).toEqual([]);
  expect(linked().filter(({ path }) => !/:token|\.ics/.test(path))).toEqual([]);
});

test('a route opens with its own link', async () => {
  for (const route of routes.filter(({ method }) => method === 'GET')) {
    const name = `${route.method} ${route.path}`;
    const status = await ask(route, await token(route));
    expect([name, status]).toEqual([name, 200]);
  }
});

describe('a route opens nothing and changes nothing', () => {
  test('with a link that is none', () =>
    expectRefused(linked(), closed(404), (route) => ask(route, 'nonsense')));

  test('with a link for another purpose', () =>
    expectRefused(signed(), closed(404), async (route) => {
      const purpose = PURPOSES[route.of] === 'undo' ? 'unsubscribe' : 'undo';
      return ask(route, await token(route, { purpose }));
    }));

  test('with an expired link', () =>
    expectRefused(
      linked().filter(({ of }) => !STOPS.includes(of)),
      closed(410),
      async (route) => ask(route, await token(route, { daysAgo: 61 })),
    ));

  test('with a link that was ended', () =>
    expectRefused(
      linked().filter(({ of }) => !STOPS.includes(of)),
      closed(410),
      async (route) => ask(route, await token(route, { epoch: 3 })),
    ));

  test('with the link of an unknown person', () =>
    expectRefused(signed(), closed(404), async (route) =>
      ask(route, await token(route, { personId: 'nobody' })),
    ));

  test('by a link older than an hour, where it takes the plan away or ends it', () =>
    expectRefused(
      routes.filter(({ of }) => of.startsWith('fresh')),
      () => 403,
      async (route) => ask(route, await token(route, { daysAgo: 1 })),
    ));

  test('of a plan that its owner deleted, by whatever link to it', () =>
    expectRefused(
      routes.filter(({ of }) => PURPOSES[of] === 'answer' || of === 'undo' || of === 'calendar'),
      (route) => (PURPOSES[route.of] === 'answer' ? 410 : 404),
      async (route) => ask(route, await token(route, { personId: 'gone' })),
    ));

  test('of Alice’s with another person’s link', () =>
    expectRefused(
      routes.filter(({ path, of }) => of === 'undo' || /:(rotation|letter|applicant)Id/.test(path)),
      () => 404,
      async (route) => {
        const personId = holder(route.of) === 'osei' ? 'amsel' : 'bob';
        return ask(route, await token(route, { personId }));
      },
    ));

  test('resumes no email by an expired or ended link', () =>
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
});

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
