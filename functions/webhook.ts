/** Updates from other systems: signed messages from schools' forms and systems. Answers in JSON, with one answer for each update. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { WEBHOOK_BYTES_MAX } from '#shared/base/limits.ts';
import { WEBHOOK_PATHS } from '#shared/base/links/urls.ts';
import { idSchema } from '#shared/base/text.ts';
import { type Envelope, readMessage } from '#shared/exchange/webhook/read-message.ts';
import { type Product, productSchema, type Sender } from '#shared/exchange/webhook/sender.ts';
import {
  holdsStandard,
  holdsTypeform,
  secretOf,
  validGenerations,
} from '#shared/exchange/webhook/signature.ts';
import {
  explainMessage,
  type MessageRefusal,
  messageRefusals,
} from '#shared/words/sender-refusals.ts';
import { answerMessage, keepTurnedAway } from './routes/answer-message.ts';
import { sourceShown } from './routes/requester.ts';
import { senderQuota, type TakeMessage } from './routes/sender-quota.ts';
import { statusOf } from './routes/status.ts';
import type { WebhookDeps } from './routes/web-deps.ts';

export type { WebhookDeps };

export function webhookApp(deps: WebhookDeps): Hono {
  const app = new Hono();
  const take = senderQuota(deps);

  app.use(secureHeaders({ strictTransportSecurity: false }));
  app.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  const bounded = bodyLimit({
    maxSize: WEBHOOK_BYTES_MAX,
    onError: (c) => turnedAway(c, messageRefusals.tooLarge()),
  });
  for (const product of productSchema.options) {
    app.post(WEBHOOK_PATHS[product], bounded, (c) => receive(deps, take, product, c));
    app.all(WEBHOOK_PATHS[product], (c) => {
      c.header('Allow', 'POST');
      return turnedAway(c, messageRefusals.onlyPost());
    });
  }
  app.notFound((c) => turnedAway(c, messageRefusals.noSuchAddress()));
  app.onError((error, c) => {
    const reference = deps.newId();
    deps.log('error', 'webhook-failed', { reference, error });
    return turnedAway(c, messageRefusals.failed(reference));
  });
  return app;
}

async function receive(
  deps: WebhookDeps,
  take: TakeMessage,
  product: Product,
  c: Context,
): Promise<Response> {
  const body = await wholeBody(c);
  if (!body) return turnedAway(c, messageRefusals.brokenOff());
  const signed = await signedBy(deps, product, c, body);
  if (!signed) {
    deps.log('warn', 'signature-refused', { source: sourceShown(deps, c) });
    return turnedAway(c, messageRefusals.unsigned());
  }

  const { sender, envelope } = signed;
  const quota = await take(sender.id, deps.clock.now());
  if (!quota.taken) {
    c.header('Retry-After', String(quota.retrySeconds));
    return turnedAway(c, messageRefusals.tooMany());
  }
  const message = readMessage(sender, envelope, body, deps.clock.now());
  if (!message.ok) {
    const { refusal, messageId } = message.failure;
    deps.log('info', 'message-refused', { senderId: sender.id, reason: refusal.reason });
    await keepTurnedAway(deps, sender, messageId, body, explainMessage(refusal));
    return turnedAway(c, refusal);
  }
  const answered = await answerMessage(deps, sender, message.value, body);
  if (!answered.ok) return turnedAway(c, answered.failure);
  const updates = answered.value;
  const isRefused = updates.every(({ answer }) => answer === 'refused');
  return c.json({ message: message.value.id, updates }, isRefused ? 422 : 200);
}

function turnedAway(c: Context, refusal: MessageRefusal): Response {
  return c.json({ error: explainMessage(refusal) }, statusOf(refusal.reason));
}

/** Undefined if the body was cut off: that is the sender's fault and must not raise an alarm. */
async function wholeBody(c: Context): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await c.req.arrayBuffer());
  } catch (error) {
    if (error instanceof Error && error.name === 'BodyLimitError') throw error;
    return undefined;
  }
}

async function signedBy(
  deps: WebhookDeps,
  product: Product,
  c: Context,
  body: Uint8Array,
): Promise<{ readonly sender: Sender; readonly envelope: Envelope } | undefined> {
  const id = idSchema.safeParse(c.req.query('sender'));
  if (!id.success) return undefined;
  const sender = await deps.store.read('sender', id.data);
  // A stranger costs the same computation as a sender whose signature is wrong.
  const generations = sender ? validGenerations(sender.generations, deps.clock.now()) : [{ n: 0 }];
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
