/** The documents a rotation asks for: the host's own list where its page states one, always with the guide's default. */

import {
  DEFAULT_CHECKLIST,
  DOCUMENT_FACTS,
  type DocumentKind,
} from '#shared/world/hosts/document-kinds.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import type { Entry } from '#shared/world/vocabulary.ts';
import type { ChecklistItem, Holder } from '../facts/document.ts';
import type { Profile } from '../facts/facts.ts';
import type { Rotation } from '../facts/rotation.ts';
import { isInUs } from '../rotation/kind.ts';
import { touchesFluSeason } from './flu-season.ts';

/**
 * The checklist of a newly accepted rotation, every item still to do.
 * A host's page seldom lists everything, so the guide's list (G14) stays in and says that it is the default.
 * That list is of papers for the US: elsewhere only what the host states is asked for.
 */
export function checklistFor(
  rotation: Asking,
  host: Institution | undefined,
  { entry }: Pick<Profile, 'entry'>,
): ChecklistItem[] {
  const stated = (host?.requirements ?? []).filter(
    (kind) => isInUs(rotation) || !US_PAPERS.has(kind),
  );
  const byDefault = ALL_DEFAULTS.filter((kind) => isAskedByDefault(kind, rotation, entry));
  const hosts = stated.map((kind) => itemOf(kind, 'host'));
  const others = byDefault.filter((kind) => !stated.includes(kind));
  return [...hosts, ...others.map((kind) => itemOf(kind, 'default'))];
}

type Asking = Pick<Rotation, 'country' | 'dates'>;

/** Whether a document is asked for where the host says nothing of it. */
export function isAskedByDefault(
  kind: DocumentKind,
  rotation: Asking,
  entry: Entry | undefined,
): boolean {
  if (!isInUs(rotation)) return false;
  if (kind === 'visa') return entry === 'visa';
  if (kind === 'esta') return entry === 'waiver';
  if (kind !== 'influenza') return DEFAULT_CHECKLIST.includes(kind);
  return !rotation.dates || touchesFluSeason(rotation.dates);
}

/** The checklist with this document on it, or without it, as the default asks; what the host asked or cleared stays. */
export function withDefault(
  kind: DocumentKind,
  rotation: Rotation,
  entry: Entry | undefined,
): Rotation {
  const { checklist } = rotation;
  const item = checklist.find((each) => each.kind === kind);
  const isAsked = isAskedByDefault(kind, rotation, entry);
  if (isAsked === (item !== undefined)) return rotation;
  if (!item) return { ...rotation, checklist: [...checklist, itemOf(kind, 'default')] };
  const isHosts = item.askedBy === 'host' || item.status === 'cleared';
  return isHosts ? rotation : { ...rotation, checklist: checklist.filter((each) => each !== item) };
}

/** The applicant starts every document, whoever issues it in the end. */
function itemOf(kind: DocumentKind, askedBy: ChecklistItem['askedBy']): ChecklistItem {
  return { kind, status: 'to-do', heldBy: 'applicant', askedBy };
}

const ALL_DEFAULTS: readonly DocumentKind[] = [...DEFAULT_CHECKLIST, 'visa', 'esta'];
/** Papers that only a US hospital or a US border asks for. */
const US_PAPERS: ReadonlySet<DocumentKind> = new Set([
  'visa',
  'esta',
  'health-insurance',
  'english',
  'malpractice',
  'hipaa',
  'step-1',
]);

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
