/** A small stage for the webhook: senders in a store in memory, messages signed as each product signs them. */
import type { WebDeps } from '#functions/web.ts';
import { type WebhookDeps, webhookApp } from '#functions/webhook.ts';
import { WEBHOOK_PATHS } from '#shared/base/links/urls.ts';
import { type Instant, msOf, SECOND_MS } from '#shared/base/time/instant.ts';
import { type NewSender, newSender, type Sender } from '#shared/exchange/webhook/sender.ts';
import { secretOf, signStandard, signTypeform } from '#shared/exchange/webhook/signature.ts';
import { type Stage, webStage } from './web-stage.ts';

export const WEBHOOK_KEY = 'the key of a stage, and of nothing else';

/** A school's own system. Its cohort is the one that `webStage` adds people to. */
export const SCHOOL: NewSender = {
  id: 'school',
  name: 'School office',
  product: 'standard',
  cohortIds: ['c1'],
  eventTypes: ['applied', 'offered', 'rotation-added', 'zone-changed', 'document-updated'],
};

interface Sending {
  readonly sender?: string;
  readonly id?: string;
  readonly signedAt?: Instant;
  readonly generation?: number;
  /** Sent instead of what was signed. */
  readonly altered?: string;
  readonly headers?: Record<string, string>;
}

export interface WebhookStage extends Stage {
  readonly deps: WebDeps & WebhookDeps;
  addSender(of: NewSender & Partial<Sender>): Promise<void>;
  /** Signed as Standard Webhooks has it. */
  send(payload: unknown, how?: Sending): Promise<Response>;
  sendBytes(body: Uint8Array<ArrayBuffer>, how?: Sending): Promise<Response>;
  typeform(sender: string, payload: unknown): Promise<Response>;
  request(path: string, init?: RequestInit): Promise<Response>;
}

export function webhookStage(start: Instant): WebhookStage {
  const stage = webStage(start);
  const deps = { ...stage.deps, webhookKey: WEBHOOK_KEY };
  const app = webhookApp(deps);
  const request = async (path: string, init?: RequestInit) =>
    app.request(`${deps.baseUrl}${path}`, init);
  let sent = 0;

  async function sendBytes(body: Uint8Array<ArrayBuffer>, how: Sending = {}): Promise<Response> {
    sent += 1;
    const { sender = SCHOOL.id, id = `m${sent}`, generation = 1 } = how;
    const timestamp = String(Math.floor(msOf(how.signedAt ?? deps.clock.now()) / SECOND_MS));
    const secret = secretOf(WEBHOOK_KEY, sender, generation);
    const known = await deps.store.read('sender', sender);
    const path = WEBHOOK_PATHS[known?.product === 'google-forms' ? 'google-forms' : 'standard'];
    return request(`${path}?sender=${sender}`, {
      method: 'POST',
      body: how.altered ?? body,
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': signStandard(secret, { id, timestamp }, body),
        ...how.headers,
      },
    });
  }

  return {
    ...stage,
    deps,
    request,
    sendBytes,
    addSender: async (of) => {
      await deps.store.write({ ...newSender(of, deps.clock.now()), ...of });
    },
    send: (payload, how) => sendBytes(new TextEncoder().encode(JSON.stringify(payload)), how),
    typeform: (sender, payload) => {
      const body = new TextEncoder().encode(JSON.stringify(payload));
      const signature = signTypeform(secretOf(WEBHOOK_KEY, sender, 1), body);
      return request(`${WEBHOOK_PATHS.typeform}?sender=${sender}`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', 'typeform-signature': signature },
      });
    },
  };
}
