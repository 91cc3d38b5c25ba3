/** A delivery's refused updates, judged again by what is so now. What was recorded stays recorded once. */
import { updateIdOf } from '#shared/exchange/webhook/answer.ts';
import type { DeliveredItem, Delivery } from '#shared/exchange/webhook/deliveries.ts';
import type { Sender } from '#shared/exchange/webhook/sender.ts';
import type { UpdateDeps } from '../update.ts';
import { answerUpdate } from './answer-update.ts';
import { deliveryOf, keepDelivery } from './keep-delivery.ts';

/** Nothing for a message that is not among the sender's deliveries any more. */
export async function replayDelivery(
  deps: UpdateDeps & { readonly pepper: string },
  sender: Sender,
  messageId: string,
): Promise<Delivery | undefined> {
  const before = await deliveryOf(deps.store, sender.id, messageId);
  if (!before) return undefined;
  const items: DeliveredItem[] = [];
  for (const [at, item] of before.items.entries()) {
    if (!('refusal' in item) || !item.asked) items.push(item);
    else {
      const id = updateIdOf(sender.id, messageId, at);
      items.push((await answerUpdate(deps, sender, id, item.asked)).item);
    }
  }
  const delivery = { ...before, items };
  await keepDelivery(deps, sender.id, delivery);
  return delivery;
}
