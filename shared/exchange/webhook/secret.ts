/** A sender's secrets, derived from the webhook key, the sender, and a generation: neither the table nor a backup can sign. */
import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { type Instant, instantSchema, plusMs } from '#shared/base/time/instant.ts';

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

/** The secret of one generation. `webhookKey`: the deployment's. */
export function secretBytes(webhookKey: string, senderId: string, generation: number): Buffer {
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
