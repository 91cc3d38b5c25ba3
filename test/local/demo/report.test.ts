/** What an advisor sees in a demo that has just started. */
import { beforeAll, expect, test } from 'vitest';
import { sweep } from '#functions/sweep.ts';
import { wholeCohort } from '#functions/whole-cohort.ts';
import { DEMO_COHORT } from '#infra/local/demo/cast.ts';
import { nudgeDeps } from '#infra/local/parts.ts';
import { type Report, reportOf } from '#shared/cohort/report/report.ts';
import { RISK_CODES } from '#shared/people/casework/codes.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { seededDemo } from '../seeded-demo.ts';

const START = '2026-11-24T17:00:00.000Z';
let report: Report;

beforeAll(async () => {
  const parts = await seededDemo(START);
  await sweep(nudgeDeps(parts));
  const query = { filters: {}, view: 'people', sort: 'risk', page: 1 } as const;
  const cohort = { id: DEMO_COHORT, name: 'Demo cohort' };
  report = reportOf(
    cohort,
    await wholeCohort(parts.store, DEMO_COHORT),
    query,
    PUBLISHED_WORLD,
    START,
  );
});

const of = (id: string) => report.rows.find((row) => row.of.id === id);
const codesOf = (id: string, level: string) =>
  new Set(of(id)?.findings.flatMap((each) => (each.level === level ? [each.code] : [])));

test('every risk reason occurs', () => {
  const found = new Set(report.rows.flatMap(({ findings }) => findings.map(({ code }) => code)));
  expect(RISK_CODES.filter((code) => !found.has(code))).toEqual([]);
});

test('each occurs in the row whose story has it', () => {
  expect(codesOf('emeka', 'red')).toEqual(new Set(['C1', 'D1', 'D2']));
  expect(codesOf('farah', 'red')).toEqual(new Set(['D1', 'R1', 'L1', 'L2']));
  expect(codesOf('deepa', 'red')).toEqual(new Set(['D1', 'D2', 'P1']));
  expect(codesOf('kenji', 'red')).toEqual(new Set(['U1']));
  expect(codesOf('hana', 'blue')).toEqual(new Set(['X1']));
});

test('somebody who joined this week and only considers hosts is amber, not red', () => {
  expect(of('bob')?.level).toBe('amber');
});

test('some cases have an owner, one needs a follow-up today, and others wait for an owner', () => {
  const cases = report.rows.flatMap(({ of: { case: present } }) => (present ? [present] : []));
  expect(new Set(cases.map(({ owner }) => owner))).toEqual(
    new Set(['Dana Whitfield', 'Omar Haddad', undefined]),
  );
  expect(cases.filter(({ followUpOn }) => followUpOn === '2026-11-24')).toHaveLength(1);
});
