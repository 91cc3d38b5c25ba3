/** What was delivered, put on its shelf. The updates are recorded already; this is the memory of them. */
import { SHELF_CONFLICT_RETRIES_MAX } from '#shared/base/limits.ts';
import {
  type Delivery,
  latest,
  shelfOf,
  shelved,
  shelvesOf,
  withoutPerson,
} from '#shared/exchange/webhook/deliveries.ts';
import type { Store } from '#shared/store/store.ts';

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

/** What is kept of a message that came before; undefined for a new one. */
export async function deliveryOf(
  store: Store,
  senderId: string,
  messageId: string,
): Promise<Delivery | undefined> {
  const shelf = await store.read('deliveries', shelfOf(senderId, messageId));
  return shelf?.deliveries.find((delivery) => delivery.messageId === messageId);
}

/** Nothing of a deleted plan stays in the memory of those who told of it. */
export async function forgetInDeliveries(
  store: Store,
  senderId: string,
  personId: string,
): Promise<void> {
  for (const id of shelvesOf(senderId)) {
    for (let attempt = 0; ; attempt += 1) {
      const shelf = await store.read('deliveries', id);
      const without = shelf && withoutPerson(shelf, personId);
      if (!without || without === shelf || (await store.write(without)).written) break;
      if (attempt === SHELF_CONFLICT_RETRIES_MAX) {
        throw new Error('Deliveries could not be forgotten: too many writers at once.');
      }
    }
  }
}

/** The sender's last hundred, newest first. */
export async function latestDeliveries(store: Store, senderId: string): Promise<Delivery[]> {
  return latest(await Promise.all(shelvesOf(senderId).map((id) => store.read('deliveries', id))));
}
