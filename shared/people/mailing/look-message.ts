/** The message that requests a visit to one person, from the sweep to `nudge`. */
import * as z from 'zod';
import { idSchema } from '#shared/base/text.ts';
import { personKindSchema } from '../person/person.ts';

export const lookMessageSchema = z.strictObject({
  // The first release knew only applicants and named no kind.
  kind: personKindSchema.default('applicant'),
  personId: idSchema,
});
export type LookMessage = z.infer<typeof lookMessageSchema>;
