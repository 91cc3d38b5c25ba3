/**
 * A part of a season's people, simulated in a worker of its own: nobody's plan touches another's, so a season is as many
 * villages as it needs. How many run at once changes nothing of what happens in them.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { Instant } from '#shared/base/time/instant.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { type Chronicle, chronicler } from './chronicle.ts';
import { DEPLOYED, DEPLOYED_STORMY } from './climate.ts';
import { memoryStore } from './memory-store.ts';
import { type SeasonReport, simulate } from './simulator.ts';

export interface VillageOrder {
  readonly seed: number;
  readonly people: number;
  /** How many live in the villages before this one. */
  readonly from: number;
  readonly start: Instant;
  readonly days: number;
  readonly matchYear: number;
  readonly faults: boolean;
}

export type VillageWord =
  | { readonly says: 'day'; readonly day: number }
  | { readonly says: 'over'; readonly report: SeasonReport; readonly chronicle: Chronicle };

/** In September, when letters and applications are near the date that moves. */
const NEWS_AFTER_DAYS = 285;

/** The person whose life is drawn. */
const WHOM = 'alice';

export async function village(
  order: VillageOrder,
  dayPassed: (day: number) => void = () => {},
): Promise<{ report: SeasonReport; chronicle: Chronicle }> {
  const { faults, ...season } = order;
  const reported = chronicler(order.start, order.days, WHOM);
  const report = await simulate({
    ...season,
    climate: faults ? DEPLOYED_STORMY : DEPLOYED,
    store: memoryStore(),
    world: PUBLISHED_WORLD,
    newsAfterDays: NEWS_AFTER_DAYS,
    witness: reported,
    dayPassed,
  });
  return { report, chronicle: reported.chronicle() };
}

if (parentPort) {
  const port = parentPort;
  const post = (word: VillageWord): void => port.postMessage(word);
  const done = await village(workerData as VillageOrder, (day) => post({ says: 'day', day }));
  post({ says: 'over', ...done });
}
