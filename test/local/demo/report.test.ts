/** What an advisor sees in a demo that has just started. */
import { beforeAll, expect, test } from 'vitest';
import { sweep } from '#functions/sweep.ts';
import { wholeCohort } from '#functions/whole-cohort.ts';
import { DEMO_COHORT } from '#infra/local/demo/cast.ts';
import { nudgeDeps } from '#infra/local/parts.ts';
import { type Report, reportOf } from '#shared/cohort/report/report.ts';
import { sentenceOf } from '#shared/cohort/risk/finding.ts';
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

test('every risk reason occurs that can in November', () => {
  const found = new Set(report.rows.flatMap(({ findings }) => findings.map(({ code }) => code)));
  // Nothing overlaps and no host rules anybody out. What the guide counts for the 2028 Match is due from March on; for the 2027 Match it was missed in September.
  expect(RISK_CODES.filter((code) => !found.has(code))).toEqual(['R1', 'L1', 'P1']);
});

test('each occurs in the row whose story has it', () => {
  expect(codesOf('emeka', 'red')).toEqual(new Set(['C1']));
  expect(codesOf('farah', 'red')).toEqual(new Set(['D1']));
  expect(codesOf('farah', 'amber')).toEqual(new Set(['L2']));
  expect(codesOf('deepa', 'red')).toEqual(new Set(['D2']));
  expect(codesOf('kenji', 'amber')).toContain('U1');
  expect(codesOf('hana', 'outside')).toEqual(new Set(['X1']));
});

test('somebody who joined this week and only considers hosts is amber, not red, and asks the hosts first', () => {
  expect(of('bob')?.findings[0]?.level).toBe('amber');
  expect(of('bob')?.findings.map(sentenceOf)).toContain(
    'Apply for the UPMC IR rotation: not known whether it is possible; start by Wed, Oct 28, 2026 (27 days ago), possible until Fri, Nov 27, 2026. Ask the host whether it is possible, and record the answer.',
  );
});

test('some cases have an owner, one needs a follow-up today, and others wait for an owner', () => {
  const cases = report.rows.flatMap(({ of: { case: present } }) => (present ? [present] : []));
  expect(new Set(cases.map(({ owner }) => owner))).toEqual(
    new Set(['Dana Whitfield', 'Omar Haddad', undefined]),
  );
  expect(cases.filter(({ followUpOn }) => followUpOn === '2026-11-24')).toHaveLength(1);
});
