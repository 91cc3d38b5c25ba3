/** The documents that a rotation requires: the host's list, if its page has one, plus the guide's default list. */
import {
  DEFAULT_CHECKLIST,
  DOCUMENT_FACTS,
  type DocumentKind,
} from '#shared/world/hosts/document-kinds.ts';
import { monthsOf } from '#shared/world/hosts/host-days.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import type { Entry } from '#shared/world/vocabulary.ts';
import type { ChecklistItem, Holder } from '../facts/document.ts';
import type { Profile } from '../facts/facts.ts';
import type { Rotation } from '../facts/rotation.ts';
import { isClinical, isInUs } from '../rotation/kind.ts';
import { entryPaperOf, isEntryPaper } from './entry-paper.ts';
import { touchesFluSeason } from './judge.ts';

/** Host pages seldom list everything, so in the US the guide's list (G14) is included, marked as the default. */
export function checklistFor(
  rotation: Asking,
  host: Institution | undefined,
  { entry }: Pick<Profile, 'entry'>,
): ChecklistItem[] {
  const isAsked = (kind: DocumentKind) =>
    !rotation.notAsked?.includes(kind) &&
    (kind !== 'influenza' || (isFluShotAsked(rotation, host) ?? true));
  const stated = (host?.requirements ?? []).filter(
    (kind) => (isInUs(rotation) || !US_PAPERS.has(kind)) && isAsked(kind),
  );
  const byDefault = ALL_DEFAULTS.filter(
    (kind) => isAsked(kind) && isAskedByDefault(kind, rotation, host, entry),
  );
  const hosts = stated.map((kind) => itemOf(kind, 'host'));
  const others = byDefault.filter((kind) => !stated.includes(kind));
  return [...hosts, ...others.map((kind) => itemOf(kind, 'default'))];
}

type Asking = Pick<Rotation, 'country' | 'dates' | 'mode' | 'notAsked'>;

/** By the months for which the host wants a flu shot; undefined where it names none. */
function isFluShotAsked({ dates }: Asking, host: Institution | undefined): boolean | undefined {
  const months = host?.offering.read?.influenzaMonths;
  return months && dates && monthsOf(dates).some((month) => months.includes(month));
}

/** A flu shot comes and goes with the rotation's dates: by the host's months, else by the default list. */
export function withFluShot(
  rotation: Rotation,
  host: Institution | undefined,
  entry: Entry | undefined,
): Rotation {
  const isAsked = isFluShotAsked(rotation, host);
  if (isAsked === undefined) return withDefault('influenza', rotation, host, entry);
  const { checklist } = rotation;
  const item = checklist.find(({ kind }) => kind === 'influenza');
  if (rotation.notAsked?.includes('influenza')) return rotation;
  if (isAsked === (item !== undefined) || item?.status === 'cleared') return rotation;
  return {
    ...rotation,
    checklist: item
      ? checklist.filter((each) => each !== item)
      : [...checklist, itemOf('influenza', 'host')],
  };
}

/** Whether a document is required where the host does not mention it. */
function isAskedByDefault(
  kind: DocumentKind,
  rotation: Asking,
  host: Institution | undefined,
  entry: Entry | undefined,
): boolean {
  if (!isInUs(rotation) || rotation.notAsked?.includes(kind)) return false;
  if (isEntryPaper(kind)) return entryPaperOf(rotation, host, entry) === kind;
  // The guide's list is what hospitals require of anyone who sees patients.
  if (!isClinical(rotation)) return false;
  if (kind !== 'influenza') return DEFAULT_CHECKLIST.includes(kind);
  return !rotation.dates || touchesFluSeason(rotation.dates);
}

/** Adds or removes a document as the default list requires; what the host requires or has cleared stays. */
export function withDefault(
  kind: DocumentKind,
  rotation: Rotation,
  host: Institution | undefined,
  entry: Entry | undefined,
): Rotation {
  const { checklist } = rotation;
  const item = checklist.find((each) => each.kind === kind);
  const isAsked = isAskedByDefault(kind, rotation, host, entry);
  if (isAsked === (item !== undefined)) return rotation;
  if (!item) return { ...rotation, checklist: [...checklist, itemOf(kind, 'default')] };
  const isHosts = item.askedBy === 'host' || item.status === 'cleared';
  return isHosts ? rotation : { ...rotation, checklist: checklist.filter((each) => each !== item) };
}

/** The applicant starts every document, even those that others issue. */
function itemOf(kind: DocumentKind, askedBy: ChecklistItem['askedBy']): ChecklistItem {
  return { kind, status: 'to-do', heldBy: 'applicant', askedBy };
}

const ALL_DEFAULTS: readonly DocumentKind[] = [...DEFAULT_CHECKLIST, 'visa', 'esta'];
/** Required only by US hospitals or at the US border. */
const US_PAPERS: ReadonlySet<DocumentKind> = new Set([
  'visa',
  'esta',
  'health-insurance',
  'english',
  'malpractice',
  'hipaa',
  'step-1',
]);

export function holderAfter({ kind, status }: Pick<ChecklistItem, 'kind' | 'status'>): Holder {
  if (status === 'submitted') return 'host';
  if (status === 'in-progress') return DOCUMENT_FACTS[kind].issuedBy;
  return 'applicant';
}
