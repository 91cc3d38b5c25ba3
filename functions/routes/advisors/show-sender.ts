/** The page of one sender, with what an act on it brought. */
import type { Context } from 'hono';
import { WEBHOOK_PATHS } from '#shared/base/links/urls.ts';
import { secretText } from '#shared/exchange/webhook/secret.ts';
import type { Sender } from '#shared/exchange/webhook/sender.ts';
import { type SenderShown, senderPage } from '#shared/views/pages/advisors/sender-page.ts';
import { latestDeliveries } from '../keep-delivery.ts';
import type { AdvisorDeps } from './deps.ts';
import type { CohortVisitor } from './route.ts';

/**
 * A sender's page with a page of its deliveries.
 * @param status 422 beside what was refused
 */
export async function showSender(
  deps: AdvisorDeps,
  c: Context,
  { advisor, cohort }: CohortVisitor,
  sender: Sender,
  what: SenderShown,
  status: 200 | 422 = 200,
): Promise<Response> {
  const deliveries = await latestDeliveries(deps.store, sender.id);
  return c.html(senderPage(advisor, cohort, sender, deliveries, deps.clock.now(), what), status);
}

/** What a form must know to send: only in the answer to a POST, never in an address. */
export function shownSecret(
  { webhookKey, baseUrl }: AdvisorDeps,
  sender: Sender,
): NonNullable<SenderShown['secret']> {
  const generation = sender.generations.at(-1)?.n ?? 1;
  const path = `${WEBHOOK_PATHS[sender.product]}?sender=${sender.id}`;
  return {
    text: secretText(webhookKey, sender.id, generation),
    url: new URL(path, baseUrl).href,
  };
}
