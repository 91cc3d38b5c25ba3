/** Every host in one sheet, a column for each cell that can be corrected. */
import { csvOf } from '#shared/base/csv.ts';
import { hostFeeOf } from '../hosts/host-fees.ts';
import type { Institution } from '../programs/institution.ts';
import { HOST_CELLS, HOST_FIELDS, type HostField, isSign } from './cells.ts';

const ABOUT = ['id', 'host', 'offering', 'city', 'state', 'mode', 'checkedOn', 'source'] as const;

export function hostSheet(hosts: readonly Institution[]): string {
  const header = [...ABOUT, ...HOST_FIELDS];
  const rows = hosts.map((host) => {
    const { id, name, program, checkedOn = '', source, offering } = host;
    const { city = '', state = '', mode } = offering;
    const about = [id, name, program, city, state, mode, checkedOn, source];
    return [...about, ...HOST_FIELDS.map((field) => cellText(host, field))];
  });
  return csvOf(header, rows);
}

/** Empty for what is not known; several values with a semicolon between them. */
function cellText(host: Institution, field: HostField): string {
  if (isSign(field)) return host.teaching?.[field]?.answer ?? '';
  if (field === 'leadDays' || field === 'documentsLeadDays') return String(host[field] ?? '');
  if (field === 'applicationFee') return String(hostFeeOf(host.offering, 'application') ?? '');
  if (field === 'tuitionFee') return String(hostFeeOf(host.offering, 'tuition') ?? '');
  if (field === 'domain') return host.offering.domains[0] ?? '';
  const { offering } = host;
  const of = HOST_CELLS[field].at === 'column' ? offering : (offering.read ?? {});
  const value: unknown = (of as Readonly<Record<string, unknown>>)[field];
  return Array.isArray(value) ? value.join('; ') : value === undefined ? '' : String(value);
}
