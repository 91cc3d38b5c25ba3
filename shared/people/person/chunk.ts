/** Older history and emails of one person, put aside so that the item stays small. */
import * as z from 'zod';
import { keptEntrySchema } from './applicant.ts';
import { mailRecordSchema } from './mail-record.ts';

export const chunkSchema = z.strictObject({
  kind: z.literal('chunk'),
  id: z.string().min(1).max(200),
  version: z.int().min(0),
  history: z.array(keptEntrySchema),
  mails: z.array(mailRecordSchema),
});
export type Chunk = z.infer<typeof chunkSchema>;
