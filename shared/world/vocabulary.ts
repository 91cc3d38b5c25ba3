/** The vocabulary that hosts and plans share. */
import * as z from 'zod';
import { DOCUMENT_KINDS } from './hosts/document-kinds.ts';

/** What one does there. Research is not clinical experience, and no rule counts it as such. */
export const modeSchema = z.enum(['hands-on', 'observer', 'research']);
export type Mode = z.infer<typeof modeSchema>;

/** How one applies: through AAMC's VSLO, the host's own application, a paid placement, or as an observer. */
export const routeSchema = z.enum(['vslo', 'institution', 'paid', 'observership']);
export type Route = z.infer<typeof routeSchema>;

export const documentKindSchema = z.enum(DOCUMENT_KINDS);

/** The pathway into IR, the integrated ones first. */
export const pathwaySchema = z.enum(['integrated-ir', 'ir-dr-backup', 'dr-esir', 'independent']);
export type Pathway = z.infer<typeof pathwaySchema>;

/** With DR as a backup, one still ranks integrated IR first; the others begin with DR. */
export function aimsAtIntegrated(pathway: Pathway): boolean {
  return pathway === 'integrated-ir' || pathway === 'ir-dr-backup';
}

/** How someone will enter the US. It is asked once, and used for gates and steps, never for points. */
export const entrySchema = z.enum(['citizen', 'in-us', 'visa', 'waiver']);
export type Entry = z.infer<typeof entrySchema>;
