/** The posted form of a corrected date: the correction and its reason, or the field that is wrong and why. */
import * as z from 'zod';
import { failure, type Result, success } from '#shared/base/result.ts';
import { idSchema, noteSchema } from '#shared/base/text.ts';
import { type Correction, correctionSchema } from './correction.ts';

interface FormProblem {
  readonly message: string;
  readonly field: string;
}

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
  field: 'Choose which of the host’s dates it is.',
  days: 'The days are a whole number from 1 to 730.',
  source: 'Name the page you read it on by its address.',
  checkedOn: 'The day you read it is a calendar day, such as 2027-02-01.',
  certainty: 'Choose whether the page is official or a secondary source.',
};

export function readCorrection(
  values: Readonly<Record<string, string>>,
): Result<{ correction: Correction; reason: string }, FormProblem> {
  const form = formSchema.safeParse(values);
  if (!form.success) return failure(problemOf(form.error));
  const { update: id, reason, ...stated } = form.data;
  const filled = Object.entries(stated).filter(([, value]) => value !== '');
  const typed = filled.map(([name, value]) => [
    name,
    isNumber(name, value) ? Number(value) : value,
  ]);
  const correction = correctionSchema.safeParse({ id, ...Object.fromEntries(typed) });
  return correction.success
    ? success({ correction: correction.data, reason })
    : failure(problemOf(correction.error));
}

function isNumber(name: string, value: unknown): boolean {
  return (name === 'season' || name === 'days') && typeof value === 'string' && WHOLE.test(value);
}

function problemOf({ issues: [issue] }: z.ZodError): FormProblem {
  const field = String(issue?.path[0] ?? 'update');
  return { field, message: MUST[field] ?? MUST.update ?? '' };
}
