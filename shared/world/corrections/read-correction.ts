/** The posted form of a correction: the correction and its reason, or the field that is wrong and why. */
import * as z from 'zod';
import { failure, type Result, success } from '#shared/base/result.ts';
import { idSchema, noteSchema } from '#shared/base/text.ts';
import { plainName } from '../hosts/hosts.ts';
import { type Cell, HOST_CELLS, PROGRAM_CELLS } from './cells.ts';
import { type Correction, correctionSchema } from './correction.ts';

interface FormProblem {
  readonly message: string;
  readonly field: string;
}

/** A field that the form has several times holds a list. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

const formSchema = z.looseObject({ update: idSchema, reason: noteSchema });

const WHOLE = /^\d{1,4}$/;

/** Each field's name on the page, and what it must be. */
const MUST: Readonly<Record<string, string>> = {
  update: 'This form is not one that we made. Open the page again.',
  reason: 'Say why you correct it, in a sentence of at most 400 characters.',
  season: 'The season is the year of its Match, such as 2028.',
  event: 'Choose what the date is of.',
  day: 'The date is a calendar day, such as 2027-09-01.',
  timeEt: 'The time is Eastern, written as 17:00; leave it empty where the source states none.',
  institutionId: 'Choose the host.',
  code: 'The program is an ACGME code of ten digits.',
  field: 'Choose what you want to correct.',
  value:
    'Choose the answer. Days before the start are a whole number from 1 to 730, a fee is whole US dollars, and a domain is written as yale.edu.',
  name: 'Enter the name of the host.',
  city: 'Enter the city in letters.',
  state: 'The state is two capital letters, such as CT.',
  mode: 'Choose what visitors do.',
  source: 'Name the page you read it on by its address.',
  checkedOn: 'The day you read it is a calendar day, such as 2027-02-01.',
  certainty: 'Choose whether the page is official or a secondary source.',
};

export function readCorrection(
  values: FormValues,
): Result<{ correction: Correction; reason: string }, FormProblem> {
  const form = formSchema.safeParse(values);
  if (!form.success) return failure(problemOf(form.error));
  const { update: id, reason, season, ...stated } = form.data;
  const cell = cellNamed(stated);
  const { img, residents, year, ...others } = stated;
  const isCount = cell?.kind === 'count';
  const newId = stated.of === 'new-host' ? { institutionId: newHostId(stated.name) } : {};
  const filled = Object.entries(isCount ? others : stated).filter(([, value]) => value !== '');
  const correction = correctionSchema.safeParse({
    id,
    ...Object.fromEntries(filled),
    ...newId,
    ...(season !== undefined && { season: numberOf(season) }),
    ...(isCount && {
      value: { img: numberOf(img), residents: numberOf(residents), year: numberOf(year) },
    }),
    ...(cell && !isCount && { value: typed(cell, stated.value) }),
  });
  return correction.success
    ? success({ correction: correction.data, reason })
    : failure(problemOf(correction.error));
}

/** The cell that a form or an address names, where there is one. */
export function cellNamed({ of, field }: Readonly<Record<string, unknown>>): Cell | undefined {
  const cells: Readonly<Record<string, Cell>> | undefined =
    of === 'host' ? HOST_CELLS : of === 'program' ? PROGRAM_CELLS : undefined;
  return cells && typeof field === 'string' && Object.hasOwn(cells, field)
    ? cells[field]
    : undefined;
}

/** Two advisors who enter one host by one name mean one host. */
function newHostId(name: unknown): string {
  const words = typeof name === 'string' ? plainName(name).replace(/[^a-z0-9]+/g, ' ') : '';
  return `new-${words.trim().replaceAll(' ', '-').slice(0, 60).replace(/-$/, '')}`;
}

function typed({ kind }: Cell, value: unknown): unknown {
  if (kind === 'several') return typeof value === 'string' ? [value] : value;
  if (kind === 'domain' && typeof value === 'string') return value.trim().toLowerCase();
  return kind === 'one' ? value : numberOf(value);
}

function numberOf(value: unknown): unknown {
  return typeof value === 'string' && WHOLE.test(value) ? Number(value) : value;
}

function problemOf({ issues: [issue] }: z.ZodError): FormProblem {
  const field = String(issue?.path[0] ?? 'update');
  return { field, message: MUST[field] ?? MUST.update ?? '' };
}
