/** What the command prints, and what makes it fail. */
import { describe, expect, test } from 'vitest';
import { villagesOf } from './country.ts';
import { FORBIDDEN, failingsOf, outcomeOf } from './outcome.ts';
import { seasonPage } from './picture/season-page.ts';
import type { SeasonReport } from './simulator.ts';
import { village } from './village.ts';

const [SMALL] = villagesOf({ applicants: 4, season: 2028, seed: 7, faults: true });
if (!SMALL) throw new Error('No village.');
const order = { ...SMALL, days: 40 };

describe('a season of one small village', () => {
  test('is the same again for the same seed, and another for another', async () => {
    const first = await village(order);
    expect(await village(order)).toEqual(first);
    expect(first.report.emails).toBeGreaterThan(5);
    expect(await village({ ...order, seed: order.seed + 1 })).not.toEqual(first);
  });

  test('is drawn: its emails a week, one applicant’s rotations, its figures', async () => {
    const { report, chronicle } = await village(order);
    const outcome = outcomeOf({ season: 2028, seed: 7, seconds: 1 }, [report]);
    const page = seasonPage(outcome, [chronicle], order.start, '2027-01-02T05:00:00.000Z');
    expect(page).toContain('Passed: none of duplicates');
    expect(page).toContain(`digest: ${sumOf(chronicle.weeks.digest)}`);
    expect(sumOf(chronicle.weeks.digest)).toBeGreaterThan(3);
    expect(page).toContain('The season of Alice');
    expect(page.match(/class="stage /g)?.length).toBeGreaterThan(6);
  });
});

describe('an outcome', () => {
  test('sums its villages, and passes while nothing forbidden happened', async () => {
    const { report } = await village(order);
    const outcome = outcomeOf({ season: 2028, seed: 7, seconds: 1 }, [report, report]);
    expect(outcome).toMatchObject({ applicants: 8, emails: 2 * report.emails });
    expect(outcome.perPersonPerDayMax).toBe(report.perPersonPerDayMax);
    expect(outcome.perPersonPerWeekMax).toBe(report.perPersonPerWeekMax);
    expect(failingsOf(outcome)).toEqual([]);
  });

  test('names what one person gets and the fewest that would do, for those who act and those who do not', async () => {
    const { report } = await village({ ...order, days: 1 });
    const count = { emails: 0, fewest: 0, matters: 10, weeksOverThree: 0 };
    const persons = [
      { ...count, id: 'alice', emails: 9, fewest: 7, weeksOverThree: 1 },
      { ...count, id: 'bob', emails: 12, fewest: 12 },
      { ...count, id: 'ivan', emails: 4, fewest: 3, weeksOverThree: 1 },
    ];
    const one: SeasonReport = { ...report, persons, passive: ['ivan'] };
    expect(outcomeOf({ season: 2028, seed: 7, seconds: 1 }, [one])).toMatchObject({
      ...{ passiveMedian: 4, passiveMost: 4, passiveFewestMedian: 3, passiveFewestMost: 3 },
      ...{ activeMedian: 12, activeMost: 12, activeFewestMedian: 12, activeFewestMost: 12 },
      ...{ passivePerMatter: 0.4, activePerMatter: 1.05, weeksOverThree: 2 },
    });
  });

  test.each(FORBIDDEN)('fails for one %s in one village', async (name) => {
    const { report } = await village({ ...order, days: 1 });
    const spoilt: SeasonReport = { ...report, [name]: 1 };
    const outcome = outcomeOf({ season: 2028, seed: 7, seconds: 1 }, [report, spoilt]);
    expect(failingsOf(outcome)).toEqual([`${name}: 1`]);
  });
});

describe('villages', () => {
  test('hold every applicant once, each with a seed of its own', () => {
    const villages = villagesOf({ applicants: 500, season: 2028, seed: 7, faults: true });
    expect(villages.map(({ people }) => people).reduce((sum, people) => sum + people)).toBe(500);
    expect(villages.map(({ from }) => from)).toEqual([0, 125, 250, 375]);
    expect(new Set(villages.map(({ seed }) => seed)).size).toBe(4);
  });

  test('begin eighteen months before the Match of their season is over', () => {
    const [first] = villagesOf({ applicants: 1, season: 2029, seed: 1, faults: false });
    expect(first).toMatchObject({ start: '2027-11-23T05:00:00.000Z', days: 548, people: 1 });
  });
});

function sumOf(counts: readonly number[] = []): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
