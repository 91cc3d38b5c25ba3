/** The words in which hosts and plans speak of the same things. */
import * as z from 'zod';
import { DOCUMENT_KINDS } from './hosts/document-kinds.ts';

export const modeSchema = z.enum(['hands-on', 'observer']);

/** How one gets in: AAMC's VSLO, the host's own application, a paid placement, or an observership. */
export const routeSchema = z.enum(['vslo', 'institution', 'paid', 'observership']);

export const documentKindSchema = z.enum(DOCUMENT_KINDS);
