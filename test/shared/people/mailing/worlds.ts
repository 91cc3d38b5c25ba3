/** The world with some of its dates corrected. */

import type { Day } from '#shared/base/time/day.ts';
import { changedWorld } from '#shared/world/corrections/changed-world.ts';
import type { Correction } from '#shared/world/corrections/correction.ts';
import { UNCHANGED_WORLD } from '#shared/world/corrections/world-item.ts';
import type { World } from '#shared/world/world.ts';

export function correctedWorld(...corrections: Correction[]): World {
  return changedWorld({ ...UNCHANGED_WORLD, corrections });
}

const SOURCE = {
  source: 'https://www.nrmp.org/match-calendars/',
  checkedOn: '2027-02-01',
  certainty: 'official',
} as const;

/** Match Day of 2028, which the data files estimate as Fri 17 March. */
export function matchDay(day: Day): Correction {
  return { of: 'season', id: 'c1', season: 2028, event: 'match-day', day, ...SOURCE };
}

/** A host that wants applications 150 days ahead, or as many as given; Yale's page says 123. */
export function longerLead(institutionId: string, days = 150): Correction {
  return { of: 'host', id: 'c2', institutionId, field: 'leadDays', value: days, ...SOURCE };
}
