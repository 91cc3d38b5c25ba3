/** Whether a document works for a rotation: cleared by the host, or valid through the last day; and flu seasons, which a flu shot follows. */
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

/** The state of one checklist item, assessed at the END of the rotation, never at its start. */
export interface Standing {
  readonly kind: DocumentKind;
  readonly word: Clearance | 'expires-too-early';
  /** The applicant's document of this kind: of several, the best one for this rotation. */
  readonly document?: HeldDocument;
  /** The last day it is valid, if known. */
  readonly validUntil?: Day;
  /** A document issued on or after this day covers the rotation. */
  readonly renewFrom?: Day;
  /** How many days too early it expires, before the end, or before the start where the host counts to the start. */
  readonly short?: { readonly byDays: number; readonly of: 'start' | 'end' };
}

export function judgeChecklist(
  rotation: Rotation,
  held: readonly HeldDocument[],
  host: Institution | undefined,
): Standing[] {
  return rotation.checklist.map((item) =>
    judge(item, held, rotation.dates, validityAt(item.kind, host)),
  );
}

/** An empty checklist is complete. */
export function isComplete(standings: readonly Standing[]): boolean {
  return standings.every((standing) => standing.word === 'cleared');
}

/** The document of this kind that lasts longest: the one to show and correct outside a rotation. */
export function latestOf(
  held: readonly HeldDocument[],
  kind: DocumentKind,
): HeldDocument | undefined {
  return bestOf(
    held.filter((document) => document.kind === kind),
    validityAt(kind, undefined),
  );
}

/** The validity that the host states, otherwise the default. */
export function validityAt(kind: DocumentKind, host: Institution | undefined): Validity {
  return host?.offering.read?.validity?.[kind] ?? DOCUMENT_FACTS[kind].validity;
}

/** The best document: one that covers the day, then one with an unknown end, then the one that lasts longest. */
function bestOf(
  held: readonly HeldDocument[],
  validity: Validity,
  day?: Day,
): HeldDocument | undefined {
  // `~` sorts after any day: an unknown end is better than expiring a day too early.
  const unknownEnd = day ? `${plusDays(day, -1)}~` : '';
  const rank = (document: HeldDocument) =>
    `${lastValidDay(document, validity) ?? unknownEnd} ${document.issuedOn ?? ''}`;
  return held.toSorted((a, b) => (rank(a) > rank(b) ? -1 : Number(rank(a) < rank(b))))[0];
}

/** When a document that covers the rotation becomes available; undefined for any time. */
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
  const must = dates && mustCover(kind, dates, validity);
  const document = bestOf(
    held.filter((each) => each.kind === kind && !isAfter(each, dates)),
    validity,
    must?.day,
  );
  if (!document) return { kind, word: status };
  const validUntil = lastValidDay(document, validity);
  if (!validUntil) return { kind, word: status, document };
  // No host clears an ESTA: the same one counts on every entry until it expires.
  const isEsta = kind === 'esta';
  if (isEsta && must && validUntil >= must.day)
    return { kind, word: 'cleared', document, validUntil };
  // What the host has cleared is done, whatever its dates.
  if ((status === 'cleared' && !isEsta) || !must || validUntil >= must.day)
    return { kind, word: status, document, validUntil };
  return {
    kind,
    word: 'expires-too-early',
    document,
    validUntil,
    short: { byDays: daysBetween(validUntil, must.day), of: must.of },
    ...renewal(document, must.day, validity),
  };
}

/** A document issued after the rotation cannot serve it. */
function isAfter({ issuedOn }: HeldDocument, dates: RotationDates | undefined): boolean {
  return issuedOn !== undefined && dates !== undefined && issuedOn > dates.end;
}

/** The rotation's last day, or its first where the host counts to the start; an ESTA, the day of entry. */
function mustCover(
  kind: DocumentKind,
  dates: RotationDates,
  validity: Validity,
): { readonly day: Day; readonly of: 'start' | 'end' } {
  const day = validity === 'season' ? dayToCover(dates) : dates.end;
  const toStart =
    kind === 'esta' ||
    (typeof validity === 'object' && 'days' in validity && validity.countedTo === 'start');
  return toStart || day === dates.start ? { day: dates.start, of: 'start' } : { day, of: 'end' };
}

/** As printed, or computed from the issue date; undefined when neither is known. */
export function lastValidDay(document: HeldDocument, validity: Validity): Day | undefined {
  if (document.expiresOn) return document.expiresOn;
  if (!document.issuedOn || validity === 'none') return undefined;
  if (validity === 'season') return lastDayOfDose(document.issuedOn);
  return 'months' in validity
    ? plusMonths(document.issuedOn, validity.months)
    : plusDays(document.issuedOn, validity.days);
}

/** One that is printed to end sooner than others of its kind was issued late enough: no day helps. */
function renewal({ issuedOn }: HeldDocument, day: Day, validity: Validity) {
  const from = validity === 'none' ? undefined : renewFrom(day, validity);
  return from && !(issuedOn && issuedOn >= from) ? { renewFrom: from } : {};
}

function renewFrom(day: Day, validity: Exclude<Validity, 'none'>): Day {
  if (validity === 'season') return vaccineFrom(day);
  if ('days' in validity) return plusDays(day, -validity.days);
  // Months clamp: a test from Feb 28, 2027, expires on Feb 28, 2028, a day short of the 29th.
  let from = plusMonths(day, -validity.months);
  while (plusMonths(from, validity.months) < day) from = plusDays(from, 1);
  return from;
}

/** Our estimate: the first doses for the coming season are given in July, and anyone can get one by September. */
const FIRST_DOSES_MONTH = 7;
const AVAILABLE_MONTH = 9;
/** Our estimate: some hosts require it from November to March, others from October to June. */
const SEASON_MONTHS = [10, 11, 12, 1, 2, 3, 4, 5];

/** A dose counts until the next season starts: through September 30, unless the host has its own rule. */
function lastDayOfDose(issuedOn: Day): Day {
  const { year, month } = partsOf(issuedOn);
  return dayOf(month >= FIRST_DOSES_MONTH ? year + 1 : year, 9, 30);
}

/** When a dose that covers this day becomes available. */
function vaccineFrom(day: Day): Day {
  const { year, month } = partsOf(day);
  return dayOf(month >= 10 ? year : year - 1, AVAILABLE_MONTH, 1);
}

/** If the new dose is available only after the rotation starts, covering the first day is enough. */
function dayToCover({ start, end }: RotationDates): Day {
  return vaccineFrom(end) < start ? end : start;
}

export function touchesFluSeason(dates: RotationDates): boolean {
  const { year, month } = partsOf(dates.start);
  return SEASON_MONTHS.includes(month) || dayToCover(dates) >= dayOf(year, 10, 1);
}
