/** The documents a rotation asks for: the host's own list where its page states one, always with the guide's default. */

import {
  DEFAULT_CHECKLIST,
  DOCUMENT_FACTS,
  type DocumentKind,
} from '#shared/world/hosts/document-kinds.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import type { ChecklistItem, Holder } from '../facts/document.ts';

/**
 * The checklist of a newly accepted rotation, every item still to do.
 * A host's page seldom lists everything, so the guide's list (G14) stays in and says that it is the default.
 */
export function checklistFor(host: Institution | undefined, needsVisa: boolean): ChecklistItem[] {
  const stated = host?.requirements ?? [];
  const kinds = [...new Set([...stated, ...DEFAULT_CHECKLIST, ...(needsVisa ? VISA : [])])];
  return kinds.map((kind) => ({
    kind,
    status: 'to-do',
    // The applicant starts every document, whoever issues it in the end.
    heldBy: 'applicant',
    askedBy: stated.includes(kind) ? 'host' : 'default',
  }));
}

const VISA: readonly DocumentKind[] = ['visa'];

/** Who holds the ball once a document of this kind is under way. */
export function issuerOf(kind: DocumentKind): Holder {
  const issuer = DOCUMENT_FACTS[kind].issuedBy;
  return issuer === 'visa-office' ? 'visa' : issuer;
}

/** Who holds a document of this status, where nobody says. */
export function holderAfter({ kind, status }: Pick<ChecklistItem, 'kind' | 'status'>): Holder {
  if (status === 'submitted') return 'host';
  if (status === 'in-progress') return issuerOf(kind);
  return 'applicant';
}
