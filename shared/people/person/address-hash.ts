/** The id of an address item: keyed, so that addresses cannot be tried against a copy of the table. */
import { createHmac } from 'node:crypto';
import type { PersonKind } from './person.ts';

/** HMAC-SHA-256 in hex, however the address was typed. By role: one who stopped emails as a writer may still be an applicant. */
export function hashAddress(
  address: string,
  pepper: string,
  kind: PersonKind = 'applicant',
): string {
  const typed = address.trim().toLowerCase();
  const named = kind === 'applicant' ? typed : `${kind} at ${typed}`;
  return createHmac('sha256', pepper).update(named).digest('hex');
}
