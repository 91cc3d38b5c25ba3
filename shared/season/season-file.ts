/** One season's file: its rows, and what must hold between them. */
import * as z from 'zod';
import { provenance } from '../provenance.ts';
import { parseRows } from '../rows.ts';
import { daySchema, partsOf, weekdayOf } from '../time/day.ts';
import type { ClockTime } from '../time/instant.ts';
import { SEASON_EVENT_NAMES, SEASON_ORDER } from './events.ts';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

export const seasonDateSchema = z
  .strictObject({
    event: z.enum(SEASON_EVENT_NAMES),
    day: daySchema,
    /** As the source writes it: two ways to say the day catch a slip in either. */
    weekday: z.string(),
    /** Only where a source states the clock time, in Eastern time. */
    timeEt: z
      .custom<ClockTime>(
        (value) => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value),
        {
          error: 'is not a clock time written HH:MM',
        },
      )
      .exactOptional(),
    ...provenance,
    note: z.string().exactOptional(),
  })
  .refine((row) => WEEKDAYS[weekdayOf(row.day)] === row.weekday, {
    error: 'is not the weekday of that day',
    path: ['weekday'],
  });
export type SeasonDate = z.infer<typeof seasonDateSchema>;

/** Throws an error that names file, line and field of every bad row, and every order that does not hold. */
export function parseSeason(season: number, rows: readonly unknown[]): SeasonDate[] {
  const file = `shared/season/seasons/${season}.json`;
  const dates = parseRows(file, seasonDateSchema, rows);
  const problems = [...doubled(dates), ...misplaced(season, dates), ...disordered(dates)];
  if (problems.length > 0) throw new Error(problems.map((each) => `${file}: ${each}`).join('\n'));
  return dates;
}

function doubled(dates: readonly SeasonDate[]): string[] {
  const seen = new Set<string>();
  return dates.flatMap(({ event }) => {
    if (seen.has(event)) return [`${event} is given twice`];
    seen.add(event);
    return [];
  });
}

/** A season runs from the June before its application to the May after its Match. */
function misplaced(season: number, dates: readonly SeasonDate[]): string[] {
  return dates
    .filter(({ day }) => ![season - 1, season].includes(partsOf(day).year))
    .map(({ event, day }) => `${event} on ${day} is outside the ${season} season`);
}

function disordered(dates: readonly SeasonDate[]): string[] {
  const ordered = SEASON_ORDER.flatMap((event) => dates.find((date) => date.event === event) ?? []);
  return ordered.flatMap((date, index) => {
    const before = ordered[index - 1];
    return before && before.day >= date.day
      ? [`${date.event} on ${date.day} is not after ${before.event} on ${before.day}`]
      : [];
  });
}
