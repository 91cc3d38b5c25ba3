/** The world as it is now: this release's data files, and over them what was changed since. */

import { weekdayOf } from '#shared/base/time/day.ts';
import type { Institution } from '../programs/institution.ts';
import type { Provenance } from '../provenance.ts';
import { type Calendar, PUBLISHED_CALENDAR } from '../season/published.ts';
import { type Season, seasonOf } from '../season/season.ts';
import { type SeasonRow, WEEKDAYS } from '../season/season-row.ts';
import { PUBLISHED_WORLD, type World } from '../world.ts';
import type { HostCorrection, SeasonCorrection } from './correction.ts';
import type { WorldItem } from './world-item.ts';

/** The published world with the seasons added here and every correction that stands. */
export function changedWorld({ seasons, corrections }: WorldItem): World {
  if (seasons.length === 0 && corrections.length === 0) return PUBLISHED_WORLD;
  const ofSeasons = corrections.flatMap((each) => (each.of === 'season' ? [each] : []));
  const ofHosts = corrections.flatMap((each) => (each.of === 'host' ? [each] : []));
  const calendar = correctedCalendar(
    new Map([
      ...PUBLISHED_CALENDAR,
      ...seasons.map(({ matchYear, rows }) => [matchYear, rows] as const),
    ]),
    ofSeasons,
  );
  const known = new Map<number, Season>();
  return {
    ...PUBLISHED_WORLD,
    season: (matchYear) => {
      const season = known.get(matchYear) ?? seasonOf(matchYear, calendar);
      known.set(matchYear, season);
      return season;
    },
    host: (institutionId) => {
      const host = PUBLISHED_WORLD.host(institutionId);
      return (
        host && ofHosts.filter((each) => each.institutionId === host.id).reduce(correctedHost, host)
      );
    },
  };
}

/** Corrected rows in place of those they correct, or beside them where a date was not known. */
export function correctedCalendar(
  calendar: Calendar,
  corrections: readonly SeasonCorrection[],
): Calendar {
  const corrected = new Map(calendar);
  for (const correction of corrections) {
    const { season, event } = correction;
    const others = (corrected.get(season) ?? []).filter((row) => row.event !== event);
    corrected.set(season, [...others, rowOf(correction)]);
  }
  return corrected;
}

function rowOf({ of: _, id: __, ...stated }: SeasonCorrection): SeasonRow {
  return { ...stated, weekday: WEEKDAYS[weekdayOf(stated.day)] ?? 'Sun' };
}

function correctedHost(host: Institution, correction: HostCorrection): Institution {
  const { field, days, source, checkedOn, certainty } = correction;
  const provenance: Provenance = { source, checkedOn, certainty };
  return { ...host, [field]: days, corrected: { ...host.corrected, [field]: provenance } };
}
