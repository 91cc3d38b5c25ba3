/** One signed message: its updates in their order, each answered; the same message again gets the first answers. */
import { canUndo } from '../../shared/applicant/accept.ts';
import type { Applicant } from '../../shared/applicant/applicant.ts';
import { signLink } from '../../shared/links/link.ts';
import { undoUrl } from '../../shared/links/urls.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import { type ItemAnswer, updateIdOf } from '../../shared/webhook/answer.ts';
import {
  type DeliveredItem,
  type Delivery,
  digestOfBody,
  isAnswered,
} from '../../shared/webhook/deliveries.ts';
import type { Message } from '../../shared/webhook/read-message.ts';
import { type WebhookRefusal, webhookRefusals } from '../../shared/webhook/refusals.ts';
import type { Sender } from '../../shared/webhook/sender.ts';
import { answerUpdate, type Judged } from './answer-update.ts';
import { deliveryOf, keepDelivery } from './keep-delivery.ts';
import type { WebhookDeps } from './webhook-deps.ts';

/** An undo link lives as long as the update can be taken back. */
const UNDO_LINK_DAYS = 1;

export async function answerMessage(
  deps: WebhookDeps,
  sender: Sender,
  { id, items }: Message,
  body: Uint8Array,
): Promise<Result<ItemAnswer[], WebhookRefusal>> {
  const digest = digestOfBody(body);
  const before = await deliveryOf(deps.store, sender.id, id);
  if (before && isAnswered(before)) {
    if (before.digest !== digest) return failure(webhookRefusals.idTaken());
    return success(await Promise.all(before.items.map((item, at) => again(deps, item, at))));
  }

  const judged: Judged[] = [];
  // One after another: two updates of one person are told in the order in which they were sent.
  for (const [at, raw] of items.entries()) {
    judged.push(await answerUpdate(deps, sender, updateIdOf(sender.id, id, at), raw));
  }
  await keep(deps, sender.id, {
    messageId: id,
    at: deps.clock.now(),
    digest,
    items: judged.map(({ item }) => item),
  });
  return success(await Promise.all(judged.map((each, at) => told(deps, each, at))));
}

/** A message turned away as a whole stands on the sender's page too, so that its owner sees why. */
export async function keepTurnedAway(
  deps: WebhookDeps,
  sender: Sender,
  messageId: string,
  body: Uint8Array,
  refusal: WebhookRefusal,
): Promise<void> {
  const before = await deliveryOf(deps.store, sender.id, messageId);
  if (before && isAnswered(before)) return;
  const digest = digestOfBody(body);
  await keep(deps, sender.id, { messageId, at: deps.clock.now(), digest, refusal, items: [] });
}

async function keep(deps: WebhookDeps, senderId: string, delivery: Delivery): Promise<void> {
  if (await keepDelivery(deps.store, senderId, delivery)) return;
  deps.log('warn', 'delivery-not-kept', { senderId });
}

async function again(deps: WebhookDeps, item: DeliveredItem, at: number): Promise<ItemAnswer> {
  if ('refusal' in item) return { answer: 'refused', index: at, ...item.refusal };
  const applicant = await deps.store.read('applicant', item.personId);
  return told(deps, { answer: 'replayed', item, ...(applicant && { applicant }) }, at);
}

async function told(
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
  { linkKeys, baseUrl, clock }: WebhookDeps,
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
  return undoUrl(baseUrl, await signLink(linkKeys, link, now, UNDO_LINK_DAYS));
}
