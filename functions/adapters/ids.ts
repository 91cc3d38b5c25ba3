/** New ids: the only source of randomness. */
import { randomBytes } from 'node:crypto';

/** 120 random bits as 20 letters, digits, `_` or `-` after one letter: safe in a key, an address line, an email header. */
export function newId(): string {
  return `i${randomBytes(15).toString('base64url')}`;
}

/** 256 random bits as 43 letters, digits, `_` or `-`: nobody can guess it. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
