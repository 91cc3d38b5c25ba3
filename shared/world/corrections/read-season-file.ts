/** A season file from outside: every problem with its file, row, field, and reason, or all of its rows. */
import * as z from 'zod';
import { failure, type Result, success } from '#shared/base/result.ts';
import { soundRows } from '#shared/base/rows.ts';
import type { Day } from '#shared/base/time/day.ts';
import { checkSeason } from '../season/check-season.ts';
import { type SeasonEvent, type SeasonRow, seasonRowSchema } from '../season/events.ts';
import { MAIN_EVENTS } from '../season/season.ts';
import { isKnownSource, isOfPublisher } from './sources.ts';

/** A season has 19 events; a file with many more rows is something else. */
const ROWS_MAX = 100;

const matchYearSchema = z.int().min(2020).max(2060);

/** None of the dates in `published` may be lost, and a past date may be only as it is known. `today`: in Eastern time. */
export function readSeasonFile(
  file: string,
  text: string,
  published: (matchYear: number) => readonly SeasonRow[],
  today: Day,
): Result<{ readonly matchYear: number; readonly rows: SeasonRow[] }, string[]> {
  const problems = (list: readonly string[]) =>
    failure(list.map((problem) => `${file}: ${problem}`));
  const json = jsonOf(text);
  if (!Array.isArray(json)) return problems(['is not a JSON array of rows']);
  if (json.length === 0) return problems(['holds no row']);
  if (json.length > ROWS_MAX) return problems([`holds more than ${ROWS_MAX} rows`]);
  const place = (index: number) => rowName(json, index);
  const { sound: rows, malformed } = soundRows(json, seasonRowSchema, place);
  if (malformed.length > 0) return problems(malformed);

  const year = matchYearSchema.safeParse(rows[0]?.season);
  if (!year.success) return problems(['row 1: season is not a Match year from 2020 to 2060']);
  const matchYear = year.data;
  const known = published(matchYear);
  const unsound = [
    ...checkSeason(matchYear, rows, place),
    ...rows.flatMap((row, index) =>
      rowProblems(row, known, today).map((problem) => `${place(index)}: ${problem}`),
    ),
    ...missing(rows, known).map((event) => `${event}: day is missing`),
  ];
  return unsound.length > 0 ? problems(unsound) : success({ matchYear, rows });
}

function rowProblems(row: SeasonRow, known: readonly SeasonRow[], today: Day): string[] {
  const before = known.find(({ event }) => event === row.event);
  const isAsKnown = before?.day === row.day;
  return [
    ...(row.day < today && !isAsKnown
      ? [`day ${row.day} is past${before ? `, and was known as ${before.day}` : ''}`]
      : []),
    ...(row.checkedOn > today ? [`checkedOn ${row.checkedOn} is in the future`] : []),
    ...(row.certainty === 'official' && !isOfPublisher(row) && row.source !== before?.source
      ? ['source is not a page of AAMC, NRMP, or ECFMG, which alone are official for a season']
      : []),
    ...(row.certainty === 'secondary' && !isKnownSource(row) && row.source !== before?.source
      ? ['source is not the address of a page']
      : []),
    ...(row.certainty === 'entered' ? ['certainty entered is for what applicants type'] : []),
  ];
}

/** The dates plans depend on, and every date that is known now: a new file never makes one unknown. */
function missing(rows: readonly SeasonRow[], known: readonly SeasonRow[]): SeasonEvent[] {
  const wanted = new Set([...MAIN_EVENTS, ...known.map(({ event }) => event)]);
  return [...wanted].filter((event) => !rows.some((row) => row.event === event));
}

function rowName(rows: readonly unknown[], index: number): string {
  const row = rows[index];
  const event = typeof row === 'object' && row !== null && 'event' in row ? row.event : undefined;
  return typeof event === 'string'
    ? `row ${index + 1} (${event.slice(0, 60)})`
    : `row ${index + 1}`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
