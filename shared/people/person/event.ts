/** Everything a person can report: of their plan, of reminders, of a case, or that the latest update was a slip. */
import * as z from 'zod';
import { ownEventSchema, rotationEventSchema, wishEventSchema } from '#shared/plan/facts/events.ts';
import { caseEventSchema } from '../casework/casework.ts';

export const eventSchema = z.union([
  rotationEventSchema,
  wishEventSchema,
  ownEventSchema,
  z.strictObject({ type: z.literal('undone') }),
  caseEventSchema,
]);
export type Event = z.infer<typeof eventSchema>;
