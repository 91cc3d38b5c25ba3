/** A cohort in the list of an advisor's cohorts: how many wait, each counted as the report's list counts it. */
import type { Day } from '#shared/base/time/day.ts';
import type { Cohort } from '../cohort.ts';
import type { Filters } from './filters.ts';
import { lastMonday } from './first-screen.ts';
import { matcher } from './matches.ts';
import type { Report } from './report.ts';

export interface CohortLine {
  readonly cohort: Pick<Cohort, 'id' | 'name'>;
  readonly people: number;
  readonly figures: readonly {
    readonly words: string;
    readonly count: number;
    /** The list that it counts. */
    readonly filters: Filters;
  }[];
}

export function cohortLine({ cohort, rows, people, today }: Report): CohortLine {
  const figures = figuresOn(today).map(([words, filters]) => ({
    words,
    filters,
    count: rows.filter(matcher(filters, today, rows)).length,
  }));
  return { cohort, people, figures };
}

/** The same words for every cohort. */
function figuresOn(today: Day): readonly (readonly [words: string, filters: Filters])[] {
  return [
    ['to call today', { call: 'today' }],
    ['newly red', { risk: 'red', since: lastMonday(today) }],
    ['red', { risk: 'red' }],
    ['amber', { risk: 'amber' }],
    ['to follow up', { case: 'follow-up' }],
    ['without an owner', { case: 'unowned' }],
  ];
}
