/** Every advisors' route, asked with what belongs to someone else: nothing opens, and nothing is written. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { advisorRoutes } from '#functions/routes/advisors/table.ts';
import { signLink } from '#shared/base/links/link.ts';
import { alice, bob, MONDAY } from '../../cast.ts';
import { type AdvisorsStage, advisorsStage, FOREIGN, OWN } from '../advisors-stage.ts';
import { belongingsOf } from '../cohort-belongings.ts';

const SECRETS = /Bob Tane|bob@|Eve|eve@|Secret words|Other form/;

let stage: AdvisorsStage;
let eve: string;
/** What there is in the cohort of Eve, by the name of its part in a path. */
let theirs: Readonly<Record<string, string>>;
let wrote: { readonly mock: { readonly calls: readonly unknown[] } }[];

beforeAll(async () => {
  stage = await advisorsStage();
  eve = await stage.other('Eve', FOREIGN, 'lead');
  theirs = await belongingsOf(stage, FOREIGN, eve, bob());
  await stage.add({ ...alice(), cohortId: OWN });
  wrote = [
    vi.spyOn(stage.store, 'write'),
    vi.spyOn(stage.store, 'writeMany'),
    vi.spyOn(stage.store, 'remove'),
  ];
});

const written = () => wrote.map(({ mock }) => mock.calls.length);

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
