/** The world as one cohort sees it now: this release's data files with the changes made since. */
import { weekdayOf } from '#shared/base/time/day.ts';
import type { Institution } from '../programs/institution.ts';
import type { Provenance } from '../provenance.ts';
import { type Calendar, PUBLISHED_CALENDAR } from '../season/published.ts';
import { type Season, seasonOf } from '../season/season.ts';
import { type SeasonRow, WEEKDAYS } from '../season/season-row.ts';
import { PUBLISHED_WORLD, type World } from '../world.ts';
import type { HostCorrection, SeasonCorrection } from './correction.ts';
import { asSeen, isSeenBy } from './unconfirmed.ts';
import type { WorldItem } from './world-item.ts';

/**
 * The published world with the seasons added here and every correction that this cohort sees; without a cohort, those
 * that apply to everyone. If two change one date, the newer wins.
 */
export function changedWorld(item: WorldItem, cohortId?: string): World {
  const { seasons } = item;
  const corrections = item.corrections.filter((each) => isSeenBy(each, cohortId)).map(asSeen);
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
    host: (institutionId, mode) => {
      const host = PUBLISHED_WORLD.host(institutionId, mode);
      return (
        host &&
        ofHosts
          .filter((each) => PUBLISHED_WORLD.host(each.institutionId)?.id === host.id)
          .reduce(correctedHost, host)
      );
    },
  };
}

/** The rows of a season for a cohort, or for everyone, with corrections. */
export function rowsOf(
  item: WorldItem,
  matchYear: number,
  cohortId?: string,
): readonly SeasonRow[] {
  const put = item.seasons.find((season) => season.matchYear === matchYear)?.rows;
  const base = put ?? PUBLISHED_CALENDAR.get(matchYear) ?? [];
  const corrections = item.corrections.flatMap((each) =>
    each.of === 'season' && each.season === matchYear && isSeenBy(each, cohortId) ? [each] : [],
  );
  return correctedCalendar(new Map([[matchYear, base]]), corrections).get(matchYear) ?? [];
}

/** Corrected rows replace those they correct; a date that was not known is added. */
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

function rowOf({ of: _, id: __, unconfirmed: ___, ...stated }: SeasonCorrection): SeasonRow {
  return { ...stated, weekday: WEEKDAYS[weekdayOf(stated.day)] ?? 'Sun' };
}

function correctedHost(host: Institution, correction: HostCorrection): Institution {
  const { field, days, source, checkedOn, certainty } = correction;
  const provenance: Provenance = { source, checkedOn, certainty };
  const { offering } = host;
  const read = { ...offering.read, [READ_AS[field]]: [{ before: { days } }] };
  return {
    ...host,
    offering: { ...offering, read },
    [field]: days,
    corrected: { ...host.corrected, [field]: provenance },
  };
}

/** Where gates and dates read what is corrected. */
const READ_AS = { leadDays: 'deadline', documentsLeadDays: 'documents' } as const;
