/** Every route that the routers serve, asked with what belongs to somebody else: nothing opens, and nothing is written. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { advisorsApp } from '#functions/advisors.ts';
import { enrolAdvisor } from '#functions/enroll-advisor.ts';
import { advisorRoutes } from '#functions/routes/advisors/table.ts';
import { webRoutes } from '#functions/routes/table.ts';
import { signIn } from '#functions/sessions.ts';
import { weighHere } from '#functions/shortlist-answers.ts';
import { webApp } from '#functions/web.ts';
import { signLink } from '#shared/base/links/link.ts';
import { advisorIdOf } from '#shared/people/advisor/advisor.ts';
import { signSignIn } from '#shared/people/advisor/sign-in-link.ts';
import { withOutlook } from '#shared/people/outlook/look-ahead.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice, bob, MONDAY } from '../../cast.ts';
import { ALICE, file, HEADER } from '../../shared/cohort/import/files.ts';
import { type AdvisorsStage, advisorsStage, BASE_URL, FOREIGN, OWN } from '../advisors-stage.ts';

const EVE = { name: 'Eve Other', address: 'eve@example.net', zone: 'America/Chicago' };
const SECRETS = /Bob Tane|bob@|Eve Other|eve@|Secret words|Other form/;

let stage: AdvisorsStage;
let eve: string;
/** What there is in the cohort of Eve, by the name of its part in a path. */
let theirs: Readonly<Record<string, string>>;
let wrote: { readonly mock: { readonly calls: readonly unknown[] } }[];

beforeAll(async () => {
  stage = await advisorsStage();
  await enrolAdvisor(stage.deps, {
    profile: EVE,
    role: 'lead',
    cohort: { id: FOREIGN, name: 'Match 2029' },
  });
  eve = await cookieOfEve();
  const outlook = { ...bob(), cohortId: FOREIGN };
  await stage.store.write(withOutlook(outlook, PUBLISHED_WORLD, MONDAY));
  await stage.store.write(withOutlook({ ...alice(), cohortId: OWN }, PUBLISHED_WORLD, MONDAY));
  const base = `/advisors/c/${FOREIGN}`;
  await stage.post(
    `${base}/senders`,
    {
      name: 'Other form',
      id: 'form',
      product: 'google-forms',
      eventTypes: 'offered',
      mapping:
        'always -> type = offered\nYour address -> applicant.address\nWhere? -> rotation.host',
    },
    eve,
  );
  const exported = await stage.post(`${base}/exports`, { format: 'json' }, eve);
  const sheet = new FormData();
  sheet.set('file', new File([file(HEADER, ALICE)], 'sheet.csv'));
  const imported = await stage.request(`${base}/import`, {
    method: 'POST',
    body: sheet,
    headers: { origin: BASE_URL, cookie: eve },
  });
  const draft = { subject: 'Secret words', text: 'Secret words' };
  const preview = await (
    await stage.post(`${base}/message`, { step: 'preview', ...draft }, eve)
  ).text();
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(preview)?.[1];
  const sent = await stage.post(
    `${base}/message`,
    {
      step: 'send',
      ...draft,
      update: hidden('update') ?? '',
      digest: hidden('digest') ?? '',
    },
    eve,
  );
  theirs = {
    personId: bob().id,
    senderId: `${FOREIGN}--form`,
    exportId: lastOf(exported),
    importId: lastOf(imported),
    messageId: lastOf(sent),
  };
  wrote = [
    vi.spyOn(stage.store, 'write'),
    vi.spyOn(stage.store, 'writeMany'),
    vi.spyOn(stage.store, 'remove'),
  ];
});

async function cookieOfEve(): Promise<string> {
  const personId = advisorIdOf(EVE.address, stage.deps.pepper);
  const link = { personKind: 'advisor', personId, epoch: 0, causeId: 'c' } as const;
  const token = await signSignIn(stage.deps.linkKeys, link, MONDAY);
  const signedIn = await signIn(stage.deps, 'advisor', token);
  if (!signedIn.ok) throw new Error('Eve does not sign in.');
  return `__Host-away-advisor=${signedIn.value.cookie}`;
}

const lastOf = (answer: Response) => answer.headers.get('location')?.split('/').at(-1) ?? '';
const written = () => wrote.map(({ mock }) => mock.calls.length);

const namesOf = (routes: readonly { readonly method: string; readonly path: string }[]) =>
  [
    ...new Set(
      routes
        .filter(
          ({ method, path }) => method !== 'ALL' && !['/style.css', '/zone.js'].includes(path),
        )
        .map(({ method, path }) => `${method} ${path}`),
    ),
  ].toSorted();

describe('the router serves what its table holds, and nothing else', () => {
  test('for applicants and writers', () => {
    const deps = { ...stage.deps, weigh: weighHere, undoKeys: stage.deps.linkKeys };
    expect(namesOf(webApp(deps).routes)).toEqual(namesOf(webRoutes(deps)));
  });

  test('for advisors', () => {
    expect(namesOf(advisorsApp(stage.deps).routes)).toEqual(namesOf(advisorRoutes(stage.deps)));
  });
});

const inCohort = () => advisorRoutes(stage.deps).filter(({ of }) => of === 'own-cohort');
const withId = () => inCohort().filter(({ path }) => /:\w+/.test(path.replace(':cohortId', '')));

function pathIn(path: string, cohortId: string): string {
  return path
    .replace(':cohortId', cohortId)
    .replaceAll(/:(\w+)/g, (_, name: string) => theirs[name] ?? 'nothing');
}

describe('what belongs to another cohort', () => {
  test('is there for its own lead', async () => {
    const pages = withId().filter(({ method, path }) => method === 'GET' && !/:token/.test(path));
    expect(pages.length).toBeGreaterThan(4);
    for (const { path } of pages) {
      const answer = await stage.get(pathIn(path, FOREIGN), eve);
      expect([path, answer.status]).toEqual([path, 200]);
    }
  });

  test('is nowhere under the cohort of somebody else', async () => {
    const cookie = await stage.cookie('lead');
    const before = written();
    for (const { method, path } of withId()) {
      const at = pathIn(path, OWN);
      const answer = await (method === 'GET' ? stage.get(at, cookie) : stage.post(at, {}, cookie));
      const name = `${method} ${path}`;
      // A form may be refused before it is asked whose it is; both say the same of what is there and what is not.
      const absent = at.replaceAll(/[^/]+$/g, 'nothing');
      expect([name, answer.status < 500, answer.status >= 400]).toEqual([name, true, true]);
      if (method === 'GET') {
        expect([name, answer.status]).toEqual([name, 404]);
        expect((await stage.get(absent, cookie)).status).toBe(404);
      }
      expect(await answer.text()).not.toMatch(SECRETS);
    }
    expect(written()).toEqual(before);
  });
});

describe('a key that fits another door', () => {
  test('an advisor’s cookie opens no plan and no letter', async () => {
    const app = webApp({ ...stage.deps, weigh: weighHere, undoKeys: stage.deps.linkKeys });
    const cookie = await stage.cookie('lead');
    const before = written();
    for (const { method, path, of } of webRoutes({
      ...stage.deps,
      weigh: weighHere,
      undoKeys: stage.deps.linkKeys,
    })) {
      if (of === 'anybody') continue;
      const at = path.replaceAll(/:\w+(?:\{[^}]*\})?/g, 'alice');
      const headers = {
        cookie,
        origin: BASE_URL,
        'content-type': 'application/x-www-form-urlencoded',
      };
      const { status } = await app.request(`${BASE_URL}${at}`, { method, headers });
      expect([method, path, status]).toEqual([method, path, of === 'one-time' ? 410 : 404]);
    }
    expect(written()).toEqual(before);
  });

  test.each(['answer', 'letters', 'keep', 'calendar', 'undo', 'unsubscribe'] as const)(
    'a link for %s signs nobody in as an advisor',
    async (purpose) => {
      const link = { personId: alice().id, epoch: 0, purpose, about: 'u1' };
      const token = await signLink(stage.deps.linkKeys, link, MONDAY, 60);
      const before = written();
      for (const { method, path, of } of advisorRoutes(stage.deps)) {
        const at = pathIn(path, OWN).replace('/in/nothing', `/in/${token}`);
        const held = `__Host-away-advisor=${token}`;
        const answer =
          method === 'GET' ? await stage.get(at, held) : await stage.post(at, {}, held);
        const expected = path.includes('/in/') ? 410 : method === 'GET' ? 303 : 401;
        if (of !== 'anybody' || path.includes('/in/')) {
          expect([method, path, answer.status]).toEqual([method, path, expected]);
        }
      }
      expect(written()).toEqual(before);
    },
  );
});
