/** What a lead does with a sender: its secret, its mapping, its deliveries, a test submission, its end. */
import type { Context } from 'hono';
import type { Result } from '#shared/base/result.ts';
import { readMappingText } from '#shared/exchange/webhook/mapping-text.ts';
import type { Sender } from '#shared/exchange/webhook/sender.ts';
import type { SenderShown } from '#shared/views/pages/advisors/sender-page.ts';
import { changeMapping, endOlderSecret, revokeSender, rotateSecret } from '../../senders.ts';
import { replayDelivery } from '../replay-delivery.ts';
import type { AdvisorDeps } from './deps.ts';
import type { CohortVisitor } from './route.ts';
import { shownSecret, showSender } from './show-sender.ts';
import { trySubmission } from './try-submission.ts';

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
      : showSender(deps, c, visitor, sender, { problems: result.failure }, 422);
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
        done: 'Nothing it sends is taken any more.',
      });
    case 'mapping': {
      const text = fields.mapping ?? '';
      const mapping = readMappingText(text);
      const changed = mapping.ok ? await changeMapping(deps, sender.id, mapping.value) : mapping;
      return changed.ok
        ? showSender(deps, c, visitor, changed.value, { done: 'The mapping is saved.' })
        : showSender(deps, c, visitor, sender, { problems: changed.failure, mapping: text }, 422);
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
      return showSender(deps, c, visitor, sender, {}, 422);
  }
}

const GONE = 'This delivery is no longer among the latest, so it cannot be replayed.';
