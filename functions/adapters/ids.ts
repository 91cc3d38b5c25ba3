/** New ids: the one place that makes randomness. */
import { randomBytes } from 'node:crypto';

/** 20 letters, digits, `_` or `-`: 120 random bits, safe in a key, an address line and a mail header. */
export function newId(): string {
  return randomBytes(15).toString('base64url');
}
