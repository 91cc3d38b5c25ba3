/** One signed message: its updates in their order, each answered; the same message again gets the first answers. */
import { signLink } from '#shared/base/links/link.ts';
import { undoUrl } from '#shared/base/links/urls.ts';
import { failure, type Refusal, type Result, success } from '#shared/base/result.ts';
import { type ItemAnswer, updateIdOf } from '#shared/exchange/webhook/answer.ts';
import {
  type DeliveredItem,
  type Delivery,
  digestOfBody,
  isAnswered,
} from '#shared/exchange/webhook/deliveries.ts';
import type { Message } from '#shared/exchange/webhook/read-message.ts';
import type { Sender } from '#shared/exchange/webhook/sender.ts';
import { canUndo } from '#shared/people/applicant/accept.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { refusals } from '#shared/plan/facts/refusals.ts';
import { type MessageRefusal, messageRefusals } from '#shared/words/sender-refusals.ts';
import { answerUpdate, type Judged } from './answer-update.ts';
import { deliveryOf, keepDelivery } from './keep-delivery.ts';
import type { WebhookDeps } from './web-deps.ts';

/** An undo link is valid for as long as the update can be undone. */
const UNDO_LINK_DAYS = 1;

/** Answers each item of a message, or repeats the first answers. Refuses a known id with another body. */
export async function answerMessage(
  deps: WebhookDeps,
  sender: Sender,
  { id, items }: Message,
  body: Uint8Array,
): Promise<Result<ItemAnswer[], MessageRefusal>> {
  const digest = digestOfBody(body);
  const kept = await deliveryOf(deps.store, sender.id, id);
  const before = kept && isAnswered(kept) ? kept : undefined;
  if (before && before.digest !== digest) return failure(messageRefusals.idTaken());

  const judged: Judged[] = [];
  // One after another: two updates of one person are judged in the order in which they were sent.
  for (const [at, raw] of items.entries()) {
    const first = before?.items[at];
    judged.push(
      first && !isForNow(first)
        ? await again(deps, first)
        : await answerUpdate(deps, sender, updateIdOf(sender.id, id, at), raw),
    );
  }
  if (!before || before.items.some(isForNow)) {
    const delivered = judged.map(({ item }) => item);
    await keep(deps, sender.id, { messageId: id, at: deps.clock.now(), digest, items: delivered });
  }
  return success(await Promise.all(judged.map((each, at) => answerOf(deps, each, at))));
}

/** Refused because too many came at once: the sentence asks for the same update again, which is then judged again. */
function isForNow(item: DeliveredItem): boolean {
  return 'refusal' in item && item.refusal.reason === refusals.busy().reason;
}

/** The first answer, with the person as they are now: only the latest update can still be undone. */
async function again({ store }: WebhookDeps, item: DeliveredItem): Promise<Judged> {
  if ('refusal' in item) return { answer: 'refused', item };
  const applicant = await store.read('applicant', item.personId);
  return { answer: 'replayed', item, ...(applicant && { applicant }) };
}

/** The sender's page also shows a message that was refused as a whole, so that its owner sees why. */
export async function keepTurnedAway(
  deps: WebhookDeps,
  sender: Sender,
  messageId: string,
  body: Uint8Array,
  refusal: Refusal,
): Promise<void> {
  const before = await deliveryOf(deps.store, sender.id, messageId);
  if (before && isAnswered(before)) return;
  const digest = digestOfBody(body);
  await keep(deps, sender.id, { messageId, at: deps.clock.now(), digest, refusal, items: [] });
}

async function keep(deps: WebhookDeps, senderId: string, delivery: Delivery): Promise<void> {
  if (await keepDelivery(deps, senderId, delivery)) return;
  deps.log('warn', 'delivery-not-kept', { senderId });
}

async function answerOf(
  deps: WebhookDeps,
  { answer, item, applicant }: Judged,
  index: number,
): Promise<ItemAnswer> {
  if ('refusal' in item) return { answer: 'refused', index, ...item.refusal };
  const undo = applicant && (await undoLink(deps, applicant, item.update));
  return {
    answer: answer === 'accepted' ? 'accepted' : 'replayed',
    index,
    update: item.update,
    changed: item.changed,
    ...(undo && { undo }),
  };
}

/** Opens one page about this one update, and nothing else of the plan. */
async function undoLink(
  { undoKeys, baseUrl, clock }: WebhookDeps,
  applicant: Applicant,
  updateId: string,
): Promise<string | undefined> {
  const now = clock.now();
  if (applicant.undo?.updateId !== updateId || !canUndo(applicant, now)) return undefined;
  const link = {
    personId: applicant.id,
    purpose: 'undo',
    epoch: applicant.linkEpoch,
    about: updateId,
  } as const;
  return undoUrl(baseUrl, await signLink(undoKeys, link, now, UNDO_LINK_DAYS));
}
