/** What a chart's bar counts in each row. The list behind the bar uses the same counts. */
import { plusDays } from '#shared/base/time/day.ts';
import { isInEras } from '#shared/plan/facts/letter.ts';
import { type FilterName, type Filters, valuesOf } from './filters.ts';
import { reachedStep, wasLostAt } from './funnel.ts';
import { hardDays, type ReportRow, rotationsOf } from './row.ts';

interface Things {
  readonly one: string;

  count(row: ReportRow, filters: Filters): number;
}

/** Filters that count things, not people. */
export const THINGS = {
  step: {
    one: 'rotation',
    count: (row, filters) => {
      const steps = valuesOf('step', filters);
      return rotationsOf(row).filter(({ stage }) => steps.includes(stage)).length;
    },
  },
  week: {
    one: 'deadline',
    count: (row, { week = '9999-12-31' }) => {
      const until = plusDays(week, 7);
      return hardDays(row).filter((day) => day >= week && day < until).length;
    },
  },
  letters: { one: 'letter', count: plannedLetters },
  arrived: { one: 'letter', count: plannedLetters },
  rung: { one: 'email', count: emails },
  followed: { one: 'email', count: emails },
  funnel: {
    one: 'rotation',
    count: (row, { funnel = 'identify' }) =>
      rotationsOf(row).filter((rotation) => reachedStep(rotation, funnel)).length,
  },
  lost: {
    one: 'rotation',
    count: (row, { lost }) =>
      rotationsOf(row).filter((rotation) => wasLostAt(rotation) === lost).length,
  },
} satisfies Partial<Record<FilterName, Things>>;

/** One per confirmed rotation, by the month in which it is due. */
function plannedLetters(row: ReportRow, { letters = '', arrived }: Filters): number {
  return rotationsOf(row).filter(
    (rotation) =>
      rotation.outlook?.letterDueOn?.startsWith(letters) &&
      (arrived === undefined || rotation.letters.some(isInEras) === (arrived === 'yes')),
  ).length;
}

function emails({ of }: ReportRow, { rung, followed }: Filters): number {
  return Object.entries(of.outlook?.followed ?? {})
    .filter(([name]) => rung === undefined || name === rung)
    .map(([, [sent, acted]]) =>
      followed === undefined ? sent : followed === 'yes' ? acted : sent - acted,
    )
    .reduce((sum, count) => sum + count, 0);
}

/** `14 rotations` for a filter that counts things; undefined for one that counts people. */
export function thingsOf(
  name: FilterName,
  filters: Filters,
  rows: readonly ReportRow[],
): { readonly count: number; readonly one: string } | undefined {
  const things: Things | undefined = (THINGS as Partial<Record<FilterName, Things>>)[name];
  if (!things) return undefined;
  const count = rows.reduce((sum, row) => sum + things.count(row, filters), 0);
  return { count, one: things.one };
}
