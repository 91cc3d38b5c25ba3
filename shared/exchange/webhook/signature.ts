/** A sender's secrets, and what is signed with them: as Standard Webhooks does (https://www.standardwebhooks.com), and as Typeform. Their library reads the clock itself, so the HMAC is here. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { type Instant, instantSchema, plusMs } from '#shared/base/time/instant.ts';

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

/** After a rotation both secrets count for a week: time to change the form. */
const SECRET_OVERLAP_MS = 7 * 86_400_000;

export const generationSchema = z.strictObject({
  n: z.int().min(1),
  since: instantSchema,
  /** Valid until then; absent on the current one. */
  until: instantSchema.exactOptional(),
});
type Generation = z.infer<typeof generationSchema>;

/** `whsec_` and 32 bytes in base64, as Standard Webhooks writes a secret. `webhookKey` is the deployment's own. */
export function secretText(webhookKey: string, senderId: string, generation: number): string {
  return `whsec_${secretBytes(webhookKey, senderId, generation).toString('base64')}`;
}

/** Derived from the webhook key, the sender, and a generation: neither the table nor a backup can sign. `webhookKey`: the deployment's. */
function secretBytes(webhookKey: string, senderId: string, generation: number): Buffer {
  return createHmac('sha256', webhookKey).update(`sender ${senderId} ${generation}`).digest();
}

/** The generations whose secrets are valid now: the current one, and for a while the one before. */
export function validGenerations(generations: readonly Generation[], now: Instant): Generation[] {
  return generations.filter(({ until }) => until === undefined || now < until);
}

/** One more generation; of the earlier ones, only the latest stays valid, for a week. */
export function rotated(generations: readonly Generation[], now: Instant): Generation[] {
  const last = generations.at(-1);
  const next: Generation = { n: (last?.n ?? 0) + 1, since: now };
  return last ? [{ ...last, until: plusMs(now, SECRET_OVERLAP_MS) }, next] : [next];
}

/** Only the current secret is valid from now on: an older one leaked, or the form is already changed. */
export function withoutOlder(generations: readonly Generation[]): Generation[] {
  return generations.slice(-1);
}
