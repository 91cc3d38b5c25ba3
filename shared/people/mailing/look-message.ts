/** The message that asks for a look at one person: written by the sweep, read by `nudge`. */
import * as z from 'zod';
import { idSchema } from '#shared/base/text.ts';
import { personKindSchema } from '../person/person.ts';

export const lookMessageSchema = z.strictObject({
  // A message of the release before names no kind: it knew one.
  kind: personKindSchema.default('applicant'),
  personId: idSchema,
});
export type LookMessage = z.infer<typeof lookMessageSchema>;
