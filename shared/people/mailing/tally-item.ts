/** How many mails left and how many were complained of, counted a UTC day. */
import * as z from 'zod';

export const tallySchema = z.strictObject({
  kind: z.literal('mail-tally'),
  /** A UTC day. */
  id: z.string().min(1).max(200),
  version: z.int().min(0),
  sent: z.int().min(0),
  complained: z.int().min(0),
});
export type Tally = z.infer<typeof tallySchema>;
