/** What a lead does with a sender: its secret, its mapping, its deliveries, a test submission, its end. */
import type { Context } from 'hono';
import { WEBHOOK_PATHS } from '#shared/base/links/urls.ts';
import { type Result, success } from '#shared/base/result.ts';
import { updateIdOf } from '#shared/exchange/webhook/answer.ts';
import type { DeliveredItem, Delivery } from '#shared/exchange/webhook/deliveries.ts';
import { type FormAnswer, mapAnswers, type RawItem } from '#shared/exchange/webhook/mapping.ts';
import { readMappingText } from '#shared/exchange/webhook/mapping-text.ts';
import { readJson } from '#shared/exchange/webhook/read-json.ts';
import type { Sender } from '#shared/exchange/webhook/sender.ts';
import { secretText } from '#shared/exchange/webhook/signature.ts';
import { type SenderShown, senderPage } from '#shared/views/pages/advisors/sender-page.ts';
import { messagePage } from '#shared/views/pages/message-pages.ts';
import { explainMessage, type MessageRefusal } from '#shared/words/sender-refusals.ts';
import { changeMapping, endOlderSecret, revokeSender, rotateSecret } from '../../senders.ts';
import type { UpdateDeps } from '../../update.ts';
import { answerUpdate, tryOut } from '../answer-update.ts';
import { deliveryOf, keepDelivery, latestDeliveries } from '../keep-delivery.ts';
import { statusOf } from '../status.ts';
import type { AdvisorDeps, CohortVisitor } from './route.ts';

export async function actOnSender(
  deps: AdvisorDeps,
  c: Context,
  visitor: CohortVisitor,
  sender: Sender,
  fields: Readonly<Record<string, string>>,
): Promise<Response> {
  deps.log('info', 'sender-changed', {
    personId: visitor.advisor.id,
    senderId: sender.id,
    reason: fields.do?.slice(0, 20) ?? '',
  });
  const made = (result: Result<Sender, readonly string[]>, ok: SenderShown) =>
    result.ok
      ? showSender(deps, c, visitor, result.value, ok)
      : showSender(deps, c, visitor, sender, { problems: result.failure });
  switch (fields.do) {
    case 'rotate': {
      const rotated = await rotateSecret(deps, sender.id, Number(fields.generation));
      return made(rotated, rotated.ok ? { secret: shownSecret(deps, rotated.value) } : {});
    }
    case 'show':
      return showSender(deps, c, visitor, sender, { secret: shownSecret(deps, sender) });
    case 'end-older':
      return made(await endOlderSecret(deps, sender.id), { done: 'The older secret has ended.' });
    case 'revoke':
      return made(await revokeSender(deps, sender.id), {
        done: 'Nothing it sends is accepted from now on.',
      });
    case 'mapping': {
      const text = fields.mapping ?? '';
      const mapping = readMappingText(text);
      const changed = mapping.ok ? await changeMapping(deps, sender.id, mapping.value) : mapping;
      return changed.ok
        ? showSender(deps, c, visitor, changed.value, { done: 'The mapping is saved.' })
        : showSender(deps, c, visitor, sender, { problems: changed.failure, mapping: text });
    }
    case 'replay': {
      const replayed = await replayDelivery(deps, sender, fields.message ?? '');
      const done = 'The delivery was judged again; its verdicts below are new.';
      return showSender(deps, c, visitor, sender, replayed ? { done } : { problems: [GONE] });
    }
    case 'try':
      return showSender(deps, c, visitor, sender, {
        tried: await trySubmission(deps, sender, fields),
      });
    default:
      return c.html(messagePage('wrong-type'), 400);
  }
}

const GONE = 'This delivery is no longer among the latest, so it cannot be replayed.';

/** A sender's page with its latest deliveries, and with the problems of what was refused. */
export async function showSender(
  deps: AdvisorDeps,
  c: Context,
  visitor: CohortVisitor,
  sender: Sender,
  what: SenderShown,
): Promise<Response> {
  const deliveries = await latestDeliveries(deps.store, sender.id);
  const view = { ...visitor, sender, deliveries, now: deps.clock.now() };
  return c.html(senderPage(view, what), what.problems ? statusOf('invalid') : 200);
}

/** What a form needs in order to send: only in the answer to a POST, never in an address. */
export function shownSecret(
  { webhookKey, baseUrl }: AdvisorDeps,
  sender: Sender,
): NonNullable<SenderShown['secret']> {
  const generation = sender.generations.at(-1)?.n ?? 1;
  const path = `${WEBHOOK_PATHS[sender.product]}?sender=${sender.id}`;
  return { text: secretText(webhookKey, sender.id, generation), url: new URL(path, baseUrl).href };
}

/** @param fields `update` with JSON, or `answer.0`, `answer.1` … of the mapping's questions */
async function trySubmission(
  deps: AdvisorDeps,
  sender: Sender,
  fields: Readonly<Record<string, string>>,
): Promise<NonNullable<SenderShown['tried']>> {
  const raw = rawOf(sender, fields);
  if (!raw.ok)
    return { values: fields, verdict: 'refused', message: explainMessage(raw.failure).message };
  const { answer, item } = await answerUpdate(deps, sender, 'try-out', raw.value, tryOut);
  return 'refusal' in item
    ? { values: fields, verdict: 'refused', message: item.refusal.message }
    : { values: fields, verdict: answer, message: item.changed };
}

function rawOf(
  { mapping }: Sender,
  fields: Readonly<Record<string, string>>,
): Result<RawItem | unknown, MessageRefusal> {
  if (!mapping) return readJson(new TextEncoder().encode(fields.update ?? ''));
  const answers = mapping.questions.map(
    ({ question }, at): FormAnswer => ({ names: [question], value: fields[`answer.${at}`] ?? '' }),
  );
  const item = mapAnswers(mapping, answers);
  return item.ok ? success(item.value) : item;
}

/** Undefined for a message that is no longer among the sender's deliveries. */
async function replayDelivery(
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
