/** What an advisor does about a risk. Cases are stored in the applicant's item but are not part of the plan's facts. */
import * as z from 'zod';
import { idSchema, lineSchema, noteSchema } from '#shared/base/text.ts';
import { daySchema } from '#shared/base/time/day.ts';
import { instantSchema } from '#shared/base/time/instant.ts';
import { RISK_CODES } from './codes.ts';

/** About as many as one applicant has in a year. */
export const CASES_KEPT_MAX = 10;

export const CLOSE_REASONS = [
  'resolved',
  'reasons-gone',
  'plan-changed',
  'left',
  'no-risk',
] as const;
const closeReasonSchema = z.enum(CLOSE_REASONS);

export const CLOSE_WORDS: Readonly<Record<z.infer<typeof closeReasonSchema>, string>> = {
  resolved: 'resolved with the applicant',
  'reasons-gone': 'the reasons are gone',
  'plan-changed': 'the plan was changed',
  left: 'the applicant has left the cohort',
  'no-risk': 'reviewed: no risk',
};

const riskCodeSchema = z.enum(RISK_CODES);

const caseWorkShape = {
  /** The owner's name when they took it, which no form sets, and who that is; a case of an earlier release has the name alone. */
  owner: lineSchema.meta({ readOnly: true }).exactOptional(),
  ownerId: idSchema.exactOptional(),
  note: noteSchema.exactOptional(),
  followUpOn: daySchema.exactOptional(),
  /** When someone last spoke with the applicant. */
  contactedOn: daySchema.exactOptional(),
};

export const caseSchema = z.strictObject({
  id: idSchema,
  openedAt: instantSchema,
  openedBy: z.enum(['rules', 'advisor']),
  /** The codes that opened it and later ones; empty for one opened by hand. */
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
  /** The number ever opened, from which the next id derives. */
  opened: z.int().min(0),
  /** Newest last; at most one is open. */
  cases: z.array(caseSchema).max(CASES_KEPT_MAX),
  /** The cases before the latest update, while it can be undone. */
  undo: z
    .strictObject({ updateId: idSchema, at: instantSchema, cases: z.array(caseSchema) })
    .exactOptional(),
});
export type Casework = z.infer<typeof caseworkSchema>;

export const NO_CASEWORK: Casework = { opened: 0, cases: [] };

const ofCase = { caseId: idSchema };

export const caseEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('case-opened'),
    /** Set by the rules only. */
    codes: z.array(riskCodeSchema).max(RISK_CODES.length).meta({ readOnly: true }).exactOptional(),
    ...caseWorkShape,
  }),
  /** The whole form: an absent field is cleared. */
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

export function openCaseOf(casework: Casework | undefined): Case | undefined {
  return casework?.cases.find(({ closed }) => !closed);
}
