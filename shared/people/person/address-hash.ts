/** The id of an address item: keyed, so that addresses cannot be tried against a copy of the table. */
import { createHmac } from 'node:crypto';

/** HMAC-SHA-256 in hex, the same however the address was typed. `pepper` is the deployment's own secret. */
export function hashAddress(address: string, pepper: string): string {
  return createHmac('sha256', pepper).update(address.trim().toLowerCase()).digest('hex');
}
