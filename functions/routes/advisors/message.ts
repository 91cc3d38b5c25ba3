/** `/advisors/c/<cohort>/message`: a message to the people who match the report's filters. */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { cohortPaths, PATHS } from '#shared/base/links/advisor-paths.ts';
import type { Refusal } from '#shared/base/result.ts';
import { idSchema } from '#shared/base/text.ts';
import { type Bulk, newBulk } from '#shared/cohort/bulk.ts';
import {
  MERGE_FIELDS,
  type Recipients,
  recipientsOf,
  unknownFieldsIn,
} from '#shared/cohort/recipients.ts';
import { knownOf, readQuery } from '#shared/cohort/report/filters.ts';
import { ROLES, WORKERS } from '#shared/people/advisor/advisor.ts';
import { messageSchema, paragraphsOf } from '#shared/people/person/message.ts';
import {
  bulkPage,
  type MessageList,
  previewPage,
  writeMessagePage,
} from '#shared/views/pages/report/message-page.ts';
import { badFilterPage } from '#shared/views/pages/report/report-page.ts';
import { listMessageRefusals, noSuchField } from '#shared/words/form-refusals.ts';
import { entriesOf, noteOnce } from '../../audit.ts';
import { reportNow } from '../../whole-cohort.ts';
import { texts } from '../forms.ts';
import { statusOf } from '../status.ts';
import {
  type AdvisorDeps,
  type AdvisorRoute,
  type CohortVisitor,
  ofCohort,
  ofItem,
} from './route.ts';

const RENEW_SECONDS = 2;
/** The record has the older ones. */
const SENT_SHOWN = 25;

export function messageRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  const path = PATHS.message;
  return [
    ofCohort(WORKERS).get(path, (c, visitor) =>
      onList(deps, c, visitor, async (list) => {
        const isContact = list.query.filters.person !== undefined;
        const sent = await sentOf(deps, list.cohort.id);
        return c.html(writeMessagePage({ ...list, sent }, { ...BLANK, isContact }));
      }),
    ),
    ofCohort(WORKERS).post(
      path,
      texts(['subject', 'text', 'contact', 'step', 'update', 'digest']),
      (c, visitor, form) => onList(deps, c, visitor, (list) => answerForm(deps, c, list, form)),
    ),
    ofItem(ROLES, 'message').get(PATHS.messageAt(':messageId'), (c, visitor) => {
      if (!visitor.item.handedOutAt) c.header('Refresh', String(RENEW_SECONDS));
      return c.html(bulkPage(visitor, visitor.item));
    }),
  ];
}

const BLANK = { subject: '', text: '' };

/** The people who match the query now. */
async function onList(
  deps: AdvisorDeps,
  c: Context,
  visitor: CohortVisitor,
  answer: (list: MessageList) => Response | Promise<Response>,
): Promise<Response> {
  const { known, unknown } = knownOf(new URL(c.req.url).searchParams);
  const query = readQuery(known);
  if (!query.ok) return c.html(badFilterPage(visitor, query.failure), 400);
  const { advisor, cohort } = visitor;
  const report = await reportNow(deps, cohort, query.value, advisor);
  return answer({ advisor, unknown, ...report, now: report.generatedAt });
}

async function answerForm(
  deps: AdvisorDeps,
  c: Context,
  list: MessageList,
  { subject = '', text = '', contact, step, update, digest }: Readonly<Record<string, string>>,
): Promise<Response> {
  const draft = { subject, text, isContact: contact === 'yes' };
  if (step === 'write') return c.html(writeMessagePage(list, draft));
  const refuse = ({ reason, message }: Refusal) =>
    c.html(writeMessagePage(list, draft, message), statusOf(reason));

  const { id: by, profile } = list.advisor;
  const message = messageSchema.safeParse({
    from: profile.name,
    by,
    subject,
    paragraphs: paragraphsOf(text),
  });
  if (!message.success) {
    const isSubject = message.error.issues[0]?.path[0] === 'subject';
    return refuse(isSubject ? listMessageRefusals.subject : listMessageRefusals.paragraphs);
  }
  const [misspelled] = unknownFieldsIn(message.data);
  if (misspelled !== undefined) return refuse(noSuchField(misspelled, MERGE_FIELDS));
  const recipients = recipientsOf(list.rows, message.data, list.now);
  const ids = idsOf(recipients);
  if (ids.length === 0) return refuse(listMessageRefusals.nobodyToEmail);
  if (step !== 'send') {
    const shown = { messageId: deps.newId(), digest: digestOf(ids) };
    return c.html(previewPage(list, recipients, draft, shown));
  }

  const id = idSchema.safeParse(update);
  if (!id.success) return refuse(listMessageRefusals.notPreviewed);
  const before = await deps.store.read('bulk', id.data);
  // Sent twice by a double tap, or again after an interruption: the confirmed list applies.
  if (before && before.cohortId !== list.cohort.id)
    return refuse(listMessageRefusals.ofOtherCohort);
  if (!before && digest !== digestOf(ids)) return refuse(listMessageRefusals.listChanged);
  if (!before) {
    const of = {
      id: id.data,
      cohortId: list.cohort.id,
      message: message.data,
      ...(draft.isContact && { isContact: true as const }),
    };
    const { item, parts } = newBulk(of, ids, deps.clock.now());
    // Where a double tap was faster, its parts are the same and its message stays.
    await deps.store.writeMany(parts);
    const entry = { by, act: 'message-sent', of: item.id, people: ids.length } as const;
    await noteOnce(deps, list.cohort.id, entry);
    await deps.store.write(item);
    deps.log('info', 'message-confirmed', { personId: by, count: ids.length });
  }
  await deps.startJob({ kind: 'bulk', id: id.data });
  return c.redirect(cohortPaths(list.cohort.id).messageAt(id.data), 303);
}

/** The newest first, each with how far it is. */
async function sentOf(deps: AdvisorDeps, cohortId: string): Promise<Bulk[]> {
  const ids = (await entriesOf(deps, cohortId))
    .filter(({ act }) => act === 'message-sent')
    .flatMap(({ of }) => of ?? [])
    .slice(-SENT_SHOWN);
  const sent = await Promise.all(ids.map((id) => deps.store.read('bulk', id)));
  return sent.flatMap((each) => each ?? []).toReversed();
}

function idsOf({ now, held, asked }: Recipients): string[] {
  return [...now, ...held, ...asked].map(({ of }) => of.id).toSorted();
}

function digestOf(ids: readonly string[]): string {
  return createHash('sha256').update(ids.join(' ')).digest('base64url').slice(0, 22);
}
