/** A host's offering with corrected cells, read again as the directory's own rows are. */
import { capital } from '#shared/base/capital.ts';
import type { Offering } from '../hosts/offering.ts';
import { type Institution, institutionOf } from '../programs/institution.ts';
import { type CellValue, cellWords, HOST_CELLS, type HostField, isSign } from './cells.ts';
import type { HostCorrection, NewHost } from './correction.ts';

/** A host of which nothing is known yet but its name and place. */
export function newHostOf(entered: NewHost): Institution {
  const { institutionId: id, name, city, state, mode, source, checkedOn, certainty } = entered;
  const offering: Offering = {
    id,
    hostId: id,
    institution: name,
    ...(city && { city }),
    state,
    name: 'Visiting rotation',
    mode,
    sources: [source],
    confidence: 'medium',
    checkedOn,
    domains: [],
  };
  return { ...institutionOf(offering, name), source, certainty };
}

export function hostWith(host: Institution, correction: HostCorrection): Institution {
  const { field, value, source, checkedOn, certainty } = correction;
  const provenance = { source, checkedOn, certainty };
  if (field === 'domain') return correction.unconfirmed ? host : withDomain(host, String(value));
  if (isSign(field)) {
    const answer = value === 'yes' ? ('yes' as const) : ('no' as const);
    return { ...host, teaching: { ...host.teaching, [field]: { answer, ...provenance } } };
  }
  const cell = HOST_CELLS[field];
  const label = capital(cell.label);
  return {
    ...readAgain(host, offeringWith(host.offering, field, value)),
    corrected: { ...host.corrected, [field]: { label, text: cellWords(cell, value), provenance } },
  };
}

/** Nobody knows it until somebody confirms one of the values. */
export function disputedHost(host: Institution, { field }: HostCorrection): Institution {
  if (field === 'domain') return host;
  const disputed = [...(host.disputed ?? []), field];
  if (isSign(field)) {
    const { [field]: _, ...teaching } = host.teaching ?? {};
    return { ...host, teaching, disputed };
  }
  return { ...readAgain(host, offeringWithout(host.offering, field)), disputed };
}

/** Only a confirmed one says which pages are official. */
function withDomain(host: Institution, domain: string): Institution {
  const { offering } = host;
  return { ...host, offering: { ...offering, domains: [...offering.domains, domain] } };
}

/** Everything that is read from the offering, so that nothing of the old cell stays. */
function readAgain(host: Institution, offering: Offering): Institution {
  const { teaching, corrected, disputed } = host;
  return {
    ...institutionOf(offering, host.name),
    ...(teaching && { teaching }),
    ...(corrected && { corrected }),
    ...(disputed && { disputed }),
  };
}

function offeringWith(offering: Offering, field: HostField, value: CellValue): Offering {
  if (HOST_CELLS[field].at === 'column') return { ...offering, [field]: value };
  const kind = FEE_OF[field];
  if (kind)
    return { ...offering, read: { ...offering.read, fees: feesWith(offering, kind, value) } };
  const read = { ...offering.read, [READ_AS[field] ?? field]: readValue(field, value) };
  return { ...offering, read };
}

function offeringWithout(offering: Offering, field: HostField): Offering {
  const { [field as 'students']: _, ...others } = offering;
  if (HOST_CELLS[field].at === 'column') return others;
  const kind = FEE_OF[field];
  if (kind) return { ...offering, read: { ...offering.read, fees: feesWithout(offering, kind) } };
  const { [(READ_AS[field] ?? field) as 'deadline']: __, ...read } = offering.read ?? {};
  return { ...offering, read };
}

const FEE_OF: Readonly<Partial<Record<HostField, Fee['kind']>>> = {
  applicationFee: 'application',
  tuitionFee: 'tuition',
};

type Fee = NonNullable<NonNullable<Offering['read']>['fees']>[number];

function feesWith(offering: Offering, kind: Fee['kind'], value: CellValue): Fee[] {
  const fee = { kind, usd: Number(value), per: 'once' } as const;
  return [...feesWithout(offering, kind), kind === 'tuition' ? { ...fee, per: FOUR_WEEKS } : fee];
}

const FOUR_WEEKS = { weeks: 4 };

function feesWithout({ read }: Offering, kind: Fee['kind']): Fee[] {
  return (read?.fees ?? []).filter((fee) => fee.kind !== kind);
}

/** Where the name of a cell is not the name under which it is read. */
const READ_AS: Readonly<Partial<Record<HostField, keyof NonNullable<Offering['read']>>>> = {
  leadDays: 'deadline',
  documentsLeadDays: 'documents',
  months: 'opening',
};

function readValue(field: HostField, value: CellValue) {
  if (HOST_CELLS[field].kind === 'days') return [{ before: { days: value } }];
  return field === 'months' && Array.isArray(value) ? [{ openMonths: value.map(Number) }] : value;
}
