/** A report’s filters in its address: a bookmark or a saved view shows the same list again. */
import * as z from 'zod';
import { cohortPaths } from '#shared/base/links/advisor-paths.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { lineSchema } from '#shared/base/text.ts';
import { daySchema } from '#shared/base/time/day.ts';
import { RISK_CODES, type RiskLevel } from '#shared/people/casework/codes.ts';
import { STAGE_NAMES } from '#shared/plan/facts/stage-names.ts';
import { FURTHEST_STEPS } from '#shared/plan/rotation/track.ts';
import { entrySchema, pathwaySchema } from '#shared/world/vocabulary.ts';

/** More pages than any cohort fills. */
const REPORT_PAGES_MAX = 2000;

export const VIEWS = ['people', 'writers', 'hosts', 'figures', 'meeting'] as const;
/** Rows of a page: the table is under three screens with the fewer. */
const PAGE_ROWS = ['25', '50'] as const;
export const SORTS = ['risk', 'name', 'deadline', 'slack', 'step', 'silence'] as const;
export const HOLDERS = ['applicant', 'writer', 'host', 'home-school', 'visa', 'external'] as const;
/** The colors of people: beside those of matters, a plan that has none is not therefore on track. Best last. */
export type PersonColor = RiskLevel | 'unreachable' | 'no-plan' | 'not-visited' | 'over' | 'green';

export const COLOR_WORDS: Readonly<Record<PersonColor, string>> = {
  red: 'red',
  'cannot-be-saved': 'cannot be saved',
  amber: 'amber',
  outside: 'held up by others',
  gray: 'to check',
  unreachable: 'not reached',
  'no-plan': 'no plan yet',
  'not-visited': 'not checked yet',
  over: 'season over',
  green: 'nothing late or lost',
};
export const PERSON_COLORS = Object.keys(COLOR_WORDS) as PersonColor[];

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'is not a month written YYYY-MM' });

/** Filters of several values, any of which will do: one or more of these, joined by commas. */
function anyOf<const Value extends string>(values: readonly Value[]) {
  const isOne = (each: string) => values.some((value) => value === each);
  return z
    .custom<Value | `${Value},${string}`>(
      (given) => typeof given === 'string' && given.split(',').every(isOne),
      {
        error: 'is not one of its choices',
      },
    )
    .meta({ separator: ',' });
}

/** A name may hold a comma: each is in a line of its own. */
const names = z
  .string()
  .transform((given) => given.split('\n'))
  .pipe(z.array(lineSchema))
  .transform((lines) => lines.join('\n'))
  .meta({ separator: '\n' });

const FILTERS = {
  /** Chosen one by one, by ID. */
  person: z
    .string()
    .regex(/^[\w-]{1,64}(,[\w-]{1,64}){0,499}$/, { error: 'is no list of people' })
    .meta({ separator: ',' }),
  /** Part of a name, an address, or a host's name. */
  find: lineSchema,
  risk: anyOf(PERSON_COLORS),
  code: anyOf(RISK_CODES),
  /** The applicant came to this color, or to this reason, on or after this day. */
  since: daySchema,
  /** Something was lost for good on or after this day. */
  losses: daySchema,
  /** Both of these end before this day. */
  before: daySchema,
  /** Something that can still be saved is to be talked about today. */
  call: z.enum(['today']),
  case: anyOf(['open', 'mine', 'unowned', 'follow-up']),
  /** The last case was closed on or after this day. */
  closed: daySchema,
  step: anyOf(STAGE_NAMES),
  waiting: anyOf(HOLDERS),
  img: z.enum(['enrolled', 'graduate']),
  pathway: anyOf(pathwaySchema.options),
  entry: anyOf([...entrySchema.options, 'unknown']),
  season: z
    .string()
    .regex(/^20[2-6]\d(,20[2-6]\d)*$/, { error: 'is not a Match year' })
    .meta({ separator: ',' }),
  /** A hard deadline within this many days, or overdue. */
  due: z.enum(['7', '21', '30', '90']),
  /** A hard deadline in the week from this Monday on. */
  week: daySchema,
  /** A rotation that starts within 30 days. */
  starts: z.enum(['30']),
  /** A letter that is due in ERAS this month. */
  letters: month,
  /** Whether these letters are in ERAS. */
  arrived: z.enum(['yes', 'no']),
  /** An email at this rung at least a week ago. */
  rung: z.string().regex(/^[a-z0-9+-]{1,20}$/, { error: 'is not a rung' }),
  /** Whether an update followed these emails within seven days. */
  followed: z.enum(['yes', 'no']),
  reached: z.enum(['no']),
  funnel: z.enum(FURTHEST_STEPS),
  /** Rejected, withdrawn, or missed after this step. */
  lost: z.enum(FURTHEST_STEPS),
  site: names,
  writer: names,
  /** Every letter by the writer of this one, named `<applicant>.<letter>`. */
  letter: z.string().regex(/^[\w-]{1,64}\.[\w-]{1,64}$/, { error: 'is not a letter of this list' }),
  advisor: names,
} as const;
export type FilterName = keyof typeof FILTERS;

export const FILTER_NAMES = Object.keys(FILTERS) as FilterName[];

const querySchema = z.strictObject({
  ...Object.fromEntries(FILTER_NAMES.map((name) => [name, FILTERS[name].exactOptional()])),
  view: z.enum(VIEWS).exactOptional(),
  sort: z.enum(SORTS).exactOptional(),
  rows: z.enum(PAGE_ROWS).exactOptional(),
  page: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, { error: 'is not a page' })
    .transform(Number)
    .pipe(z.int().max(REPORT_PAGES_MAX))
    .exactOptional(),
});

export type Filters = { readonly [Name in FilterName]?: z.infer<(typeof FILTERS)[Name]> };

export interface ReportQuery {
  readonly filters: Filters;
  readonly view: (typeof VIEWS)[number];
  readonly sort: (typeof SORTS)[number];
  readonly rows?: (typeof PAGE_ROWS)[number];
  /** From 1. */
  readonly page: number;
}

export const EVERYONE: ReportQuery = { filters: {}, view: 'people', sort: 'risk', page: 1 };

export interface QueryProblem {
  readonly field: string;
  readonly message: string;
}

/** Splits off unknown parameters, such as tracking marks, which must not change a list. */
export function knownOf(params: URLSearchParams): { known: URLSearchParams; unknown: string[] } {
  const isKnown = (name: string) => Object.hasOwn(querySchema.shape, name);
  const unknown = new Set([...params.keys()].filter((name) => !isKnown(name)));
  return {
    known: new URLSearchParams([...params].filter(([name]) => isKnown(name))),
    unknown: [...unknown].slice(0, UNKNOWN_SHOWN_MAX).map(shown),
  };
}

/** Refuses, by name, any parameter that is not a filter or is given twice. */
export function readQuery(params: URLSearchParams): Result<ReportQuery, QueryProblem[]> {
  const single = [...params.keys()].filter((name) => !separatorOf(name));
  const doubled = single.filter((name, index) => single.indexOf(name) !== index);
  if (doubled.length > 0) {
    return failure(
      doubled.map((field) => ({ field: shown(field), message: `${shown(field)} is given twice.` })),
    );
  }
  // A form sends its empty fields too: they filter nothing.
  const filled = [...params].filter(([, value]) => value !== '');
  const given = Object.fromEntries(
    [...Map.groupBy(filled, ([name]) => name)].map(([name, each]) => {
      const separator = separatorOf(name) ?? '\n';
      const values = each.flatMap(([, one]) => one.split(separator));
      return [name, [...new Set(values)].join(separator)];
    }),
  );
  const parsed = querySchema.safeParse(given);
  if (!parsed.success) {
    return failure(
      parsed.error.issues.map((issue) => {
        const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
        const field = shown(unknown ?? String(issue.path[0]));
        if (unknown) return { field, message: `${field} is not a filter of this report.` };
        const reason = issue.code === 'invalid_value' ? 'is not one of its choices' : issue.message;
        return { field, message: `The filter ${field} ${reason}.` };
      }),
    );
  }
  const { view = 'people', sort = 'risk', page = 1, rows, ...filters } = parsed.data;
  return success({ view, sort, page, ...(rows && { rows }), filters: filters as Filters });
}

/** In a fixed order, so that the same view has the same address. */
export function writeQuery({ filters, view, sort, page, rows }: ReportQuery): string {
  const params = new URLSearchParams();
  for (const name of FILTER_NAMES) {
    const value = filters[name];
    if (value === undefined) continue;
    const lines = separatorOf(name) === ',' ? [value] : value.split('\n');
    for (const each of lines) params.append(name, each);
  }
  if (view !== 'people') params.set('view', view);
  if (sort !== 'risk') params.set('sort', sort);
  if (rows) params.set('rows', rows);
  if (page > 1) params.set('page', String(page));
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** Where a report's list begins on its page. */
export function listPath(cohortId: string, query: ReportQuery): string {
  return `${cohortPaths(cohortId).report}${writeQuery(query)}#people`;
}

export function narrowed(query: ReportQuery, more: Filters): ReportQuery {
  return { ...query, view: 'people', filters: { ...query.filters, ...more }, page: 1 };
}

/** A filter's values, each by itself. */
export function valuesOf(name: FilterName, filters: Filters): string[] {
  const value = filters[name];
  return value === undefined ? [] : value.split(separatorOf(name) ?? '\n');
}

const SEPARATORS = new Map<string, string | undefined>(
  FILTER_NAMES.map((name) => [name, FILTERS[name].meta()?.separator as string | undefined]),
);

/** Undefined for a filter of one value, and for what is no filter. */
function separatorOf(name: string): string | undefined {
  return SEPARATORS.get(name);
}

export function takesSeveral(name: FilterName): boolean {
  return separatorOf(name) !== undefined;
}

/** With this value of the filter where it was without, and the other way around. */
export function toggled(query: ReportQuery, name: FilterName, value: string): ReportQuery {
  const others = valuesOf(name, query.filters).filter((each) => each !== value);
  const isOn = others.length < valuesOf(name, query.filters).length;
  const values = (isOn ? others : [...others, value]).join(separatorOf(name) ?? ',');
  return values === '' ? widened(query, name) : narrowed(query, { [name]: values });
}

export function widened(query: ReportQuery, name: FilterName): ReportQuery {
  const { [name]: _, ...filters } = query.filters;
  return { ...query, filters, page: 1 };
}

const UNKNOWN_SHOWN_MAX = 5;

// The name may be anything, so it is quoted only in part.
function shown(name: string): string {
  return name.length <= 20 ? name : `${name.slice(0, 20)}…`;
}
