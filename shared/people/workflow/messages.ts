/** What the state machine and its functions send each other. Each function reads its side through these schemas. */
import * as z from 'zod';
import { idSchema } from '#shared/base/text.ts';
import { type Instant, instantOfMs, instantSchema, msOf } from '#shared/base/time/instant.ts';
import { STAGE_NAMES } from '#shared/plan/facts/stage-names.ts';

/** The state machine's timestamps have more or fewer digits than ours. */
const machineTimeSchema = z
  .string()
  .transform((text) => msOf(text as Instant))
  .refine((ms) => Number.isFinite(ms), { error: 'is not a moment' })
  .transform((ms): Instant => instantOfMs(ms));

/** The first input of an execution; later `entries` counts how often it has come to Arm. */
const runInputSchema = z.object({
  applicantId: idSchema,
  rotationId: idSchema,
  run: z.int().min(1),
  entries: z.int().min(0).default(0),
});

export const armRequestSchema = z.object({
  input: runInputSchema,
  /** When this execution started. */
  startedAt: machineTimeSchema,
  /** The definition it started under. */
  definition: z.int().min(0),
});
export type ArmRequest = z.infer<typeof armRequestSchema>;

/** Where Route goes: to the wait of a stage, or to the end. */
export type ArmAnswer = z.infer<typeof runInputSchema> &
  (
    | { readonly next: 'over'; readonly why: OverWhy }
    | {
        readonly next: (typeof STAGE_NAMES)[number];
        /** The wait's timeout. */
        readonly seconds: number;
        /** The moment it waits for; null when only people can move this rotation. */
        readonly until: Instant | null;
      }
  );
export type OverWhy = 'no-person' | 'superseded' | 'ended' | 'next-run';

export const waitRequestSchema = z.object({
  applicantId: idSchema,
  rotationId: idSchema,
  run: z.int().min(1),
  stage: z.enum(STAGE_NAMES),
  until: instantSchema.nullable(),
  token: z.string().min(1).max(2048),
  enteredAt: machineTimeSchema,
  retryCount: z.int().min(0).max(999),
});
export type WaitRequest = z.infer<typeof waitRequestSchema>;

/** EventBridge's report that an execution failed. Its input comes as text. */
export const executionEndedSchema = z.object({
  detail: z.object({
    status: z.enum(['FAILED', 'TIMED_OUT', 'ABORTED']),
    input: z
      .string()
      .max(10_000)
      .transform((text, context): unknown => {
        try {
          return JSON.parse(text);
        } catch {
          context.addIssue('is not JSON');
          return z.NEVER;
        }
      })
      .pipe(runInputSchema),
  }),
});
