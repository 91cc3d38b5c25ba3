/** Walks every route of the table at a cohort that is someone else's or nobody's. Who may ask is in `../doors.ts`. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { enrollAdvisor } from '#functions/enroll-advisor.ts';
import type { AdvisorRoute } from '#functions/routes/advisors/route.ts';
import { advisorRoutes } from '#functions/routes/advisors/table.ts';
import { oneClick } from '#functions/routes/forms.ts';
import { IMPORT_BYTES_MAX } from '#shared/base/limits.ts';
import { ROLES, type Role } from '#shared/people/advisor/advisor.ts';
import { alice } from '../../../cast.ts';
import { type AdvisorsStage, advisorsStage, FOREIGN, OWN } from '../../advisors-stage.ts';
import { belongingsOf } from '../../cohort-belongings.ts';

let stage: AdvisorsStage;
/** One of each that the own cohort has, by the name of its part in a path. */
let own: Readonly<Record<string, string>>;
let routes: readonly AdvisorRoute[];
beforeAll(async () => {
  stage = await advisorsStage();
  own = await belongingsOf(stage, OWN, await stage.cookie('lead'), alice());
  routes = advisorRoutes(stage.deps);
});

const inCohort = () => routes.flatMap((route) => (route.of === 'own-cohort' ? [route] : []));

/** The route's path at a cohort; what is not in `ids` is not there. */
function pathAt({ path }: AdvisorRoute, cohortId: string, ids = own): string {
  return path
    .replace(':cohortId', cohortId)
    .replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? 'nothing');
}

function ask(route: AdvisorRoute, cohortId: string, cookie?: string): Promise<Response> {
  const path = pathAt(route, cohortId);
  return route.method === 'GET' ? stage.get(path, cookie) : stage.post(path, {}, cookie);
}

/** What a page says, without what differs from one request to the next. */
async function said(response: Response): Promise<[number, string]> {
  return [response.status, await response.text()];
}

test('the table holds routes of every kind, and each only once', () => {
  expect(new Set(routes.map(({ of }) => of))).toEqual(
    new Set(['anybody', 'signed-in', 'own-cohort']),
  );
  const names = routes.map(({ method, path }) => `${method} ${path}`);
  expect(new Set(names).size).toBe(names.length);
});

test('a route names its cohort if and only if it is of one', () => {
  expect(routes.filter(({ path }) => path.includes(':cohortId'))).toEqual(inCohort());
});

describe('nobody', () => {
  test('has no form read, and learns that nothing was changed', async () => {
    for (const route of routes.filter(({ of, method }) => of !== 'anybody' && method === 'POST')) {
      const answer = await ask(route, OWN);
      expect([route.path, answer.status]).toEqual([route.path, 401]);
      expect(await answer.text()).toContain('nothing was changed');
    }
  });

  test('cannot tell a cohort that is there from one that is not', async () => {
    for (const route of inCohort()) {
      expect(await said(await ask(route, OWN))).toEqual(await said(await ask(route, 'no-such')));
    }
  });
});

describe.each(ROLES)('as %s', (role: Role) => {
  test('another’s cohort and no cohort are the same 404 on every route', async () => {
    const cookie = await stage.cookie(role);
    for (const route of inCohort()) {
      const [status, page] = await said(await ask(route, FOREIGN, cookie));
      expect([route.path, status]).toEqual([route.path, 404]);
      expect(page).not.toContain('2029');
      expect(await said(await ask(route, 'no-such', cookie))).toEqual([status, page]);
      expect(await said(await ask(route, '..%2Fc2028', cookie))).toEqual([status, page]);
    }
  });
});

test('a mark that a mailing or a search engine adds to an address changes no answer', async () => {
  const cookie = await stage.cookie('lead');
  for (const route of routes.filter(({ method }) => method === 'GET')) {
    const { status } = await ask(route, OWN, cookie);
    const marked = await stage.get(`${pathAt(route, OWN)}?utm_source=x&rsik=1`, cookie);
    expect([route.path, marked.status]).toEqual([route.path, status]);
  }
});

describe('a form is refused to a lead and changes nothing', () => {
  test.each([
    ['when it is no form', 415, { 'content-type': 'application/json' }, '{"reason":"x"}'],
    ['from another site', 403, { origin: 'https://evil.example' }, ''],
    ['larger than any form of its page', 413, {}, `note=${'x'.repeat(IMPORT_BYTES_MAX)}`],
  ])('%s', async (_, status, headers, body) => {
    const cookie = await stage.cookie('lead');
    const wrote = vi.spyOn(stage.store, 'write').mockClear();
    for (const route of routes.filter(
      ({ method, form }) => method === 'POST' && form !== oneClick,
    )) {
      const answer = await stage.post(pathAt(route, OWN), {}, cookie, headers, body);
      const name = `${route.method} ${route.path}`;
      expect([name, answer.status]).toEqual([name, status]);
    }
    expect(wrote.mock.calls).toEqual([]);
  });
});

test('what is not there is 404 before its form is read', async () => {
  const cookie = await stage.cookie('lead');
  const json = { 'content-type': 'application/json' };
  const posts = inCohort().filter(({ method, about }) => method === 'POST' && about);
  expect(new Set(posts.map(({ about }) => about))).toEqual(new Set(['person', 'import', 'sender']));
  for (const route of posts) {
    const answer = await stage.post(pathAt(route, OWN, {}), {}, cookie, json, '{}');
    expect([route.path, answer.status]).toEqual([route.path, 404]);
  }
});

test('an auditor may change nothing', () => {
  const changing = inCohort().filter(({ method }) => method === 'POST');
  expect(changing.filter(({ may }) => may.includes('auditor')).map(({ path }) => path)).toEqual([]);
});

describe('who leads one cohort and audits another', () => {
  test('is asked at each by the role there, on every route', async () => {
    const two = await advisorsStage();
    const { profile } = await two.advisor('lead');
    await enrollAdvisor(two.deps, {
      profile,
      role: 'auditor',
      cohort: { id: FOREIGN, name: 'Match 2029' },
    });
    const cookie = await two.cookie('lead');
    const statusAt = async (route: AdvisorRoute, cohortId: string) => {
      const path = pathAt(route, cohortId);
      const answer = route.method === 'GET' ? two.get(path, cookie) : two.post(path, {}, cookie);
      return (await answer).status;
    };
    for (const route of inCohort()) {
      const here = [await statusAt(route, OWN), await statusAt(route, FOREIGN)].map(
        (status) => status === 403,
      );
      expect([route.path, ...here]).toEqual([
        route.path,
        !route.may.includes('lead'),
        !route.may.includes('auditor'),
      ]);
    }
  });
});
