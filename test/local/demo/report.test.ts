/** What an advisor sees of a demo that has just begun. */
import { beforeAll, expect, test } from 'vitest';
import { newId } from '#functions/adapters/ids.ts';
import { mimeFrom } from '#functions/adapters/mime.ts';
import { outboxMailer } from '#functions/adapters/outbox-mailer.ts';
import { openSqliteStore } from '#functions/adapters/sqlite-store.ts';
import { sweep } from '#functions/sweep.ts';
import { wholeCohort } from '#functions/whole-cohort.ts';
import { DEMO_COHORT } from '#infra/local/demo/cast.ts';
import { seedDemo } from '#infra/local/demo/seed.ts';
import { nudgeDeps, type Parts } from '#infra/local/parts.ts';
import { secretsOf } from '#infra/local/secrets.ts';
import { type Report, reportOf } from '#shared/cohort/report/report.ts';
import { RISK_CODES } from '#shared/people/casework/codes.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { BASE_URL } from '../small-demo.ts';

const START = '2026-11-24T17:00:00.000Z';
let report: Report;

beforeAll(async () => {
  const store = openSqliteStore(':memory:');
  const parts: Parts = {
    store,
    clock: { now: () => START },
    secrets: secretsOf(store),
    baseUrl: BASE_URL,
    mailer: outboxMailer(mimeFrom('plan@example.org')),
    newId,
    log: () => undefined,
  };
  await seedDemo(parts, START);
  await sweep(nudgeDeps(parts));
  const query = { filters: {}, view: 'people', sort: 'risk', page: 1 } as const;
  const cohort = { id: DEMO_COHORT, name: 'Demo cohort' };
  report = reportOf(cohort, await wholeCohort(store, DEMO_COHORT), query, PUBLISHED_WORLD, START);
});

const of = (id: string) => report.rows.find((row) => row.of.id === id);
const codesOf = (id: string, level: string) =>
  new Set(of(id)?.findings.flatMap((each) => (each.level === level ? [each.code] : [])));

test('every reason of risk is there', () => {
  const found = new Set(report.rows.flatMap(({ findings }) => findings.map(({ code }) => code)));
  expect(RISK_CODES.filter((code) => !found.has(code))).toEqual([]);
});

test('each in the row whose story it is', () => {
  expect(codesOf('emeka', 'red')).toEqual(new Set(['C1', 'D1', 'D2']));
  expect(codesOf('farah', 'red')).toEqual(new Set(['D1', 'R1', 'L1', 'L2']));
  expect(codesOf('deepa', 'red')).toEqual(new Set(['D1', 'D2', 'P1']));
  expect(codesOf('kenji', 'red')).toEqual(new Set(['U1']));
  expect(codesOf('hana', 'blue')).toEqual(new Set(['X1']));
});

test('who joined this week and only considers hosts is amber, not red', () => {
  expect(of('bob')?.level).toBe('amber');
});

test('some cases are owned, one is to be followed up today, others wait for an owner', () => {
  const cases = report.rows.flatMap(({ of: { case: present } }) => (present ? [present] : []));
  expect(new Set(cases.map(({ owner }) => owner))).toEqual(
    new Set(['Dana Whitfield', 'Omar Haddad', undefined]),
  );
  expect(cases.filter(({ followUpOn }) => followUpOn === '2026-11-24')).toHaveLength(1);
});
