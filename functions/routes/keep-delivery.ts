/** What was delivered, put on its shelf. The updates are recorded already; this is the memory of them. */
import { SHELF_CONFLICT_RETRIES_MAX } from '../../shared/limits.ts';
import type { Store } from '../../shared/store/store.ts';
import {
  type Delivery,
  latest,
  shelfOf,
  shelved,
  shelvesOf,
} from '../../shared/webhook/deliveries.ts';

/** False when every race was lost: a repeated message is then answered by its updates alone. */
export async function keepDelivery(
  store: Store,
  senderId: string,
  delivery: Delivery,
): Promise<boolean> {
  const id = shelfOf(senderId, delivery.messageId);
  for (let attempt = 0; attempt <= SHELF_CONFLICT_RETRIES_MAX; attempt += 1) {
    const shelf = shelved(await store.read('deliveries', id), id, delivery);
    if ((await store.write(shelf)).written) return true;
  }
  return false;
}

export async function deliveryOf(
  store: Store,
  senderId: string,
  messageId: string,
): Promise<Delivery | undefined> {
  const shelf = await store.read('deliveries', shelfOf(senderId, messageId));
  return shelf?.deliveries.find((delivery) => delivery.messageId === messageId);
}

/** The sender's last hundred, newest first. */
export async function latestDeliveries(store: Store, senderId: string): Promise<Delivery[]> {
  return latest(await Promise.all(shelvesOf(senderId).map((id) => store.read('deliveries', id))));
}
