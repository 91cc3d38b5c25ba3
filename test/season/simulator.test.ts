import { expect, test } from 'vitest';
import { openSqliteStore } from '#functions/adapters/sqlite-store.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { CALM, DEADLY, DEPLOYED, DEPLOYED_STORMY, OVER_SMTP, STORMY } from './climate.ts';
import { memoryStore } from './memory-store.ts';
import { type Season, simulate } from './simulator.ts';

/** Midnight in New York on the Monday the stories begin. */
const NOVEMBER: Instant = '2026-11-23T05:00:00.000Z';
const EIGHTEEN_MONTHS_DAYS = 548;
/** `npm test` plays the beginning of each season, and `npm run test:season` the whole. */
const SHARE = process.env.AWAY_SEASONS === 'whole' ? 1 : 0.25;

/** With the local outbox nothing is excused. */
const CLEAN = {
  missed: 0,
  duplicates: 0,
  excused: 0,
  unexplained: 0,
  afterDone: 0,
  untimely: 0,
  unclaimed: 0,
  wrongDates: 0,
  lostUpdates: 0,
  unfollowed: 0,
  contradictions: 0,
  complaints: [],
};

const { excused: _, ...CLEAN_BUT_EXCUSED } = CLEAN;

test('twenty people, eighteen months, processes killed and racing: every due nudge leaves once, in time', async () => {
  const report = await simulate(
    season({
      seed: 1,
      days: EIGHTEEN_MONTHS_DAYS,
      newsAfterDays: Math.ceil(285 * SHARE),
      climate: DEADLY,
    }),
  );
  expect(report).toMatchObject({ ...CLEAN, overtaken: 0 });
  // The weather was bad and the season full: a quiet one would prove nothing.
  expect(report.faultsInjected).toBeGreaterThan(400 * SHARE);
  expect(report.lostClaims).toBeGreaterThan(15 * SHARE);
  expect(report.nudgesSent).toBeGreaterThan(1500 * SHARE);
  expect(report.updates).toBeGreaterThan(1000 * SHARE);
  expect(report.perPersonPerDayMax).toBeLessThanOrEqual(2);
  // A digest a day in a week full of hard dates, and an urgent email now and then.
  expect(report.perPersonPerWeekMax).toBeLessThanOrEqual(8);
});

test('ports that throw and processes that sleep delay a nudge and lose none', async () => {
  const report = await simulate(season({ seed: 5, days: 150, climate: STORMY }));
  expect(report).toMatchObject(CLEAN);
  expect(report.faultsInjected).toBeGreaterThan(100 * SHARE);
});

test('deployed, with SES events, executions that die, hours left out and a release in the middle: the same', async () => {
  const report = await simulate(season({ seed: 3, days: 200, climate: DEPLOYED_STORMY }));
  expect(report).toMatchObject(CLEAN_BUT_EXCUSED);
  // The oracle judges each by itself; in this weather about one email in two hundred is such a second one.
  expect(report.excused).toBeLessThan(report.emails / 50);
  expect(report.faultsInjected).toBeGreaterThan(300 * SHARE);
  expect(report.lostClaims).toBeGreaterThan(5 * SHARE);
});

test('deployed, in fair weather, nothing is excused and every rotation is followed', async () => {
  const report = await simulate(season({ seed: 4, days: 90, climate: DEPLOYED }));
  expect(report).toMatchObject({ ...CLEAN, overtaken: 0, lostClaims: 0, faultsInjected: 0 });
  expect(report.nudgesSent).toBeGreaterThan(100 * SHARE);
});

test('an address that nobody has is tried once more, a day later, and then no more', async () => {
  const store = memoryStore();
  const email = { ...DEPLOYED.email, bounces: 0.03 };
  const report = await simulate(
    season({ seed: 6, days: 240, climate: { ...DEPLOYED, email }, store }),
  );
  expect(report).toMatchObject({ ...CLEAN, lostClaims: 0 });
  const { rows } = await store.due('2099-01-01T00:00:00.000Z', 100);
  const people = await Promise.all(rows.map(({ id }) => store.read('applicant', id)));
  const returned = people.map((person) => ({
    reach: person?.reach,
    count: person?.emails.filter(({ status }) => status === 'returned').length ?? 0,
  }));
  const bounced = returned.filter(({ reach }) => reach === 'bounced');
  expect(bounced.length).toBeGreaterThan(2);
  expect(new Set(bounced.map(({ count }) => count))).toEqual(new Set([2]));
  // Someone who has nothing left to be reminded of is not tried again.
  const others = returned.filter(({ reach }) => reach !== 'bounced');
  expect(Math.max(...others.map(({ count }) => count))).toBeLessThan(2);
  expect(report.faultsInjected).toBe(returned.reduce((sum, { count }) => sum + count, 0));
});

test('over SMTP a nudge leaves twice only where the first email’s fate was never known', async () => {
  const report = await simulate(season({ seed: 2, days: 150, climate: OVER_SMTP }));
  const { excused, ...others } = report;
  expect(others).toMatchObject({ ...CLEAN_BUT_EXCUSED, complaints: [] });
  expect(excused).toBeGreaterThan(0);
  expect(excused).toBeLessThan(report.emails / 10);
});

test('in fair weather nothing is lost, delayed or claimed in vain', async () => {
  const report = await simulate(season({ seed: 7, days: 120, climate: CALM }));
  expect(report).toMatchObject({ ...CLEAN, overtaken: 0, lostClaims: 0, faultsInjected: 0 });
  expect(report.nudgesSent).toBeGreaterThan(100 * SHARE);
});

test('SQLite and memory tell the same season, to the last count', async () => {
  const sqlite = openSqliteStore(':memory:');
  const short = { seed: 11, people: 6, days: 90, climate: DEADLY };
  const onDisk = await simulate(season({ ...short, store: sqlite }));
  sqlite.close();
  expect(onDisk).toEqual(await simulate(season(short)));
  expect(onDisk).toMatchObject(CLEAN);
  expect(onDisk.nudgesSent).toBeGreaterThan(20 * SHARE);
});

function season(of: Pick<Season, 'seed' | 'days' | 'climate'> & Partial<Season>): Season {
  const days = Math.ceil(of.days * SHARE);
  return { people: 20, start: NOVEMBER, store: memoryStore(), world: PUBLISHED_WORLD, ...of, days };
}
