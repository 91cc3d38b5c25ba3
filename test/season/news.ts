/**
 * A date of the season that moves while the season runs: corrected through the real door, then walked to everybody by the
 * real walk, as every sweep of the product begins with it.
 */
import { changeWorld } from '#functions/change-world.ts';
import { type ReplanReport, replan } from '#functions/replan.ts';
import { plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import type { Store } from '#shared/store/store.ts';
import { correct } from '#shared/world/corrections/change-world.ts';
import { changedWorld } from '#shared/world/corrections/changed-world.ts';
import type { World } from '#shared/world/world.ts';
import type { Process } from './faults.ts';

export interface News {
  /** The world as it is at any time: another object once the date has moved, as every reader of the world gets one. */
  worldFor(): World;
  /** Programs review a week later than was known. */
  breaks(now: Instant): Promise<void>;
  /** True from then on until the walk is over. */
  isSpreading(): boolean;
  /** A sweep's share of the walk. */
  spread(process: Process): Promise<void>;
}

const EVENT = 'programs-review-opens';
export const LATER_DAYS = 7;

export function newsOf(published: World, store: Store, season: number): News {
  let present = published;
  let state: ReplanReport['state'] = 'idle';
  return {
    worldFor: () => present,
    async breaks(now) {
      const date = present.season(season).dates[EVENT];
      if (!date) throw new Error(`The ${season} season has no ${EVENT}.`);
      const { timeEt } = date;
      const correction = {
        of: 'season',
        id: 'news',
        season,
        event: EVENT,
        day: plusDays(date.day, LATER_DAYS),
        ...(timeEt && { timeEt }),
        source: 'https://students-residents.aamc.org/',
        checkedOn: dayIn(EASTERN, now),
        certainty: 'official',
      } as const;
      const why = { id: 'news', by: 'Dana', reason: 'published today' };
      const changed = await changeWorld({ store, clock: { now: () => now } }, (item) =>
        correct(item, correction, why, now),
      );
      if (!changed.ok) throw new Error(changed.failure.message);
      present = changedWorld(changed.value);
      state = 'noticed';
    },
    isSpreading: () => state !== 'idle' && state !== 'done',
    async spread({ store: own, clock }) {
      state = (await replan({ store: own, clock, release: 'season' })).state;
    },
  };
}
