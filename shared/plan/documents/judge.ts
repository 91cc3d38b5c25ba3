/** Whether a document serves a rotation: cleared by the host, and valid through the rotation's last day. */

import {
  type Day,
  dayOf,
  daysBetween,
  partsOf,
  plusDays,
  plusMonths,
} from '#shared/base/time/day.ts';
import {
  DOCUMENT_FACTS,
  type DocumentKind,
  type Validity,
} from '#shared/world/hosts/document-kinds.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import type { ChecklistItem, Clearance, HeldDocument } from '../facts/document.ts';
import type { Rotation, RotationDates } from '../facts/rotation.ts';

/** How one checklist item stands, judged to the END of the rotation and never to its start. */
export interface Standing {
  readonly kind: DocumentKind;
  readonly word: Clearance | 'expires-too-early';
  /** Last day on which the document counts, where known. */
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
    judge(
      item,
      held.find((document) => document.kind === item.kind),
      rotation.dates,
      validityAt(item.kind, host),
    ),
  );
}

/** True when nothing on the checklist is open. An empty checklist is complete. */
export function isComplete(standings: readonly Standing[]): boolean {
  return standings.every((standing) => standing.word === 'cleared');
}

/** The host's own validity where its page states one, else the default of its kind. */
export function validityAt(kind: DocumentKind, host: Institution | undefined): Validity {
  return host?.validityOverrides?.[kind] ?? DOCUMENT_FACTS[kind].validity;
}

function judge(
  item: ChecklistItem,
  document: HeldDocument | undefined,
  dates: RotationDates | undefined,
  validity: Validity,
): Standing {
  const validUntil = document && lastValidDay(document, validity);
  if (!validUntil) return { kind: item.kind, word: item.status };
  const must = dates && mustCover(dates, validity);
  if (!must || validUntil >= must.day) return { kind: item.kind, word: item.status, validUntil };
  return {
    kind: item.kind,
    word: 'expires-too-early',
    validUntil,
    short: { byDays: daysBetween(validUntil, must.day), of: must.of },
    ...(typeof validity === 'object' && { renewFrom: backBy(must.day, validity) }),
  };
}

/** The rotation's last day, unless the host counts this document to the first. */
function mustCover(
  dates: RotationDates,
  validity: Validity,
): { readonly day: Day; readonly of: 'start' | 'end' } {
  const toStart =
    typeof validity === 'object' && 'days' in validity && validity.countedTo === 'start';
  return toStart ? { day: dates.start, of: 'start' } : { day: dates.end, of: 'end' };
}

/** The last day on which a document counts: printed on it, or from its issue day; undefined when neither is known. */
export function lastValidDay(document: HeldDocument, validity: Validity): Day | undefined {
  if (document.expiresOn) return document.expiresOn;
  if (!document.issuedOn || validity === 'none') return undefined;
  if (validity === 'season') return endOfInfluenzaSeason(document.issuedOn);
  return 'months' in validity
    ? plusMonths(document.issuedOn, validity.months)
    : plusDays(document.issuedOn, validity.days);
}

/** Ours: this season's vaccination counts until the summer after it. Hosts ask for a new one each autumn. */
function endOfInfluenzaSeason(issuedOn: Day): Day {
  const { year, month } = partsOf(issuedOn);
  return dayOf(month >= 7 ? year + 1 : year, 6, 30);
}

function backBy(end: Day, validity: Exclude<Validity, string>): Day {
  if ('days' in validity) return plusDays(end, -validity.days);
  // Months clamp: a test of 28 Feb 2027 ends on 28 Feb 2028, a day short of the 29th.
  let day = plusMonths(end, -validity.months);
  while (plusMonths(day, validity.months) < end) day = plusDays(day, 1);
  return day;
}
