/** `/advisors/c/<cohort>/message`: a message to the people who match the report's filters. */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { messagePath } from '#shared/base/links/report-paths.ts';
import type { Refusal } from '#shared/base/refusal.ts';
import { idSchema } from '#shared/base/text.ts';
import { newBulk } from '#shared/cohort/bulk.ts';
import { knownOf, readQuery } from '#shared/cohort/report/filters.ts';
import { reportOf } from '#shared/cohort/report/report.ts';
import { ROLES, WORKERS } from '#shared/people/advisor/role.ts';
import {
  messageSchema,
  paragraphsOf,
  type Recipients,
  recipientsOf,
} from '#shared/people/person/message.ts';
import { noSuchPage } from '#shared/views/pages/advisors/frame.ts';
import { badFilterPage } from '#shared/views/pages/report/bad-filter-page.ts';
import {
  bulkPage,
  type MessagePage,
  previewPage,
  writeMessagePage,
} from '#shared/views/pages/report/message-page.ts';
import { listMessageRefusals } from '#shared/words/form-refusals.ts';
import { ownerOf, wholeCohort } from '../../whole-cohort.ts';
import { texts } from '../forms.ts';
import { statusOf } from '../status.ts';
import type { AdvisorDeps } from './deps.ts';
import { type AdvisorRoute, type CohortVisitor, ofCohort } from './route.ts';

const RENEW_SECONDS = 2;

export function messageRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  const path = messagePath(':cohortId');
  const one = messagePath(':cohortId', ':messageId');
  return [
    ofCohort(WORKERS).get(path, (c, visitor) =>
      onList(deps, c, visitor, (view) => c.html(writeMessagePage(view, { subject: '', text: '' }))),
    ),
    ofCohort(WORKERS).post(
      path,
      texts(['subject', 'text', 'step', 'update', 'digest']),
      (c, visitor, form) => onList(deps, c, visitor, (view) => answerForm(deps, c, view, form)),
    ),
    ofCohort(ROLES).get(one, async (c, { advisor, cohort }) => {
      const bulk = await bulkOf(deps, c, cohort.id);
      if (!bulk) return c.html(noSuchPage(advisor), 404);
      if (!bulk.handedOutAt) c.header('Refresh', String(RENEW_SECONDS));
      return c.html(bulkPage(advisor, cohort, bulk));
    }),
  ];
}

/** The people who match the query now. */
async function onList(
  deps: AdvisorDeps,
  c: Context,
  { advisor, cohort }: CohortVisitor,
  answer: (view: MessagePage) => Response | Promise<Response>,
): Promise<Response> {
  const { known, unknown } = knownOf(new URL(c.req.url).searchParams);
  const query = readQuery(known);
  if (!query.ok) return c.html(badFilterPage(advisor, cohort, query.failure), 400);
  const now = deps.clock.now();
  const people = await wholeCohort(deps.store, cohort.id);
  const world = deps.worldFor(cohort.id);
  const { rows } = reportOf(cohort, people, query.value, world, now, ownerOf(advisor));
  const recipients = recipientsOf(
    rows.map(({ of }) => of),
    now,
  );
  return answer({ advisor, cohort, query: query.value, unknown, recipients });
}

async function answerForm(
  deps: AdvisorDeps,
  c: Context,
  view: MessagePage,
  { subject = '', text = '', step, update, digest }: Readonly<Record<string, string>>,
): Promise<Response> {
  const draft = { subject, text };
  if (step === 'write') return c.html(writeMessagePage(view, draft));
  const refuse = ({ reason, message }: Refusal) =>
    c.html(writeMessagePage(view, draft, message), statusOf(reason));

  const ids = idsOf(view.recipients);
  const message = messageSchema.safeParse({
    from: view.advisor.profile.name,
    subject,
    paragraphs: paragraphsOf(text),
  });
  if (!message.success) {
    const isSubject = message.error.issues[0]?.path[0] === 'subject';
    return refuse(isSubject ? listMessageRefusals.subject : listMessageRefusals.paragraphs);
  }
  if (ids.length === 0) return refuse(listMessageRefusals.nobodyToEmail);
  if (step !== 'send') {
    const shown = { messageId: deps.newId(), digest: digestOf(ids) };
    return c.html(previewPage(view, message.data, draft, shown));
  }

  const id = idSchema.safeParse(update);
  if (!id.success) return refuse(listMessageRefusals.notPreviewed);
  const before = await deps.store.read('bulk', id.data);
  // Sent twice by a double tap, or again after an interruption: the confirmed list applies.
  if (before && before.cohortId !== view.cohort.id)
    return refuse(listMessageRefusals.ofOtherCohort);
  if (!before && digest !== digestOf(ids)) return refuse(listMessageRefusals.listChanged);
  if (!before) {
    const of = { id: id.data, cohortId: view.cohort.id, message: message.data };
    const { item, parts } = newBulk(of, ids, deps.clock.now());
    // Where a double tap was faster, its parts are the same and its message stays.
    await deps.store.writeMany(parts);
    await deps.store.write(item);
    deps.log('info', 'message-confirmed', { personId: view.advisor.id, count: ids.length });
  }
  await deps.startJob({ kind: 'bulk', id: id.data });
  return c.redirect(messagePath(view.cohort.id, id.data), 303);
}

async function bulkOf({ store }: AdvisorDeps, c: Context, cohortId: string) {
  const id = idSchema.safeParse(c.req.param('messageId'));
  const bulk = id.success ? await store.read('bulk', id.data) : undefined;
  return bulk?.cohortId === cohortId ? bulk : undefined;
}

function idsOf({ now, held }: Recipients): string[] {
  return [...now, ...held].map(({ id }) => id).toSorted();
}

function digestOf(ids: readonly string[]): string {
  return createHash('sha256').update(ids.join(' ')).digest('base64url').slice(0, 22);
}
