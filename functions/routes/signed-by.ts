/** The sender whose signature a request bears, or nothing. Nobody learns which part of it was wrong. */
import type { Context } from 'hono';
import { idSchema } from '#shared/base/text.ts';
import type { Envelope } from '#shared/exchange/webhook/read-message.ts';
import { standing } from '#shared/exchange/webhook/secret.ts';
import type { Product, Sender } from '#shared/exchange/webhook/sender.ts';
import { holdsStandard, holdsTypeform, secretOf } from '#shared/exchange/webhook/signature.ts';
import type { WebhookDeps } from './webhook-deps.ts';

export interface Signed {
  readonly sender: Sender;
  readonly envelope: Envelope;
}

export async function signedBy(
  deps: WebhookDeps,
  product: Product,
  c: Context,
  body: Uint8Array,
): Promise<Signed | undefined> {
  const id = idSchema.safeParse(c.req.query('sender'));
  if (!id.success) return undefined;
  const sender = await deps.store.read('sender', id.data);
  // A stranger costs the same computation as a sender whose signature is wrong.
  const generations = sender ? standing(sender.generations, deps.clock.now()) : [{ n: 0 }];
  const secrets = generations.map(({ n }) => secretOf(deps.webhookKey, id.data, n));
  const envelope = product === 'typeform' ? undefined : envelopeOf(c);
  const holds = envelope
    ? holdsStandard(secrets, envelope, body)
    : holdsTypeform(secrets, c.req.header('typeform-signature') ?? '', body);
  const isOurs = sender?.product === product && sender.revokedAt === undefined;
  return holds && isOurs ? { sender, envelope } : undefined;
}

function envelopeOf(c: Context): { id: string; timestamp: string; signature: string } {
  const header = (name: string) => c.req.header(`webhook-${name}`) ?? '';
  return { id: header('id'), timestamp: header('timestamp'), signature: header('signature') };
}
