/** The posted form of corrections: each cell that was filled in, and the reason; or the field that is wrong and why. */
import * as z from 'zod';
import { failure, type Result, success } from '#shared/base/result.ts';
import { capital } from '#shared/base/sentence.ts';
import { idSchema, noteSchema } from '#shared/base/text.ts';
import { plainName } from '../hosts/hosts.ts';
import { STATE_MUST, STATES } from '../programs/regions.ts';
import { mustBe, readCell } from './cells.ts';
import { type Correction, correctionSchema } from './correction.ts';
import { HOST_SHEET, PROGRAM_SHEET, type SheetOf } from './sheets.ts';

export interface CellProblem {
  readonly message: string;
  readonly field: string;
}

/** A field that the form has several times holds a list. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

const formSchema = z.looseObject({ update: idSchema, reason: noteSchema });

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
  field: 'Fill in what you want to correct.',
  name: 'Enter the name of the host in Latin letters, with more than a word such as Hospital.',
  city: 'Enter the city in letters.',
  state: STATE_MUST,
  mode: 'Choose what visitors do.',
  source: 'Name the page you read it on by its address.',
  checkedOn: 'The day you read it is a calendar day, such as 2027-02-01.',
  certainty: 'Choose whether the page is official or a secondary source.',
};

function mustOf(field: string): string {
  return MUST[field] ?? MUST.update ?? '';
}

export function readCorrections(
  values: FormValues,
): Result<{ corrections: Correction[]; reason: string }, CellProblem> {
  const form = formSchema.safeParse(values);
  if (!form.success) return failure(problemOf(form.error));
  const { update: id, reason, ...stated } = form.data;
  const filled = Object.entries(stated as FormValues).filter(([, value]) => value !== '');
  const sheet = sheetNamed(stated.of);
  const read = sheet ? cellsOf(sheet, filled, id) : [correctionOf({ ...wholeOf(filled), id })];
  const problem = read.find((each) => 'message' in each);
  if (problem) return failure(problem);
  const corrections = read.filter((each) => 'id' in each);
  return corrections.length > 0
    ? success({ corrections, reason })
    : failure({ field: 'field', message: mustOf('field') });
}

export function sheetNamed(of: unknown): SheetOf | undefined {
  return [HOST_SHEET, PROGRAM_SHEET].find((each) => each.of === of);
}

/** The first has the id of the form, under which it is confirmed. */
function cellsOf(sheet: SheetOf, filled: readonly (readonly [string, unknown])[], id: string) {
  const isCell = ([name]: readonly [string, unknown]) => Object.hasOwn(sheet.cells, name);
  const about = Object.fromEntries(filled.filter((each) => !isCell(each)));
  return filled.filter(isCell).map(([field, value], nth) => {
    const text = Array.isArray(value) ? value.join('; ') : String(value);
    const own = { ...about, id: nth === 0 ? id : `${id.slice(0, 60)}-${nth + 1}` };
    const read = cellCorrection(sheet, field, text, own);
    const label = capital(sheet.cells[field]?.label ?? '');
    return 'message' in read && read.field === field
      ? { field, message: `${label}: ${read.message}` }
      : read;
  });
}

/** What a text says about a cell, or what it must be. */
export function cellCorrection(
  { cells }: SheetOf,
  field: string,
  text: string,
  stated: object,
): Correction | CellProblem {
  const cell = cells[field];
  const value = cell && readCell(cell, text);
  if (cell && value === undefined) return { field, message: mustBe(cell) };
  return correctionOf({ ...stated, field, value });
}

export function correctionOf(stated: object): Correction | CellProblem {
  const correction = correctionSchema.safeParse(stated);
  const isElsewhere = correction.data?.of === 'new-host' && !STATES.includes(correction.data.state);
  if (isElsewhere) return { field: 'state', message: STATE_MUST };
  if (correction.success) return correction.data;
  const problem = problemOf(correction.error);
  // The ID of a new host is made of its name.
  const isNameless = 'name' in stated && problem.field === 'institutionId';
  return isNameless ? { field: 'name', message: mustOf('name') } : problem;
}

function wholeOf(filled: readonly (readonly [string, unknown])[]) {
  const { season, ...stated } = Object.fromEntries(filled);
  if (stated.of === 'new-host') return { ...stated, institutionId: newHostId(stated.name) };
  const isYear = typeof season === 'string' && /^\d{4}$/.test(season);
  return { ...stated, season: isYear ? Number(season) : season };
}

/** Two advisors who enter a host under the same name mean the same host. */
export function newHostId(name: unknown): string {
  const words = typeof name === 'string' ? plainName(name).replace(/[^a-z0-9]+/g, ' ') : '';
  return `new-${words.trim().replaceAll(' ', '-').slice(0, 60).replace(/-$/, '')}`;
}

function problemOf({ issues: [issue] }: z.ZodError): CellProblem {
  const field = String(issue?.path[0] ?? 'update');
  return { field, message: mustOf(field) };
}
