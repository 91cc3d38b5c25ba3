/** Cases: what an advisor does about a risk. They lie in the applicant's item and are no fact of the applicant. */
import * as z from 'zod';
import { idSchema, lineSchema, noteSchema } from '#shared/base/text.ts';
import { daySchema } from '#shared/base/time/day.ts';
import { instantSchema } from '#shared/base/time/instant.ts';
import { RISK_CODES } from './codes.ts';

/** Closed cases an item keeps beside the open one: what a year with a person looks like. */
export const CASES_KEPT_MAX = 10;

export const CLOSE_REASONS = [
  'resolved',
  'reasons-gone',
  'plan-changed',
  'left',
  'no-risk',
] as const;
export const closeReasonSchema = z.enum(CLOSE_REASONS);

export const CLOSE_WORDS: Readonly<Record<z.infer<typeof closeReasonSchema>, string>> = {
  resolved: 'resolved with the applicant',
  'reasons-gone': 'the reasons are gone',
  'plan-changed': 'the plan was changed',
  left: 'the applicant has left the cohort',
  'no-risk': 'looked at: no risk',
};

export const riskCodeSchema = z.enum(RISK_CODES);

/** What an advisor writes into a case. */
export const caseWorkShape = {
  owner: lineSchema.exactOptional(),
  note: noteSchema.exactOptional(),
  followUpOn: daySchema.exactOptional(),
  /** The last day on which somebody spoke with the applicant. */
  contactedOn: daySchema.exactOptional(),
};

export const caseSchema = z.strictObject({
  id: idSchema,
  openedAt: instantSchema,
  openedBy: z.enum(['rules', 'advisor']),
  /** The codes that opened it, and those that came while it was open. Empty for one opened by hand. */
  codes: z.array(riskCodeSchema).max(RISK_CODES.length),
  ...caseWorkShape,
  closed: z
    .strictObject({
      at: instantSchema,
      reason: closeReasonSchema,
      note: noteSchema.exactOptional(),
    })
    .exactOptional(),
});
export type Case = z.infer<typeof caseSchema>;

export const caseworkSchema = z.strictObject({
  /** How many were ever opened: the next one's id follows from it. */
  opened: z.int().min(0),
  /** Newest last; at most one is open. */
  cases: z.array(caseSchema).max(CASES_KEPT_MAX),
  /** The cases before the latest update to one, while that can be taken back. */
  undo: z
    .strictObject({ updateId: idSchema, at: instantSchema, cases: z.array(caseSchema) })
    .exactOptional(),
});
export type Casework = z.infer<typeof caseworkSchema>;

export const NO_CASEWORK: Casework = { opened: 0, cases: [] };

const ofCase = { caseId: idSchema };

/** What happens to cases, as the history holds it. */
export const caseEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('case-opened'),
    /** Ours to say; absent where somebody opens it by hand. */
    codes: z.array(riskCodeSchema).max(RISK_CODES.length).meta({ readOnly: true }).exactOptional(),
    ...caseWorkShape,
  }),
  /** The whole of what the form shows: an absent field is emptied. */
  z.strictObject({ type: z.literal('case-updated'), ...ofCase, ...caseWorkShape }),
  z.strictObject({
    type: z.literal('case-closed'),
    ...ofCase,
    reason: closeReasonSchema,
    note: noteSchema.exactOptional(),
  }),
  z.strictObject({ type: z.literal('case-undone') }),
]);
export type CaseEvent = z.infer<typeof caseEventSchema>;

/** The one case that is not closed. */
export function openCaseOf(casework: Casework | undefined): Case | undefined {
  return casework?.cases.find(({ closed }) => !closed);
}
