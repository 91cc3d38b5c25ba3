/** What the demo's stories hang on, from the moment it begins. */

import { partsOf, plusDays, plusMonths } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { seasonOf } from '#shared/world/season/season.ts';
import type { DemoStart } from './story.ts';

const MONTHS_TO_SUBMISSION_MIN = 6;

export function demoStart(at: Instant): DemoStart {
  const today = dayIn(EASTERN, at);
  const { year } = partsOf(today);
  // A Match year's ERAS opens and submits in the year before it.
  const years = [year, year + 1, year + 2];
  const aheadFrom = plusMonths(today, MONTHS_TO_SUBMISSION_MIN);
  const isAhead = (match: number) => dayOfEvent(match, 'eras-submit-opens') >= aheadFrom;
  const hasOpened = (match: number) => dayOfEvent(match, 'eras-opens') <= today;
  return {
    day: (offsetDays) => plusDays(today, offsetDays),
    nextMatch: years.find(isAhead) ?? year + 2,
    presentMatch: years.findLast(hasOpened) ?? year,
  };
}

function dayOfEvent(match: number, event: 'eras-opens' | 'eras-submit-opens') {
  const date = seasonOf(match).dates[event];
  if (!date) throw new Error(`The season of Match ${match} has no ${event}.`);
  return date.day;
}
