/** `/advisors/c/<cohort>/senders`: the forms and systems that may send updates about a cohort. For its leads. */
import type { Context } from 'hono';
import { senderPath, sendersPath } from '../../../shared/links/advisor-paths.ts';
import { WEBHOOK_PATHS } from '../../../shared/links/urls.ts';
import type { Result } from '../../../shared/result.ts';
import { noSuchPage } from '../../../shared/web/advisors/message-pages.ts';
import { type SenderShown, senderPage } from '../../../shared/web/advisors/sender-page.ts';
import { sendersPage } from '../../../shared/web/advisors/senders-page.ts';
import { wrongTypePage } from '../../../shared/web/message-pages.ts';
import { readMappingText } from '../../../shared/webhook/mapping-text.ts';
import { readNewSender } from '../../../shared/webhook/read-sender.ts';
import { secretText } from '../../../shared/webhook/secret.ts';
import type { Sender } from '../../../shared/webhook/sender.ts';
import {
  addSender,
  allSenders,
  changeMapping,
  endOlderSecret,
  revokeSender,
  rotateSecret,
} from '../../senders.ts';
import { formBody } from '../form-body.ts';
import { latestDeliveries } from '../keep-delivery.ts';
import { replayDelivery } from '../replay-delivery.ts';
import type { AdvisorDeps } from './deps.ts';
import type { AdvisorRoute, CohortVisitor } from './route.ts';
import { trySubmission } from './try-submission.ts';

export function senderRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  return [
    {
      of: 'own-cohort',
      may: ['lead'],
      method: 'GET',
      path: sendersPath(':cohortId'),
      answer: async (c, visitor) => {
        const senders = (await allSenders(deps.store)).filter((each) => isOf(each, visitor));
        return c.html(sendersPage(visitor.advisor, visitor.cohort, senders));
      },
    },
    {
      of: 'own-cohort',
      may: ['lead'],
      method: 'POST',
      path: sendersPath(':cohortId'),
      answer: (c, visitor) => added(deps, c, visitor),
    },
    {
      of: 'own-cohort',
      may: ['lead'],
      method: 'GET',
      path: senderPath(':cohortId', ':senderId'),
      answer: (c, visitor) =>
        withSender(deps, c, visitor, (sender) => shown(deps, c, visitor, sender, {})),
    },
    {
      of: 'own-cohort',
      may: ['lead'],
      method: 'POST',
      path: senderPath(':cohortId', ':senderId'),
      answer: (c, visitor) =>
        withSender(deps, c, visitor, (sender) => acted(deps, c, visitor, sender)),
    },
  ];
}

/** Also of all its other cohorts the lead must be one, or they would answer for somebody else's people. */
function isOf(sender: Sender, { advisor, cohort }: CohortVisitor): boolean {
  return (
    sender.cohortIds.includes(cohort.id) &&
    sender.cohortIds.every((id) => advisor.cohortIds.includes(id))
  );
}

async function withSender(
  deps: AdvisorDeps,
  c: Context,
  visitor: CohortVisitor,
  answer: (sender: Sender) => Promise<Response>,
): Promise<Response> {
  const sender = await deps.store.read('sender', c.req.param('senderId') ?? '');
  return sender && isOf(sender, visitor)
    ? answer(sender)
    : c.html(noSuchPage(visitor.advisor), 404);
}

async function added(deps: AdvisorDeps, c: Context, visitor: CohortVisitor): Promise<Response> {
  const entries = await formBody(c);
  if (!entries) return c.html(wrongTypePage(), 415);
  const values = Object.fromEntries(entries);
  const { id, name, product, mapping: text = '' } = values;
  const eventTypes = entries.flatMap(([field, value]) => (field === 'eventTypes' ? [value] : []));
  const mapping = text.trim() === '' ? undefined : readMappingText(text);
  const { cohort, advisor } = visitor;
  const of = readNewSender({
    id: id?.trim(),
    name,
    product,
    eventTypes,
    cohortIds: [cohort.id],
    ...(mapping?.ok && { mapping: mapping.value }),
  });
  const wrong = [...(of.ok ? [] : of.failure), ...(mapping?.ok === false ? mapping.failure : [])];
  const made = of.ok && wrong.length === 0 ? await addSender(deps, of.value) : undefined;
  if (made?.ok) {
    deps.log('info', 'sender-added', { personId: advisor.id, senderId: made.value.id });
    return shown(deps, c, visitor, made.value, { secret: secretOf(deps, made.value) });
  }
  const senders = (await allSenders(deps.store)).filter((each) => isOf(each, visitor));
  const problems = made && !made.ok ? made.failure : wrong;
  return c.html(
    sendersPage(advisor, cohort, senders, {
      problems,
      values: { ...values, mapping: text },
      eventTypes,
    }),
    422,
  );
}

async function acted(
  deps: AdvisorDeps,
  c: Context,
  visitor: CohortVisitor,
  sender: Sender,
): Promise<Response> {
  const entries = await formBody(c);
  if (!entries) return c.html(wrongTypePage(), 415);
  const fields = Object.fromEntries(entries);
  deps.log('info', 'sender-changed', {
    personId: visitor.advisor.id,
    senderId: sender.id,
    reason: fields.do?.slice(0, 20) ?? '',
  });
  const made = (result: Result<Sender, readonly string[]>, ok: SenderShown) =>
    result.ok
      ? shown(deps, c, visitor, result.value, ok)
      : shown(deps, c, visitor, sender, { problems: result.failure }, 422);
  switch (fields.do) {
    case 'rotate': {
      const rotated = await rotateSecret(deps, sender.id, Number(fields.generation));
      return made(rotated, rotated.ok ? { secret: secretOf(deps, rotated.value) } : {});
    }
    case 'show':
      return shown(deps, c, visitor, sender, { secret: secretOf(deps, sender) });
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
        ? shown(deps, c, visitor, changed.value, { done: 'The mapping is saved.' })
        : shown(deps, c, visitor, sender, { problems: changed.failure, mapping: text }, 422);
    }
    case 'replay': {
      const replayed = await replayDelivery(deps, sender, fields.message ?? '');
      const done = 'The delivery was judged again; its verdicts below are new.';
      return shown(deps, c, visitor, sender, replayed ? { done } : { problems: [GONE] });
    }
    case 'try':
      return shown(deps, c, visitor, sender, { tried: await trySubmission(deps, sender, fields) });
    default:
      return shown(deps, c, visitor, sender, {}, 422);
  }
}

const GONE = 'This delivery is no longer among the latest, so it cannot be replayed.';

function secretOf(
  { webhookKey, baseUrl }: AdvisorDeps,
  sender: Sender,
): NonNullable<SenderShown['secret']> {
  const generation = sender.generations.at(-1)?.n ?? 1;
  const path = `${WEBHOOK_PATHS[sender.product]}?sender=${sender.id}`;
  return {
    text: secretText(webhookKey, sender.id, generation),
    url: new URL(path, baseUrl).href,
  };
}

async function shown(
  deps: AdvisorDeps,
  c: Context,
  { advisor, cohort }: CohortVisitor,
  sender: Sender,
  what: SenderShown,
  status: 200 | 422 = 200,
): Promise<Response> {
  const deliveries = await latestDeliveries(deps.store, sender.id);
  return c.html(senderPage(advisor, cohort, sender, deliveries, deps.clock.now(), what), status);
}
