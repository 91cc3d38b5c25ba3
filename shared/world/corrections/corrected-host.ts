/** A host's offering with corrected cells, parsed again like the directory's own rows. */
import { capital } from '#shared/base/sentence.ts';
import type { Offering } from '../hosts/offering.ts';
import { hostFeeOf, type Institution, institutionOf } from '../programs/institution.ts';
import { cellWords } from './cell-words.ts';
import { heldOf, heldText } from './cells.ts';
import type { HostCheck, HostCorrection, NewHost } from './correction.ts';
import { HOST_CELLS, type HostField, isSign } from './host-cells.ts';

/** A host of which nothing is known yet but its name and place. */
export function newHostOf(entered: NewHost): Institution {
  const { institutionId: id, name, city, state, mode, source, checkedOn, certainty } = entered;
  const offering: Offering = {
    id,
    hostId: id,
    institution: name,
    ...(city && { city }),
    state,
    name: mode === 'research' ? 'Research stay' : 'Visiting rotation',
    mode,
    sources: [source],
    confidence: 'medium',
    checkedOn,
    domains: [],
  };
  return { ...institutionOf(offering, name), source, certainty };
}

export function hostWith(host: Institution, correction: HostCorrection): Institution {
  const { field, value, source, checkedOn, certainty, unconfirmed } = correction;
  const of = HOST_CELLS[field];
  const provenance = { source, checkedOn, certainty };
  // Only a confirmed one says which pages are official.
  if (field === 'domain' && unconfirmed) return host;
  if (isSign(field)) {
    const answer = value === 'yes' ? ('yes' as const) : ('no' as const);
    return { ...host, teaching: { ...host.teaching, [field]: { answer, ...provenance } } };
  }
  const made = readAgain(host, offeringWith(host.offering, of.at, heldOf(of, value)));
  const [part = ''] = of.at.split('.');
  const column = part === 'fees' ? of.at : part;
  const cell = { label: capital(of.label), text: cellWords(of, value), column, provenance };
  return field === 'domain' ? made : { ...made, corrected: { ...host.corrected, [field]: cell } };
}

/** The row's own day: a corrected cell has its own. */
export function hostChecked(host: Institution, { checkedOn }: HostCheck): Institution {
  return { ...host, checkedOn, offering: { ...host.offering, checkedOn } };
}

/** Unknown until someone confirms one of the values. */
export function disputedHost(host: Institution, { field }: HostCorrection): Institution {
  if (field === 'domain') return host;
  const disputed = [...(host.disputed ?? []), field];
  if (isSign(field)) {
    const { [field as 'mentor']: _, ...teaching } = host.teaching ?? {};
    return { ...host, teaching, disputed };
  }
  // No offering is without a name and a mode.
  const kept = { mode: 'unclear', offering: host.offering.name };
  const unknown = kept[field as keyof typeof kept];
  return {
    ...readAgain(host, offeringWith(host.offering, HOST_CELLS[field].at, unknown)),
    disputed,
  };
}

/** A cell as forms and sheets write it; empty for what is not known. */
export function hostText(host: Institution, field: HostField): string {
  const of = HOST_CELLS[field];
  const held = heldBy(host, of.at);
  const isCorrectedNo = held === undefined && of.kind === 'flag' && host.corrected?.[field];
  return isCorrectedNo ? 'no' : heldText(of, held);
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

type Read = NonNullable<Offering['read']>;
type Fee = NonNullable<Read['fees']>[number];
type Opening = NonNullable<Read['opening']>[number];

function heldBy(host: Institution, at: string): unknown {
  const { offering, teaching, monthsOpenToInternational } = host;
  const [part, name = ''] = at.split('.');
  if (part === 'sign') return teaching?.[name as 'mentor']?.answer;
  if (part === 'fees') return hostFeeOf(offering, name as Fee['kind']);
  if (name === 'openMonths') return monthsOpenToInternational;
  if (part === 'opening') return offering.read?.opening?.find(isFor(name))?.[name as keyof Opening];
  return at
    .split('.')
    .reduce<unknown>((of, key) => (of as Record<string, unknown> | undefined)?.[key], offering);
}

/** As if neither a page nor an advisor had said it. */
export function offeringWithout(offering: Offering, field: HostField): Offering {
  return offeringWith(offering, HOST_CELLS[field].at, undefined);
}

/** @param held undefined: as if no page said it */
function offeringWith(offering: Offering, at: string, held: unknown): Offering {
  const [part, name = ''] = at.split('.');
  if (part === 'domains') return { ...offering, domains: [...offering.domains, String(held)] };
  if (part !== 'fees' && part !== 'opening') return put(offering, at.split('.'), held) as Offering;
  const { fees = [], opening = [] } = offering.read ?? {};
  const others =
    part === 'fees'
      ? fees.filter(({ kind }) => kind !== name)
      : opening.flatMap((each) => (each.only ? [each] : without(each, name)));
  const per = name === 'tuition' ? { weeks: 4 } : 'once';
  const own = part === 'fees' ? { kind: name, usd: held, per } : { [name]: held };
  const all = held === undefined ? others : [...others, own];
  return put(offering, ['read', part], all.length > 0 ? all : undefined) as Offering;
}

function isFor(name: string) {
  return (opening: Opening) => !opening.only && name in opening;
}

/** Open months replace closed ones, too. */
function without(opening: Opening, name: string): Opening[] {
  const gone = name === 'openMonths' ? ['openMonths', 'closedMonths'] : [name];
  const kept = Object.entries(opening).filter(([key]) => !gone.includes(key));
  return kept.length > 0 ? [Object.fromEntries(kept)] : [];
}

/** Without what would be empty. */
function put(of: object | undefined, [key = '', ...path]: string[], value: unknown): unknown {
  const { [key]: old, ...others } = (of ?? {}) as Record<string, object | undefined>;
  const held = path.length > 0 ? put(old, path, value) : value;
  if (held !== undefined) return { ...others, [key]: held };
  return Object.keys(others).length > 0 ? others : undefined;
}
