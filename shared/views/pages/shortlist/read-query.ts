/** Reads an address into a profile, with the same schema as a profile file. Nothing is stored. */
import { failure, type Result, success } from '#shared/base/result.ts';
import { capital } from '#shared/base/sentence.ts';
import type { FormError, Problem } from '#shared/exchange/fields/field.ts';
import { type ShortlistProfile, shortlistProfileSchema } from '#shared/shortlist/profile.ts';
import { NEVER_USED, readProfile } from '#shared/shortlist/read-profile.ts';
import { askedAs } from './query-fields.ts';

export const SHORTLIST_FORM = 'shortlist';

/** Fields of the page, not of the profile: which page of each list. */
export const PAGE_FIELDS = { rotations: 'places', applications: 'page' } as const;
/** With a place's id: a place to see beside others. */
export const COMPARE_FIELD = 'compare.';
/** By choice: the first counts three times as much as the third. */
const WISH_WEIGHTS = [3, 2, 1] as const;

const PAGE_NAMES: ReadonlySet<string> = new Set(Object.values(PAGE_FIELDS));

const ASKED: ReadonlySet<string> = new Set([
  ...Object.keys(shortlistProfileSchema.shape).filter((name) => name !== 'english'),
  ...NEVER_USED,
  ...WISH_WEIGHTS.map((_, index) => `region${index + 1}`),
  'month',
  ...Object.values(PAGE_FIELDS),
  headOf(COMPARE_FIELD),
]);

/** True for a field of the form, or one that people send in vain; an address's other fields belong to a mailing or a search engine. */
export function isAsked(name: string): boolean {
  return ASKED.has(headOf(name));
}

function headOf(name: string): string {
  return name.split('.')[0] ?? '';
}

export function readQuery(
  entries: readonly (readonly [string, string])[],
): Result<ShortlistProfile, Problem> {
  const filled = entries.filter(
    ([name, value]) =>
      !PAGE_NAMES.has(name) && !name.startsWith(COMPARE_FIELD) && value.trim() !== '',
  );
  const twice = filled.find(([name], at) => filled.findIndex(([other]) => other === name) < at);
  const values = Object.fromEntries(filled);
  if (twice)
    return failure(problem([{ field: twice[0], message: `${twice[0]} was sent twice.` }], values));
  const read = readProfile(profileOf(filled, values));
  if (read.ok) return success(read.value);
  return failure(problem(read.failure.map(errorOf), values));
}

function profileOf(
  filled: readonly (readonly [string, string])[],
  values: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const months: string[] = [];
  const profile = new Map<string, unknown>();
  const costs = new Map<string, unknown>();
  for (const [name, value] of filled) {
    const [head = '', ...rest] = name.split('.');
    const tail = rest.join('.');
    if (head === 'month') months.push(tail);
    else if (head === 'costs') costs.set(tail, valueOfText(value));
    else if (!/^region[123]$/.test(name)) profile.set(name, valueOfText(value));
  }
  const regions = WISH_WEIGHTS.flatMap((weight, index) => {
    const place = values[`region${index + 1}`];
    return place ? [{ place, weight }] : [];
  });
  return { ...Object.fromEntries(profile), regions, months, costs: Object.fromEntries(costs) };
}

/** `yes`, `no`, and whole numbers are converted; the schema checks everything. */
function valueOfText(text: string): string | number | boolean {
  const value = text.trim();
  if (value === 'yes' || value === 'no') return value === 'yes';
  return /^-?\d{1,9}$/.test(value) ? Number(value) : value;
}

/** In the form's own words; `regions.0.place is not …` belongs to the field `region1`. */
function errorOf(problem: string): FormError {
  const [path = ''] = problem.split(' ');
  const region = /^regions\.(\d)/.exec(path)?.[1];
  const field = region === undefined ? path : `region${Number(region) + 1}`;
  const asked = askedAs(field);
  const mark = asked?.label.endsWith('?') ? '' : ':';
  return { field, message: asked ? `${asked.label}${mark} ${asked.must}` : `${capital(problem)}.` };
}

function problem(errors: FormError[], values: Readonly<Record<string, string>>): Problem {
  return { form: SHORTLIST_FORM, errors, values };
}
