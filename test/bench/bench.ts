/** `npm run bench [-- --json]`: what must stay quick, as ratios: a busy machine slows both sides of each. */
import { openSqliteStore } from '../../functions/adapters/sqlite-store.ts';
import { wholeCohort } from '../../functions/whole-cohort.ts';
import { newAdvisor } from '../../shared/access/advisor.ts';
import { readQuery } from '../../shared/cohort/report/filters.ts';
import { reportOf } from '../../shared/cohort/report/report.ts';
import { reportPage } from '../../shared/web/report/report-page.ts';
import { PUBLISHED_WORLD } from '../../shared/world.ts';
import { BIG_COHORT, fillCohort, SPRING } from './big-cohort.ts';

const PEOPLE = 10_000;
const ROUNDS = 5;
const QUERIES = ['', 'risk=red', 'site=Yale', 'code=C1', 'view=hosts', 'page=100'];

const store = openSqliteStore(':memory:');
await fillCohort(store, PEOPLE);
const profile = { name: 'Dana', address: 'dana@example.org', zone: 'America/Chicago' };
const dana = newAdvisor({ id: 'd1', profile, role: 'lead', cohortIds: [BIG_COHORT] }, SPRING);

const plainMs = await leastMs(() => wholeCohort(store, BIG_COHORT));
const results: { bench: string; ms: number; ratio: number }[] = [];
for (const query of QUERIES) {
  const ms = await leastMs(() => page(query));
  results.push({
    bench: `report of ${PEOPLE} ?${query}`,
    ms: Math.round(ms),
    ratio: round(ms / plainMs),
  });
}
store.close();

if (process.argv.includes('--json'))
  console.log(JSON.stringify({ plainMs: Math.round(plainMs), results }));
else {
  console.log(`a plain read of the same index range: ${Math.round(plainMs)} ms`);
  for (const { bench, ms, ratio } of results)
    console.log(`${bench}: ${ms} ms, ${ratio} times that`);
}

async function page(search: string): Promise<string> {
  const query = readQuery(new URLSearchParams(search));
  if (!query.ok) throw new Error(search);
  const people = await wholeCohort(store, BIG_COHORT);
  const cohort = { id: BIG_COHORT, name: 'Match 2028' };
  return reportPage(reportOf(cohort, people, query.value, PUBLISHED_WORLD, SPRING, 'Dana'), dana);
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
