/** Everything a person can report: about their plan, reminders, or a case, or that the latest update was a mistake. */
import * as z from 'zod';
import { ownEventSchema, rotationEventSchema, wishEventSchema } from '#shared/plan/facts/events.ts';
import { caseEventSchema } from '../casework/casework.ts';

const undoneSchema = z.strictObject({ type: z.literal('undone') });

export const eventSchema = z.union([
  rotationEventSchema,
  wishEventSchema,
  ownEventSchema,
  undoneSchema,
  caseEventSchema,
]);
export type Event = z.infer<typeof eventSchema>;

export const EVENT_TYPES: ReadonlySet<string> = new Set(
  [
    ...rotationEventSchema.options,
    ...wishEventSchema.options,
    ...ownEventSchema.options,
    undoneSchema,
    ...caseEventSchema.options,
  ].map(({ shape }) => shape.type.value),
);
