/** Whether a document serves a rotation: cleared by the host, or valid through the rotation's last day. */

import { type Day, daysBetween, plusDays, plusMonths } from '#shared/base/time/day.ts';
import {
  DOCUMENT_FACTS,
  type DocumentKind,
  type Validity,
} from '#shared/world/hosts/document-kinds.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import type { ChecklistItem, Clearance, HeldDocument } from '../facts/document.ts';
import type { Rotation, RotationDates } from '../facts/rotation.ts';
import { dayToCover, lastDayOfDose, vaccineFrom } from './flu-season.ts';

/** How one checklist item stands, judged to the END of the rotation and never to its start. */
export interface Standing {
  readonly kind: DocumentKind;
  readonly word: Clearance | 'expires-too-early';
  /** The applicant's own paper of this kind: of several, the one that serves this rotation best. */
  readonly document?: HeldDocument;
  /** Last day on which that paper counts, where known. */
  readonly validUntil?: Day;
  /** Issued on or after this day, it covers the rotation. */
  readonly renewFrom?: Day;
  /** Days by which the last valid day misses the rotation's end, or its start where the host counts to that. */
  readonly short?: { readonly byDays: number; readonly of: 'start' | 'end' };
}

/** Every item of a rotation's checklist, in the checklist's order. */
export function judgeChecklist(
  rotation: Rotation,
  held: readonly HeldDocument[],
  host: Institution | undefined,
): Standing[] {
  return rotation.checklist.map((item) =>
    judge(item, held, rotation.dates, validityAt(item.kind, host)),
  );
}

/** True when nothing on the checklist is open. An empty checklist is complete. */
export function isComplete(standings: readonly Standing[]): boolean {
  return standings.every((standing) => standing.word === 'cleared');
}

/** The paper of this kind that lasts longest: the one that is shown and corrected where no rotation says which. */
export function latestOf(
  held: readonly HeldDocument[],
  kind: DocumentKind,
): HeldDocument | undefined {
  return bestOf(
    held.filter((document) => document.kind === kind),
    validityAt(kind, undefined),
  );
}

/** The host's own validity where its page states one, else the default of its kind. */
export function validityAt(kind: DocumentKind, host: Institution | undefined): Validity {
  return host?.validityOverrides?.[kind] ?? DOCUMENT_FACTS[kind].validity;
}

/** The paper that serves best: one that covers the day, then one of unknown end, then the one that lasts longest. */
function bestOf(
  held: readonly HeldDocument[],
  validity: Validity,
  day?: Day,
): HeldDocument | undefined {
  // `~` sorts after every day: an unknown end is better than the day before the one to cover.
  const unknownEnd = day ? `${plusDays(day, -1)}~` : '';
  const rank = (document: HeldDocument) =>
    `${lastValidDay(document, validity) ?? unknownEnd} ${document.issuedOn ?? ''}`;
  return held.toSorted((a, b) => (rank(a) > rank(b) ? -1 : Number(rank(a) < rank(b))))[0];
}

/** From this day on a paper that serves the rotation is available; undefined where that is any day. */
export function availableFrom(
  kind: DocumentKind,
  dates: RotationDates,
  host: Institution | undefined,
): Day | undefined {
  return validityAt(kind, host) === 'season' ? vaccineFrom(dayToCover(dates)) : undefined;
}

function judge(
  item: ChecklistItem,
  held: readonly HeldDocument[],
  dates: RotationDates | undefined,
  validity: Validity,
): Standing {
  const { kind, status } = item;
  const must = dates && mustCover(dates, validity);
  const document = bestOf(
    held.filter((each) => each.kind === kind && !isAfter(each, dates)),
    validity,
    must?.day,
  );
  if (!document) return { kind, word: status };
  const validUntil = lastValidDay(document, validity);
  if (!validUntil) return { kind, word: status, document };
  // What the host has accepted is done, whatever its dates.
  if (status === 'cleared' || !must || validUntil >= must.day)
    return { kind, word: status, document, validUntil };
  return {
    kind,
    word: 'expires-too-early',
    document,
    validUntil,
    short: { byDays: daysBetween(validUntil, must.day), of: must.of },
    ...(validity !== 'none' && { renewFrom: renewFrom(must.day, validity) }),
  };
}

/** A paper of a later year does not serve a rotation that is over by then. */
function isAfter({ issuedOn }: HeldDocument, dates: RotationDates | undefined): boolean {
  return issuedOn !== undefined && dates !== undefined && issuedOn > dates.end;
}

/** The rotation's last day, unless the host counts this document to the first. */
function mustCover(
  dates: RotationDates,
  validity: Validity,
): { readonly day: Day; readonly of: 'start' | 'end' } {
  const day = validity === 'season' ? dayToCover(dates) : dates.end;
  const toStart =
    typeof validity === 'object' && 'days' in validity && validity.countedTo === 'start';
  return toStart || day === dates.start ? { day: dates.start, of: 'start' } : { day, of: 'end' };
}

/** The last day on which a document counts: printed on it, or from its issue day; undefined when neither is known. */
export function lastValidDay(document: HeldDocument, validity: Validity): Day | undefined {
  if (document.expiresOn) return document.expiresOn;
  if (!document.issuedOn || validity === 'none') return undefined;
  if (validity === 'season') return lastDayOfDose(document.issuedOn);
  return 'months' in validity
    ? plusMonths(document.issuedOn, validity.months)
    : plusDays(document.issuedOn, validity.days);
}

function renewFrom(day: Day, validity: Exclude<Validity, 'none'>): Day {
  if (validity === 'season') return vaccineFrom(day);
  if ('days' in validity) return plusDays(day, -validity.days);
  // Months clamp: a test of 28 Feb 2027 ends on 28 Feb 2028, a day short of the 29th.
  let from = plusMonths(day, -validity.months);
  while (plusMonths(from, validity.months) < day) from = plusDays(from, 1);
  return from;
}
