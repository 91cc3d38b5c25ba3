/** `/advisors/c/<cohort>/senders`: the forms and systems that may send updates about a cohort. For its leads. */

import type { Context } from 'hono';
import { PATHS } from '#shared/base/links/advisor-paths.ts';
import { readMappingText } from '#shared/exchange/webhook/mapping-text.ts';
import { readNewSender, type Sender } from '#shared/exchange/webhook/sender.ts';
import { sendersPage } from '#shared/views/pages/advisors/senders-page.ts';
import { addSender, sendersOf } from '../../senders.ts';
import { anyFields, type Entries } from '../forms.ts';
import { actOnSender, shownSecret, showSender } from './act-on-sender.ts';
import { mayLead } from './open-item.ts';
import {
  type AdvisorDeps,
  type AdvisorRoute,
  type CohortVisitor,
  ofCohort,
  ofItem,
} from './route.ts';

export function senderRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  return [
    ofCohort(['lead']).get(PATHS.senders, async (c, visitor) => {
      return c.html(sendersPage(visitor, await theirSenders(deps, visitor)));
    }),
    ofCohort(['lead']).post(PATHS.senders, anyFields, (c, visitor, entries) =>
      added(deps, c, visitor, entries),
    ),
    ofItem(['lead'], 'sender').get(PATHS.senderAt(':senderId'), (c, visitor) =>
      showSender(deps, c, visitor, visitor.item, {}),
    ),
    ofItem(['lead'], 'sender').post(PATHS.senderAt(':senderId'), anyFields, (c, visitor, entries) =>
      actOnSender(deps, c, visitor, visitor.item, Object.fromEntries(entries)),
    ),
  ];
}

async function theirSenders({ store }: AdvisorDeps, visitor: CohortVisitor): Promise<Sender[]> {
  return (await sendersOf(store, visitor.cohort.id)).filter((each) => mayLead(each, visitor));
}

async function added(
  deps: AdvisorDeps,
  c: Context,
  visitor: CohortVisitor,
  entries: Entries,
): Promise<Response> {
  const values = Object.fromEntries(entries);
  const { id, name, product, mapping: text = '' } = values;
  const eventTypes = entries.flatMap(([field, value]) => (field === 'eventTypes' ? [value] : []));
  const mapping = text.trim() === '' ? undefined : readMappingText(text);
  const { cohort, advisor } = visitor;
  const of = readNewSender({
    // The ID includes its cohort, so no answer reveals the IDs of other cohorts.
    id: id?.trim() && `${cohort.id}--${id.trim()}`,
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
    return showSender(deps, c, visitor, made.value, { secret: shownSecret(deps, made.value) });
  }
  const senders = await theirSenders(deps, visitor);
  const problems = made && !made.ok ? made.failure : wrong;
  return c.html(
    sendersPage(visitor, senders, {
      problems,
      values: { ...values, mapping: text },
      eventTypes,
    }),
    422,
  );
}
