/** Documents as facts about paper kept elsewhere: status, dates and who holds it. Never the paper itself. */
import * as z from 'zod';
import { lineSchema } from '#shared/base/text.ts';
import { daySchema } from '#shared/base/time/day.ts';
import { documentKindSchema } from '#shared/world/vocabulary.ts';

/** One document of each kind and a few to spare. */
export const DOCUMENTS_MAX = 40;

export const clearanceSchema = z.enum([
  'to-do',
  'in-progress',
  'submitted',
  'cleared',
  'not-accepted',
]);
export type Clearance = z.infer<typeof clearanceSchema>;

/** Who must act before the document can move on. */
export const holderSchema = z.enum(['applicant', 'host', 'home-school', 'visa', 'external']);
export type Holder = z.infer<typeof holderSchema>;

/** One line of a rotation's checklist: how far this document is at this host. */
export const checklistItemSchema = z.strictObject({
  kind: documentKindSchema,
  status: clearanceSchema,
  heldBy: holderSchema,
  /** `host` when the host's page asks for it, `default` when the guide's list does. */
  askedBy: z.enum(['host', 'default']),
});
export type ChecklistItem = z.infer<typeof checklistItemSchema>;

/** As a sheet of the cohort states one. */
export const statedDocumentSchema = z.strictObject({
  kind: checklistItemSchema.shape.kind,
  status: checklistItemSchema.shape.status,
  /** Absent: whoever holds a document of this status by default. */
  heldBy: checklistItemSchema.shape.heldBy.exactOptional(),
});
export type StatedDocument = z.infer<typeof statedDocumentSchema>;

/** A document the applicant has; one serves every rotation that asks for its kind. */
export const heldDocumentSchema = z.strictObject({
  kind: documentKindSchema,
  issuedOn: daySchema.exactOptional(),
  /** As printed on the document; where absent it follows from the issue date and the host's validity. */
  expiresOn: daySchema.exactOptional(),
  /** Where the paper lies, in the applicant's words. */
  liesAt: lineSchema.exactOptional(),
});
export type HeldDocument = z.infer<typeof heldDocumentSchema>;
