/** Everything that is kept about a person, as one JSON document with a schema of its own. */
import * as z from 'zod';
import { SCHEMA_PATH } from '#shared/base/links/urls.ts';
import { type Instant, instantSchema } from '#shared/base/time/instant.ts';
import { type Applicant, historyEntrySchema, type Past } from '#shared/people/person/applicant.ts';
import { emailRecordSchema } from '#shared/people/person/email-record.ts';
import { reachSchema } from '#shared/people/person/person.ts';
import { factsSchema } from '#shared/plan/facts/facts.ts';

export const everythingSchema = z.strictObject({
  $schema: z.string(),
  format: z.literal('away-rotations'),
  /** Raised when a reader of the older form would be misled. */
  formatVersion: z.literal(1),
  exportedAt: instantSchema,
  id: z.string(),
  cohortId: z.string(),
  createdAt: instantSchema,
  emailStatus: reachSchema,
  facts: factsSchema,
  history: z.array(historyEntrySchema),
  /** Day, subject, and fate of every email; its text is in the mailbox. */
  emails: z.array(
    emailRecordSchema.pick({ stream: true, status: true, subject: true, claimedAt: true }),
  ),
});
export type Everything = z.infer<typeof everythingSchema>;

/** @param chunks the older past, in the order of their numbers */
export function everythingOf(
  applicant: Applicant,
  chunks: readonly Past[],
  now: Instant,
): Everything {
  const { id, cohortId, createdAt, reach, facts, history, emails } = applicant;
  return {
    $schema: SCHEMA_PATH,
    format: 'away-rotations',
    formatVersion: 1,
    exportedAt: now,
    id,
    cohortId,
    createdAt,
    emailStatus: reach,
    facts,
    history: [...chunks.flatMap((chunk) => chunk.history), ...history],
    emails: [...chunks.flatMap((chunk) => chunk.emails), ...emails].map(
      ({ stream, status, subject, claimedAt }) => ({ stream, status, subject, claimedAt }),
    ),
  };
}
