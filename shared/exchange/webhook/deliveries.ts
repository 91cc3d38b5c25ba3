/** What a sender sent recently, with its verdicts, on several shelves of one item each, so that simultaneous messages seldom collide. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { DELIVERIES_SHOWN_MAX } from '#shared/base/limits.ts';
import { idSchema } from '#shared/base/text.ts';
import { instantSchema } from '#shared/base/time/instant.ts';
import { explainItem, itemRefusals } from '#shared/words/sender-refusals.ts';
import { itemAnswerSchema, refusalSchema } from './answer.ts';
import { type AboutApplicant, updateItemSchema } from './item.ts';

/** The items that hold a sender's deliveries: several, so that simultaneous ones do not collide. */
const DELIVERY_SHELVES = 16;
/** A shelf stays under DynamoDB's 400 kB also after one more message of a hundred updates. */
const SHELF_BYTES_MAX = 150_000;

const recordedItem = itemAnswerSchema.options[0].omit({ undo: true, answer: true, index: true });

/** One update of a delivery: recorded, or refused and kept so that it can be judged again. */
const deliveredItemSchema = z.union([
  recordedItem.extend({ personId: idSchema, at: instantSchema }),
  z.strictObject({
    refusal: refusalSchema,
    /** As it was sent. Absent if it was not an update, or was too long to keep. */
    asked: updateItemSchema.exactOptional(),
  }),
]);
export type DeliveredItem = z.infer<typeof deliveredItemSchema>;

const deliverySchema = z.strictObject({
  messageId: z.string().min(1).max(200),
  at: instantSchema,
  /** The body's digest: the same ID with another body is another message. */
  digest: z.string(),
  /** Why the whole message was refused; then it has no items. */
  refusal: refusalSchema.exactOptional(),
  items: z.array(deliveredItemSchema),
});
export type Delivery = z.infer<typeof deliverySchema>;

export const shelfSchema = z.strictObject({
  kind: z.literal('deliveries'),
  id: z.string().min(1).max(200),
  version: z.int().min(0),
  /** Oldest first. */
  deliveries: z.array(deliverySchema),
});
type Shelf = z.infer<typeof shelfSchema>;

/** `brown-form.7`: where the deliveries of this message are. */
export function shelfOf(senderId: string, messageId: string): string {
  const [byte = 0] = createHash('sha256').update(messageId).digest();
  return `${senderId}.${byte % DELIVERY_SHELVES}`;
}

/** The ids of every item that holds deliveries of one sender. */
export function shelvesOf(senderId: string): string[] {
  return Array.from({ length: DELIVERY_SHELVES }, (_, shelf) => `${senderId}.${shelf}`);
}

/** 132 bits of SHA-256 over the bytes as sent: the same message id with another body is no replay. */
export function digestOfBody(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 22);
}

/** A delivery that changed something has its final answer; one that changed nothing may be sent again. */
export function isAnswered({ items }: Delivery): boolean {
  return items.some((item) => !('refusal' in item));
}

/** The shelf with this delivery as its newest, without the oldest ones if it would grow too large. */
export function shelved(shelf: Shelf | undefined, id: string, delivery: Delivery): Shelf {
  const known: Shelf = shelf ?? { kind: 'deliveries', id, version: 0, deliveries: [] };
  const others = known.deliveries.filter(({ messageId }) => messageId !== delivery.messageId);
  const kept = [...others, delivery].slice(-DELIVERIES_SHOWN_MAX);
  while (kept.length > 1 && JSON.stringify(kept).length > SHELF_BYTES_MAX) kept.shift();
  return { ...known, deliveries: kept };
}

/** Without what it holds of a person whose plan is deleted. `isAddress`: of the plan, since a refused update may name nothing else. */
export function withoutPerson(
  shelf: Shelf,
  personId: string,
  isAddress: (address: string) => boolean,
): Shelf {
  const isAbout = (about: AboutApplicant): boolean =>
    'id' in about ? about.id === personId : isAddress(about.address);
  const isTheirs = (item: DeliveredItem): boolean =>
    'refusal' in item
      ? item.asked !== undefined && isAbout(item.asked.applicant)
      : item.personId === personId;
  if (!shelf.deliveries.some(({ items }) => items.some(isTheirs))) return shelf;
  return {
    ...shelf,
    deliveries: shelf.deliveries.map((delivery) => ({
      ...delivery,
      items: delivery.items.map((item) =>
        isTheirs(item) ? { refusal: explainItem(itemRefusals.planDeleted()) } : item,
      ),
    })),
  };
}

/** The newest first, as many as a page shows. */
export function latest(shelves: readonly (Shelf | undefined)[]): Delivery[] {
  return shelves
    .flatMap((shelf) => shelf?.deliveries ?? [])
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, DELIVERIES_SHOWN_MAX);
}
