/** The last deliveries of a sender, newest first, with the result of each update. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { DELIVERIES_SHOWN_MAX } from '#shared/base/limits.ts';
import { phraseLocal } from '#shared/base/time/phrase.ts';
import type { DeliveredItem, Delivery } from '#shared/exchange/webhook/deliveries.ts';

/** The rest of a delivery is only counted. */
const ITEMS_SHOWN_MAX = 10;

export function deliveriesSection(
  action: string,
  deliveries: readonly Delivery[],
  zone: string,
): Html {
  return html`<section aria-labelledby="deliveries"><h2 id="deliveries">Latest deliveries</h2>
${
  deliveries.length === 0
    ? html`<p>Nothing has arrived yet. A message with an invalid signature is not listed, because its sender is unknown.</p>`
    : html`<p class="quiet">The last ${deliveries.length}; at most ${DELIVERIES_SHOWN_MAX} are shown.</p>
<ul class="list">${deliveries.map((delivery) => line(action, delivery, zone))}</ul>`
}</section>`;
}

function line(action: string, delivery: Delivery, zone: string): Html {
  const { messageId, at, refusal, items } = delivery;
  const canReplay = items.some((item) => 'refusal' in item && item.asked);
  return html`<li><strong>${verdictOf(delivery)}</strong> <span class="quiet">${phraseLocal(at, zone)}, message ${messageId}</span>
${refusal ? html`<p>${refusal.message}</p>` : ''}
${items.length > 0 ? html`<ul>${items.slice(0, ITEMS_SHOWN_MAX).map(itemLine)}</ul>` : ''}
${items.length > ITEMS_SHOWN_MAX ? html`<p class="quiet">and ${items.length - ITEMS_SHOWN_MAX} more</p>` : ''}
${
  canReplay
    ? html`<form method="post" action="${action}"><input type="hidden" name="do" value="replay"><input type="hidden" name="message" value="${messageId}"><button class="plain">Try the refused updates again</button></form>`
    : ''
}</li>
`;
}

function verdictOf({ refusal, items }: Delivery): string {
  if (refusal) return '▲ Rejected';
  const refused = items.filter((item) => 'refusal' in item).length;
  if (refused === 0) return items.length === 1 ? '● Recorded' : `● ${items.length} recorded`;
  if (refused === items.length) return items.length === 1 ? '▲ Refused' : `▲ ${refused} refused`;
  return `◐ ${items.length - refused} recorded, ${refused} refused`;
}

function itemLine(item: DeliveredItem): Html {
  return 'refusal' in item
    ? html`<li>Refused: ${item.refusal.message}</li>`
    : html`<li>${item.changed} <span class="quiet">(applicant ${item.personId})</span></li>`;
}
