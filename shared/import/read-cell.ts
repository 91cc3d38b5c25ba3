/** One cell into a value of its field, or why not, as the end of a sentence. */
import * as z from 'zod';
import { profileSchema } from '../applicant/facts.ts';
import type { Field } from '../cohort-table/columns.ts';
import { COLUMNS } from '../cohort-table/columns.ts';
import { failure, type Result, success } from '../result.ts';
import { closedReasonSchema, hostSchema, rotationPlanSchema } from '../rotation/rotation.ts';
import { STATUS_NAMES } from '../rotation/stages.ts';
import { idSchema } from '../text.ts';
import { daySchema } from '../time/day.ts';

const statusSchema = z.enum(STATUS_NAMES);

const SCHEMAS = {
  ...profileSchema.shape,
  rotationId: idSchema,
  host: hostSchema.shape.name,
  institutionId: idSchema,
  programmeCode: hostSchema.shape.programmeCode,
  specialty: rotationPlanSchema.shape.specialty,
  mode: rotationPlanSchema.shape.mode,
  route: rotationPlanSchema.shape.route,
  country: rotationPlanSchema.shape.country,
  start: daySchema,
  end: daySchema,
  windowClosesOn: daySchema,
  status: statusSchema,
  offerExpiresOn: daySchema,
  closedReason: closedReasonSchema,
} as const satisfies Record<Field, z.ZodType>;

/** How a cell's text becomes what its schema checks. Fields that are not here are text as it stands. */
const PREPARED: Partial<Record<Field, (text: string) => unknown>> = {
  matchYear: numberIn,
  visaWaitDays: numberIn,
  needsVisa: yesOrNo,
  schoolInVslo: yesOrNo,
  ecfmgCertified: yesOrNo,
  enrolment: word,
  pathway: word,
  specialty: word,
  mode: word,
  route: word,
  status: word,
  closedReason: word,
  country: (text) => text.toUpperCase(),
};

export type Cells = { [Name in Field]?: z.infer<(typeof SCHEMAS)[Name]> };

/** @param text trimmed, not empty */
export function readCell(field: Field, text: string): Result<Cells[Field], string> {
  const plain = withoutGuard(text);
  const parsed = SCHEMAS[field].safeParse(PREPARED[field]?.(plain) ?? plain);
  if (parsed.success) return success(parsed.data);
  const [issue] = parsed.error.issues;
  const isOurs = issue?.code === 'custom' || issue?.code === 'invalid_format';
  return failure(
    isOurs ? `${issue.message}.` : `is not what this column takes: ${COLUMNS[field].takes}.`,
  );
}

/** The mark that exports put before what a spreadsheet would run as a formula. */
function withoutGuard(text: string): string {
  return /^'[\s\u00a0\ufeff]*[=+\-@|%]/.test(text) ? text.slice(1) : text;
}

function numberIn(text: string): unknown {
  return /^\d{1,6}$/.test(text) ? Number(text) : text;
}

function yesOrNo(text: string): unknown {
  if (/^(yes|y|true|1)$/i.test(text)) return true;
  return /^(no|n|false|0)$/i.test(text) ? false : text;
}

/** `Hands On` and `hands_on` are `hands-on`. */
function word(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_]+/g, '-');
}
