/** Standard Webhooks' scheme (https://www.standardwebhooks.com) and Typeform's. Their library reads the clock itself, so the HMAC is here. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { secretBytes, secretText } from './secret.ts';

/** Signatures one header may hold: two secrets, each in a few versions. */
const SIGNATURES_MAX = 8;

/** A secret as both schemes take it. */
export interface Secret {
  /** What Standard Webhooks signs with: what is behind `whsec_`, decoded. */
  readonly bytes: Uint8Array;
  /** What Typeform signs with: the text as it was pasted. */
  readonly text: string;
}

/** The secret as a sender is given it, and as bytes. */
export function secretOf(webhookKey: string, senderId: string, generation: number): Secret {
  return {
    bytes: secretBytes(webhookKey, senderId, generation),
    text: secretText(webhookKey, senderId, generation),
  };
}

/** What Standard Webhooks' headers state. None of it is trusted until the signature is verified. */
export interface StandardHeaders {
  readonly id: string;
  /** Seconds since 1970, as they were written. */
  readonly timestamp: string;
  /** `v1,<base64>` one or more times, with spaces between. */
  readonly signature: string;
}

/** The signature header for a body: what a sender computes. */
export function signStandard(
  secret: Pick<Secret, 'bytes'>,
  { id, timestamp }: Omit<StandardHeaders, 'signature'>,
  body: Uint8Array,
): string {
  const hmac = createHmac('sha256', secret.bytes).update(`${id}.${timestamp}.`).update(body);
  return `v1,${hmac.digest('base64')}`;
}

/** True when one of the signatures was made with one of the secrets over exactly these bytes. */
export function holdsStandard(
  secrets: readonly Secret[],
  headers: StandardHeaders,
  body: Uint8Array,
): boolean {
  const expected = secrets.map((secret) => signStandard(secret, headers, body));
  return headers.signature
    .split(' ', SIGNATURES_MAX)
    .some((given) => expected.some((each) => isSame(given, each)));
}

/** `sha256=<base64>`, as Typeform sends it: https://www.typeform.com/developers/webhooks/secure-your-webhooks/ */
export function signTypeform(secret: Pick<Secret, 'text'>, body: Uint8Array): string {
  return `sha256=${createHmac('sha256', secret.text).update(body).digest('base64')}`;
}

/** Whether Typeform signed these bytes under one of the secrets. Compared in constant time. */
export function holdsTypeform(
  secrets: readonly Secret[],
  signature: string,
  body: Uint8Array,
): boolean {
  return secrets.some((secret) => isSame(signature, signTypeform(secret, body)));
}

/** In the same time wherever they differ. The length of a signature is no secret. */
function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
