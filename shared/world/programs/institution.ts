/** An offering as plans read it: its page's words, and what we read from them. An absent field is unknown; it is never "no". */
import type { DocumentKind } from '../hosts/document-kinds.ts';
import type { HostDate } from '../hosts/host-date.ts';
import { monthsDaysMost } from '../hosts/host-days.ts';
import type { Offering, VisaClass } from '../hosts/offering.ts';
import type { Provenance } from '../provenance.ts';
import type { Mode, Route } from '../vocabulary.ts';
import type { Teaching } from './teaching.ts';

interface ReadShape {
  modes: readonly Mode[];
  /** `partner-schools`: only schools it names or has an agreement with. */
  acceptsInternational: 'yes' | 'no' | 'partner-schools';
  acceptsGraduates: 'yes' | 'no';
  routes: readonly Route[];
  /** 1 January … 12 December. */
  monthsOpenToInternational: readonly number[];
  /** Least days between applying and the start. */
  leadDays: number;
  /** Least days between the last document and the start. */
  documentsLeadDays: number;
  /** All stated fees of one four-week rotation, in US dollars; deposits and optional items left out. */
  feeUsd: number;
  /** False: a rotation here never counts for letters. */
  grantsLetters: boolean;
  visaClasses: readonly VisaClass[];
  /** The kinds it states. A visa is left out: whether one is needed depends on the person. */
  requirements: readonly DocumentKind[];
}
type ReadField = keyof ReadShape;

interface CorrectedCell {
  readonly label: string;
  /** Its value in words. */
  readonly text: string;
  /** The column of the offering, which no longer holds what its page says. */
  readonly column: string;
  readonly provenance: Provenance;
}

export interface Institution extends Readonly<Partial<ReadShape>>, Provenance {
  /** The offering's id. */
  readonly id: string;
  readonly hostId: string;
  /** The host's name. */
  readonly name: string;
  /** The offering's name. */
  readonly program: string;
  readonly offering: Offering;
  readonly teaching?: Teaching;
  /** The time or edition that the page describes. */
  readonly statedFor?: string;
  /** By cell of the offering: what was corrected since the file was made. */
  readonly corrected?: Readonly<Record<string, CorrectedCell>>;
  /** The cells of which two advisors entered different values: unknown until one is confirmed. */
  readonly disputed?: readonly string[];
}

const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

export function institutionOf(offering: Offering, hostName: string): Institution {
  const { id, hostId, name, sources, checkedOn, confidence, statedFor, routes, letters } = offering;
  const { mode, read = {} } = offering;
  const fields: { [Field in ReadField]: ReadShape[Field] | undefined } = {
    modes: mode === 'unclear' ? undefined : [mode],
    acceptsInternational: studentsOf(offering),
    acceptsGraduates: graduatesOf(offering),
    routes: routes && [...new Set(routes.map((route) => routeOf(route, mode)))],
    monthsOpenToInternational: monthsOf(offering),
    leadDays: leadDaysOf(read.deadline),
    documentsLeadDays: leadDaysOf(read.documents),
    feeUsd: hostFeeUsd(offering),
    grantsLetters: letters && letters === 'yes',
    visaClasses: read.visaAccepted,
    requirements: requirementsOf(offering),
  };
  return {
    id,
    hostId,
    name: hostName,
    program: name,
    offering,
    source: sources[0] ?? '',
    certainty: confidence === 'high' ? 'official' : 'secondary',
    ...(checkedOn && { checkedOn }),
    ...(statedFor && { statedFor }),
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
  };
}

/** Where cells of a host come from: the page's provenance, or that of the first which was corrected. */
export function provenanceOf(host: Institution, ...cells: string[]): Provenance {
  const corrected = cells.map((cell) => host.corrected?.[cell]).find((each) => each);
  if (corrected) return corrected.provenance;
  const { source, checkedOn, certainty } = host;
  return { source, certainty, ...(checkedOn && { checkedOn }) };
}

function studentsOf({ students, read }: Offering): ReadShape['acceptsInternational'] | undefined {
  if (read?.refusesResidencySeekers) return 'no';
  if (students === undefined || students === 'yes' || students === 'no') return students;
  return 'partner-schools';
}

/** An offering for students is closed to graduates unless its page says otherwise; one for trained physicians is a question. */
function graduatesOf({ graduates, students, read }: Offering): 'yes' | 'no' | undefined {
  if (read?.refusesResidencySeekers) return 'no';
  if (graduates === 'trained-only') return undefined;
  if (graduates !== undefined) return graduates;
  return students === undefined ? undefined : 'no';
}

function routeOf(route: NonNullable<Offering['routes']>[number], mode: Offering['mode']): Route {
  if (route === 'vslo') return 'vslo';
  return mode === 'observer' ? 'observership' : 'institution';
}

function monthsOf({ read }: Offering): number[] | undefined {
  const openings = (read?.opening ?? []).filter(
    ({ only, openMonths, closedMonths }) => !only && (openMonths || closedMonths),
  );
  if (openings.length === 0) return undefined;
  return ALL_MONTHS.filter((month) =>
    openings.every(
      ({ openMonths, closedMonths }) =>
        (openMonths?.includes(month) ?? true) && !closedMonths?.includes(month),
    ),
  );
}

/** The longest lead that binds everyone; one that is only advised where nothing else is stated. */
export function leadDaysOf(dates: readonly HostDate[] | undefined): number | undefined {
  const leads = (dates ?? []).flatMap((date) =>
    'before' in date && !date.only ? [{ days: daysOf(date.before), advised: date.advised }] : [],
  );
  const binding = leads.filter(({ advised }) => !advised);
  const days = (binding.length > 0 ? binding : leads).map((lead) => lead.days);
  return days.length > 0 ? Math.max(...days) : undefined;
}

function daysOf(before: Extract<HostDate, { before: unknown }>['before']): number {
  if ('days' in before) return before.days;
  if ('weeks' in before) return 7 * before.weeks;
  if ('businessDays' in before) return Math.ceil(before.businessDays / 5) * 7 + 2;
  return monthsDaysMost(before.months);
}

function requirementsOf({ read }: Offering): DocumentKind[] | undefined {
  const kinds = [...(read?.papersWithApplication ?? []), ...(read?.papersAfterAcceptance ?? [])];
  const stated = [...new Set(kinds)].filter((kind) => kind !== 'visa');
  return stated.length > 0 ? stated : undefined;
}

type Fee = NonNullable<NonNullable<Offering['read']>['fees']>[number];

const FEE_WEEKS = 4;

/** All stated fees that everyone pays for four weeks, without what comes back; unknown where one is for some people only. */
function hostFeeUsd({ read, feeNotes }: Offering): number | undefined {
  const total = fourWeeks((read?.fees ?? []).filter(({ kind }) => kind !== 'deposit'));
  return total !== undefined && total > 0 ? total : feeNotes === undefined ? total : undefined;
}

/** The fees of these kinds; unknown where the page states none of them. */
export function hostFeeOf({ read }: Offering, ...kinds: Fee['kind'][]): number | undefined {
  return fourWeeks((read?.fees ?? []).filter(({ kind }) => kinds.includes(kind)));
}

function fourWeeks(fees: readonly Fee[]): number | undefined {
  const forAll = fees.filter((fee) => fee.for === undefined);
  const stays = forAll.filter(({ per }) => typeof per === 'object');
  const byLength = stays.find(({ per }) => typeof per === 'object' && per.weeks === FEE_WEEKS);
  const byWeek = stays.find(({ per }) => typeof per === 'object' && FEE_WEEKS % per.weeks === 0);
  const stay = byLength ?? byWeek;
  const once = forAll.filter(({ per }) => typeof per === 'string').map(({ usd }) => usd);
  if (forAll.length < fees.length || (once.length === 0 && !stay)) return undefined;
  const perStay =
    stay && typeof stay.per === 'object' ? (stay.usd * FEE_WEEKS) / stay.per.weeks : 0;
  return Math.round(once.reduce((sum, usd) => sum + usd, perStay));
}
