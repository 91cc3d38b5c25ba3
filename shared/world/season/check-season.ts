/** What must hold between the rows of one season, whatever their sources say. */
import { lineOf, repeats } from '#shared/base/rows.ts';
import { partsOf, weekdayOf } from '#shared/base/time/day.ts';
import { type SeasonEvent, type SeasonRow, WEEKDAYS } from './events.ts';

/** In each chain every event that is present comes after those before it. */
const CHAINS: readonly (readonly SeasonEvent[])[] = [
  [
    'eras-opens',
    'eras-submit-opens',
    'programs-review-opens',
    'rank-list-opens',
    'rank-list-certify-deadline',
    'match-week-starts',
    'match-day',
    'eras-closes',
  ],
  ['eras-submit-opens', 'mspe-released', 'match-day'],
  ['nrmp-registration-opens', 'nrmp-late-fee-after', 'match-day'],
  ['nrmp-registration-opens', 'nrmp-standard-registration-deadline', 'match-day'],
  ['ecfmg-pathways-open', 'ecfmg-pathways-application-deadline', 'ecfmg-pathways-close'],
  ['dec-cycle-fellowship-submit-opens', 'dec-cycle-fellowship-review-opens'],
];

/** One sentence for each problem, starting with its line; none if the season is sound. */
export function checkSeason(
  matchYear: number,
  rows: readonly SeasonRow[],
  placeOf: (index: number) => string = lineOf,
): string[] {
  return [
    ...repeats(rows, 'event', ({ event }) => event, placeOf),
    ...rows.flatMap((row, index) =>
      rowProblems(matchYear, row).map((problem) => `${placeOf(index)}: ${problem}`),
    ),
    ...CHAINS.flatMap((chain) => orderProblems(chain, rows, placeOf)),
  ];
}

function rowProblems(matchYear: number, { season, day, weekday }: SeasonRow): string[] {
  const real = WEEKDAYS[weekdayOf(day)];
  const { year } = partsOf(day);
  return [
    ...(season === matchYear ? [] : [`season is ${season}, but the file holds ${matchYear}`]),
    ...(weekday === real ? [] : [`weekday is ${weekday}, but ${day} is a ${real}`]),
    ...(year === matchYear || year === matchYear - 1
      ? []
      : [`day ${day} is not in ${matchYear - 1} or ${matchYear}`]),
  ];
}

function orderProblems(
  chain: readonly SeasonEvent[],
  rows: readonly SeasonRow[],
  placeOf: (index: number) => string,
): string[] {
  const present = chain.flatMap((event) => rows.filter((row) => row.event === event));
  return present.flatMap((row, index) => {
    const before = present[index - 1];
    if (!before || before.event === row.event || before.day < row.day) return [];
    const place = placeOf(rows.indexOf(row));
    return [
      `${place}: day of ${row.event} is ${row.day}, not after ${before.event} (${before.day})`,
    ];
  });
}
