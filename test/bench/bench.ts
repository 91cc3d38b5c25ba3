/** `npm run bench [-- --json]`: what must stay quick, as ratios: a busy machine slows both sides of each. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { openSqliteStore } from '#functions/adapters/sqlite-store.ts';
import { advisorsApp } from '#functions/advisors.ts';
import { wholeCohort } from '#functions/whole-cohort.ts';
import { runCommand } from '#infra/local/commands/run.ts';
import { success } from '#shared/base/result.ts';
import { readCsv } from '#shared/cohort/import/read-csv.ts';
import { readQuery } from '#shared/cohort/report/filters.ts';
import { reportOf } from '#shared/cohort/report/report.ts';
import { newAdvisor } from '#shared/people/advisor/advisor.ts';
import { reportPage } from '#shared/views/pages/report/report-page.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { advisorsStage } from '../functions/advisors-stage.ts';
import { agendaBench } from './agenda-bench.ts';
import { BIG_COHORT, fillCohort, SPRING } from './big-cohort.ts';
import { dayBench } from './day-bench.ts';
import { paintBench } from './paint-bench.ts';
import { shortlistBench } from './shortlist-bench.ts';

const PEOPLE = 10_000;
const ROUNDS = 5;
const QUERIES = ['', 'risk=red', 'site=Yale', 'code=C1', 'view=hosts', 'view=figures', 'page=100'];

const SHEETS: readonly [sheet: string, text: string][] = [
  ['lines of one letter', 'a\n'.repeat(1_950_000)],
  ['commas', ','.repeat(3_900_000)],
];

const store = openSqliteStore(':memory:');
const profile = { name: 'Dana', address: 'dana@example.org', zone: 'America/Chicago' };
const dana = newAdvisor({ id: 'd1', profile, role: 'lead', cohortIds: [BIG_COHORT] }, SPRING);

await runCommand('bench', async ({ json }) => {
  await fillCohort(store, PEOPLE);
  const plainMs = await leastMs(() => wholeCohort(store, BIG_COHORT));
  const measured: [bench: string, ms: number][] = [];
  for (const query of QUERIES) {
    measured.push([`report of ${PEOPLE} ?${query}`, await leastMs(() => page(query))]);
  }
  measured.push(['first byte, signed in', await firstByteMs()]);
  for (const [sheet, text] of SHEETS) {
    measured.push([`refusing 3.9 MB of ${sheet}`, await leastMs(async () => readCsv(text))]);
  }
  store.close();
  const days = dayBench();
  const agenda = agendaBench(100, 100);
  const shortlist = shortlistBench(ROUNDS);
  const paint = await paintBench();
  const results = measured.map(([bench, ms]) => ({
    bench,
    ms: Math.round(ms),
    ratio: round(ms / plainMs),
  }));
  if (json)
    return success(
      JSON.stringify({ plainMs: Math.round(plainMs), results, days, agenda, shortlist, paint }),
    );
  const lines = [
    `a plain read of the same index range: ${Math.round(plainMs)} ms`,
    ...results.map(({ bench, ms, ratio }) => `${bench}: ${ms} ms, ${ratio} times that`),
    `adding days: ${days.nanoseconds} ns, ${days.quicker} times as quick as by dates`,
    `an agenda with its standings: ${agenda.ms.toFixed(2)} ms, ${agenda.ratio.toFixed(1)} times parsing its item`,
    `the costliest shortlist known: ${shortlist.ms} ms of processor, ${round(shortlist.ratio)} times an ordinary one`,
    paint
      ? `first paint of a plan on a slow phone: ${paint.ms} ms, ${round(paint.ratio)} times an empty page’s`
      : 'first paint of a plan on a slow phone: not measured, no Chromium found',
  ];
  return success(lines.join('\n'));
});

async function page(search: string): Promise<string> {
  const query = readQuery(new URLSearchParams(search));
  if (!query.ok) throw new Error(search);
  const people = await wholeCohort(store, BIG_COHORT);
  const cohort = { id: BIG_COHORT, name: 'Match 2028' };
  const report = reportOf(cohort, people, query.value, PUBLISHED_WORLD, SPRING);
  return reportPage(report, {
    advisor: dana,
    team: [],
    cohorts: [],
    saved: { own: [], shared: [] },
    newId: () => 'u1',
  });
}

/** As an advisor's browser sees it: over HTTP, signed in, up to the first byte of the answer. */
async function firstByteMs(): Promise<number> {
  const stage = await advisorsStage({ store, clock: { now: () => SPRING } });
  const cookie = await stage.cookie('lead');
  const server = serve({ fetch: advisorsApp(stage.deps).fetch, port: 0, hostname: '127.0.0.1' });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const ms = await leastMs(async () => {
    const url = `http://127.0.0.1:${port}/advisors/c/${BIG_COHORT}?risk=red`;
    const answer = await fetch(url, { headers: { cookie } });
    if (answer.status !== 200) throw new Error(`The report answered ${answer.status}.`);
    await answer.body?.cancel();
  });
  server.close();
  return ms;
}

/** The least of a few rounds: what the work takes when nothing else does. */
async function leastMs(work: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let roundNumber = 0; roundNumber < ROUNDS; roundNumber += 1) {
    const from = performance.now();
    await work();
    least = Math.min(least, performance.now() - from);
  }
  return least;
}

function round(ratio: number): number {
  return Math.round(ratio * 10) / 10;
}
