/** `/advisors/c/<cohort>/senders`: the forms and systems that may send updates about a cohort. For its leads. */
import type { Context } from 'hono';
import { idSchema } from '#shared/base/text.ts';
import { readMappingText } from '#shared/exchange/webhook/mapping-text.ts';
import { readNewSender, type Sender } from '#shared/exchange/webhook/sender.ts';
import { roleAt } from '#shared/people/advisor/advisor.ts';
import { noSuchPage } from '#shared/views/pages/advisors/frame.ts';
import { sendersPage } from '#shared/views/pages/advisors/senders-page.ts';
import { addSender, sendersOf } from '../../senders.ts';
import { anyFields, type Entries } from '../forms.ts';
import { actOnSender, shownSecret, showSender } from './act-on-sender.ts';
import {
  type AdvisorDeps,
  type AdvisorRoute,
  type CohortVisitor,
  ofCohort,
  PATHS,
} from './route.ts';

export function senderRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  return [
    ofCohort(['lead']).get(PATHS.senders, async (c, visitor) => {
      const senders = (await sendersOf(deps.store, visitor.cohort.id)).filter((each) =>
        isOf(each, visitor),
      );
      return c.html(sendersPage(visitor, senders));
    }),
    ofCohort(['lead']).post(PATHS.senders, anyFields, (c, visitor, entries) =>
      added(deps, c, visitor, entries),
    ),
    ofCohort(['lead']).get(PATHS.senderAt(':senderId'), (c, visitor) =>
      withSender(deps, c, visitor, (sender) => showSender(deps, c, visitor, sender, {})),
    ),
    ofCohort(['lead']).post(PATHS.senderAt(':senderId'), anyFields, (c, visitor, entries) =>
      withSender(deps, c, visitor, (sender) =>
        actOnSender(deps, c, visitor, sender, Object.fromEntries(entries)),
      ),
    ),
  ];
}

/** The lead must also lead all its other cohorts, or they would decide for another team's people. */
function isOf(sender: Sender, { advisor, cohort }: CohortVisitor): boolean {
  return (
    sender.cohortIds.includes(cohort.id) &&
    sender.cohortIds.every((id) => advisor.cohortIds.includes(id) && roleAt(advisor, id) === 'lead')
  );
}

async function withSender(
  deps: AdvisorDeps,
  c: Context,
  visitor: CohortVisitor,
  answer: (sender: Sender) => Promise<Response>,
): Promise<Response> {
  const id = idSchema.safeParse(c.req.param('senderId'));
  const sender = id.success ? await deps.store.read('sender', id.data) : undefined;
  return sender && isOf(sender, visitor)
    ? answer(sender)
    : c.html(noSuchPage(visitor.advisor), 404);
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
  const senders = (await sendersOf(deps.store, visitor.cohort.id)).filter((each) =>
    isOf(each, visitor),
  );
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
