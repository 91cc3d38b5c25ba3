/** All villages of a season, as many at once as the machine has processors. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { DAY_MS, EASTERN, type Instant, plusMs, startOfDay } from '#shared/base/time/instant.ts';
import type { Chronicle } from './chronicle.ts';
import { randomOf } from './random.ts';
import type { SeasonReport } from './simulator.ts';
import type { VillageOrder, VillageWord } from './village.ts';

interface CountryOrder {
  readonly applicants: number;
  readonly season: number;
  readonly seed: number;
  readonly faults: boolean;
}

interface CountryDone {
  readonly villages: readonly { report: SeasonReport; chronicle: Chronicle }[];
}

/** More than one page of the due index holds, so that a sweep has to turn pages. */
const VILLAGE_PEOPLE = 125;
const DAYS = 548;

/** The first plans are made eighteen months before the Match; the letters are done a few weeks after it. */
export function spanOf(season: number): { start: Instant; end: Instant } {
  const start = startOfDay(`${season - 2}-11-23`, EASTERN);
  return { start, end: plusMs(start, DAYS * DAY_MS) };
}

/** The villages of a season: the same for the same order, on any machine. */
export function villagesOf({ applicants, season, seed, faults }: CountryOrder): VillageOrder[] {
  const random = randomOf(seed);
  const { start } = spanOf(season);
  return Array.from({ length: Math.ceil(applicants / VILLAGE_PEOPLE) }, (_, index) => {
    const from = index * VILLAGE_PEOPLE;
    return {
      seed: random.between(0, 2 ** 31),
      people: Math.min(VILLAGE_PEOPLE, applicants - from),
      from,
      start,
      days: DAYS,
      matchYear: season,
      faults,
    };
  });
}

/** @param progress told of the share of all virtual days that is over, in [0, 1] */
export async function runCountry(
  order: CountryOrder,
  progress: (share: number) => void,
): Promise<CountryDone> {
  const orders = villagesOf(order);
  const days = orders.map(() => 0);
  const done: { report: SeasonReport; chronicle: Chronicle }[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < orders.length; index = next++) {
      const village = orders[index];
      if (!village) return;
      done[index] = await runVillage(village, (day) => {
        days[index] = day;
        progress(days.reduce((sum, each) => sum + each, 0) / (orders.length * DAYS));
      });
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  return { villages: done };
}

function runVillage(
  order: VillageOrder,
  dayPassed: (day: number) => void,
): Promise<{ report: SeasonReport; chronicle: Chronicle }> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./village.ts', import.meta.url), { workerData: order });
    worker.on('message', (word: VillageWord) => {
      if (word.says === 'day') dayPassed(word.day);
      else resolve({ report: word.report, chronicle: word.chronicle });
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('A village ended without a word.')));
  });
}
