/** Facts about documents: status, dates, and holder, never the document itself. */
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

/** What is reported about a paper: its status, or that this host does not ask for it. */
export const paperNewsSchema = z.enum([...clearanceSchema.options, 'not-asked']);

/** Who must act before the document can move on. */
export const holderSchema = z.enum(['applicant', 'host', 'home-school', 'visa', 'external']);
export type Holder = z.infer<typeof holderSchema>;

/** One line of a rotation's checklist. */
export const checklistItemSchema = z.strictObject({
  kind: documentKindSchema,
  status: clearanceSchema,
  heldBy: holderSchema,
  /** `host` if the host's page requires it, `default` if only the guide's list does. */
  askedBy: z.enum(['host', 'default']),
  /** Since when another party has it; absent if unknown. */
  since: daySchema.exactOptional(),
});
export type ChecklistItem = z.infer<typeof checklistItemSchema>;

/** As an imported sheet states it. */
export const statedDocumentSchema = z.strictObject({
  kind: checklistItemSchema.shape.kind,
  status: checklistItemSchema.shape.status,
  /** Absent: the default holder for the status. */
  heldBy: checklistItemSchema.shape.heldBy.exactOptional(),
});
export type StatedDocument = z.infer<typeof statedDocumentSchema>;

/** A document that the applicant has, for every rotation that requires its kind. */
export const heldDocumentSchema = z.strictObject({
  kind: documentKindSchema,
  issuedOn: daySchema.exactOptional(),
  /** As printed; otherwise computed from the issue date and the host's validity. */
  expiresOn: daySchema.exactOptional(),
  /** Where it is kept, in the applicant's words. */
  keptAt: lineSchema.exactOptional(),
});
export type HeldDocument = z.infer<typeof heldDocumentSchema>;
