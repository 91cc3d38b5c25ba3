/** Keeps a delivery on its shelf. Its updates are recorded already; this remembers them. */
import {
  type Delivery,
  latest,
  shelfOf,
  shelved,
  shelvesOf,
  withoutPerson,
} from '#shared/exchange/webhook/deliveries.ts';
import type { Store } from '#shared/store/store.ts';
import { type ChangePorts, change } from '../change.ts';

/** False if every race was lost: a repeated message is then answered from its updates alone. */
export async function keepDelivery(
  ports: ChangePorts,
  senderId: string,
  delivery: Delivery,
): Promise<boolean> {
  const id = shelfOf(senderId, delivery.messageId);
  return change(
    ports,
    'deliveries',
    id,
    (shelf) => ({ write: shelved(shelf, id, delivery), answer: true }),
    () => false,
  );
}

/** What is kept of a message that was sent before; undefined for a new one. */
export async function deliveryOf(
  store: Store,
  senderId: string,
  messageId: string,
): Promise<Delivery | undefined> {
  const shelf = await store.read('deliveries', shelfOf(senderId, messageId));
  return shelf?.deliveries.find((delivery) => delivery.messageId === messageId);
}

export async function forgetInDeliveries(
  ports: ChangePorts,
  senderId: string,
  personId: string,
  isAddress: (address: string) => boolean,
): Promise<void> {
  const forgotten = shelvesOf(senderId).map((id) =>
    change(ports, 'deliveries', id, (shelf) =>
      shelf ? { write: withoutPerson(shelf, personId, isAddress) } : {},
    ),
  );
  await Promise.all(forgotten);
}

/** The sender's last hundred, newest first. */
export async function latestDeliveries(store: Store, senderId: string): Promise<Delivery[]> {
  return latest(await Promise.all(shelvesOf(senderId).map((id) => store.read('deliveries', id))));
}
