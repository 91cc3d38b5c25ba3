/** The words in which hosts and plans speak of the same things. */
import * as z from 'zod';
import { DOCUMENT_KINDS } from './hosts/document-kinds.ts';

export const modeSchema = z.enum(['hands-on', 'observer']);
export type Mode = z.infer<typeof modeSchema>;

/** How one gets in: AAMC's VSLO, the host's own application, a paid placement, or an observership. */
export const routeSchema = z.enum(['vslo', 'institution', 'paid', 'observership']);
export type Route = z.infer<typeof routeSchema>;

export const documentKindSchema = z.enum(DOCUMENT_KINDS);

/** How somebody will enter the US. It is asked once, and used for gates and steps, never for points. */
export const entrySchema = z.enum(['citizen', 'in-us', 'visa', 'waiver']);
export type Entry = z.infer<typeof entrySchema>;
