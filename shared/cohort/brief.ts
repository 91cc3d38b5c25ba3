/** The Monday brief: a week's changes in a cohort, as counts. It names nobody, since an email must contain nothing private. */
import { type Day, mondayOf, plusDays } from '#shared/base/time/day.ts';
import { dayIn, type Instant, instantAt } from '#shared/base/time/instant.ts';
import type { CaseOwner } from './acts.ts';
import { COLOR_WORDS, type Filters, PERSON_COLORS } from './report/filters.ts';
import { countOf } from './report/matches.ts';
import type { Report } from './report/report.ts';

/** On the advisor's own clock. */
const BRIEF_HOUR = '08:00';
/** A sweep that missed Monday sends it on Tuesday; from Wednesday on, it is too late. */
const BRIEF_LASTS_DAYS = 2;

/** The Monday whose brief may be sent now, and when the next one may. */
export function briefAt(
  zone: string,
  now: Instant,
): { readonly monday?: Day; readonly nextAt: Instant } {
  const today = dayIn(zone, now);
  const monday = mondayOf(today);
  const opens = instantAt(monday, BRIEF_HOUR, zone);
  if (now < opens) return { nextAt: opens };
  const nextAt = instantAt(plusDays(monday, 7), BRIEF_HOUR, zone);
  return today < plusDays(monday, BRIEF_LASTS_DAYS) ? { monday, nextAt } : { nextAt };
}

interface BriefLine {
  readonly count: number;
  readonly text: string;
  /** The list that it counts. */
  readonly filters: Filters;
}

/** A cohort on a Monday: how its people are, what was new in the week before, and what waits for advisors. */
export interface Brief {
  readonly people: number;
  /** How many are of each color, the gravest first; none are left out. */
  readonly totals: readonly BriefLine[];
  readonly newlyRed: BriefLine;
  readonly newlyLost: BriefLine;
  /** What waits for an advisor; empty lists are left out. */
  readonly waiting: readonly BriefLine[];
}

/** @param reader the advisor, whose cases are "mine" */
export function briefOf(report: Report, monday: Day, reader: CaseOwner): Brief {
  // Monday to Sunday: what comes on this morning is news of next week, and nothing is news twice.
  const [since, before] = [plusDays(monday, -7), monday];
  const line = (filters: Filters, text: string, texts: string = text): BriefLine => {
    const count = countOf(filters, report, reader);
    return { count, filters, text: `${count} ${count === 1 ? text : texts}` };
  };
  const found = (each: BriefLine) => each.count > 0;
  return {
    people: report.rows.length,
    totals: PERSON_COLORS.map((color) => line({ risk: color }, TOTAL_WORDS[color])).filter(found),
    newlyRed: line({ risk: 'red', since, before }, 'newly red'),
    newlyLost: line({ losses: since, before }, 'with a new loss'),
    waiting: [
      line({ call: 'today' }, 'to call today, before something is lost'),
      line({ case: 'follow-up' }, 'follow-up due', 'follow-ups due'),
      line({ case: 'mine' }, 'of the open cases is yours', 'of the open cases are yours'),
      line({ case: 'unowned' }, 'open case without an owner', 'open cases without an owner'),
    ].filter(found),
  };
}

/** Words that follow a number of applicants. */
const TOTAL_WORDS: typeof COLOR_WORDS = {
  ...COLOR_WORDS,
  'cannot-be-saved': 'with something lost for good',
  gray: 'with something to check',
  'no-plan': 'without a plan yet',
  over: 'with the season over',
  green: 'with nothing late or lost',
};

/** For all the cohorts together: what was new, or that nothing was. */
export function briefSubject(briefs: readonly Brief[]): string {
  const sum = (of: (brief: Brief) => number) => briefs.reduce((all, brief) => all + of(brief), 0);
  const parts = [
    [sum(({ newlyRed }) => newlyRed.count), 'newly red'],
    [sum(({ newlyLost }) => newlyLost.count), 'with a new loss'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  if (said.length > 0) return `Last week: ${said.join(', ')}`;
  const red = sum(({ totals }) => totals.find(({ filters }) => filters.risk === 'red')?.count ?? 0);
  return `Last week: no one newly red${red > 0 ? `; ${red} red now` : ''}`;
}

/** One brief per Monday. */
export function briefKey(monday: Day): string {
  return `brief|${monday}`;
}
