/** The seasons that this release has data for. A new season is one file and its two lines here. */
import { parseRows } from '#shared/base/rows.ts';
import { checkSeason } from './check-season.ts';
import { type SeasonRow, seasonRowSchema } from './season-row.ts';
import season2023 from './seasons/2023.json' with { type: 'json' };
import season2024 from './seasons/2024.json' with { type: 'json' };
import season2025 from './seasons/2025.json' with { type: 'json' };
import season2026 from './seasons/2026.json' with { type: 'json' };
import season2027 from './seasons/2027.json' with { type: 'json' };
import season2028 from './seasons/2028.json' with { type: 'json' };

/** Rows by Match year. */
export type Calendar = ReadonlyMap<number, readonly SeasonRow[]>;

export function readSeason(matchYear: number, rows: unknown): SeasonRow[] {
  const file = `shared/world/season/seasons/${matchYear}.json`;
  return parseRows(file, seasonRowSchema, rows, (sound) => checkSeason(matchYear, sound));
}

export const PUBLISHED_CALENDAR: Calendar = new Map([
  [2023, readSeason(2023, season2023)],
  [2024, readSeason(2024, season2024)],
  [2025, readSeason(2025, season2025)],
  [2026, readSeason(2026, season2026)],
  [2027, readSeason(2027, season2027)],
  [2028, readSeason(2028, season2028)],
]);
