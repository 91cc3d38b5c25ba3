/** The list of an advisor's cohorts: each number is that of the list it leads to. */
import { beforeEach, expect, test } from 'vitest';
import { enrollAdvisor } from '#functions/enroll-advisor.ts';
import { withCasesJudged } from '#shared/cohort/judge-cases.ts';
import { withOutlook } from '#shared/people/outlook/look-ahead.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice, bob, carol, MONDAY } from '../../../cast.ts';
import { type AdvisorsStage, advisorsStage, OWN, TEAM } from '../../advisors-stage.ts';

let stage: AdvisorsStage;
let dana: string;

beforeEach(async () => {
  stage = await advisorsStage();
  dana = await stage.cookie('lead');
  for (const person of [alice(), bob(), carol()]) {
    const judged = withCasesJudged(withOutlook(person, PUBLISHED_WORLD, MONDAY), MONDAY);
    await stage.add(judged);
  }
});

const shown = async (path: string, cookie = dana) => (await stage.get(path, cookie)).text();
const peopleIn = (page: string) => {
  const table = page.slice(page.indexOf('<table class="people">'));
  return table.match(/<th scope="row">/g)?.length ?? 0;
};

test('a number of a cohort leads to a list of as many applicants', async () => {
  const home = await shown('/advisors');
  const numbers = [...home.matchAll(/href="([^"]+)#people">(\d+)<span class="phone"> ([^<]+)/g)];
  expect(numbers.map(([, , , words]) => words)).toEqual([
    'to call today',
    'newly red',
    'red',
    'amber',
    'to follow up',
    'without an owner',
  ]);
  for (const [, path = '', count, words] of numbers) {
    const list = await shown(path.replaceAll('&amp;', '&'));
    const found = list.includes('No one matches these filters') ? 0 : peopleIn(list);
    expect([words, found]).toEqual([words, Number(count)]);
  }
  expect(numbers.some(([, , count]) => Number(count) > 0)).toBe(true);
});

test('an auditor reads the numbers and is offered no invitation', async () => {
  const home = await shown('/advisors', await stage.cookie('auditor'));
  expect(home).toContain('3<span class="phone"> applicants</span>');
  expect(home).not.toContain('/invite');
  expect(await shown('/advisors')).toContain(`/advisors/c/${OWN}/invite`);
});

test('thirty cohorts are two pages, and a page that is none is the nearest', async () => {
  const profile = { ...TEAM.lead, zone: 'America/Chicago' };
  for (let n = 1; n < 30; n += 1) {
    const cohort = { id: `c${n}`, name: `Class ${n}` };
    await enrollAdvisor(stage.deps, { profile, role: 'lead', cohort });
  }
  const rows = (page: string) => page.match(/<th scope="row">/g)?.length;
  expect(rows(await shown('/advisors'))).toBe(25);
  expect(rows(await shown('/advisors?page=2'))).toBe(5);
  for (const page of ['0', '-1', 'x', '1.9', '']) {
    expect([page, rows(await shown(`/advisors?page=${page}`))]).toEqual([page, 25]);
  }
  expect(rows(await shown('/advisors?page=1e9'))).toBe(5);
});
