/** `/a/<token>/export` and `/delete`: downloading everything, and deleting the plan. */
import { LINK_DAYS } from '#shared/base/limits.ts';
import { signLink } from '#shared/base/links/link.ts';
import { keepPath, pagePaths, SCHEMA_PATH } from '#shared/base/links/urls.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { jsonSchemaOf } from '#shared/exchange/json-schema.ts';
import { everythingOf, everythingSchema } from '#shared/exchange/personal-export/everything.ts';
import { TABLE_NAMES, tableOf } from '#shared/exchange/personal-export/tables.ts';
import { calendarEntries } from '#shared/people/mailing/entry.ts';
import { icsOf } from '#shared/people/mailing/ics.ts';
import { OWN_LINK_BOUNDS, withNotice } from '#shared/people/mailing/requested.ts';
import { type Applicant, isDeleted, withoutLinks } from '#shared/people/person/applicant.ts';
import { confirmErasePage, downloadPage, keepPage } from '#shared/views/pages/leaving-pages.ts';
import { emailedPage, messagePage } from '#shared/views/pages/message-pages.ts';
import { type AskDeps, askForPlan } from '../ask-email.ts';
import { type ChangePorts, change, changeTo } from '../change.ts';
import { endLinks } from '../end-links.ts';
import { chunksOf } from '../store/older-past.ts';
import { noFields } from './forms.ts';
import { type PlanVisitor, refusedInWait, viewFor } from './open-plan.ts';
import { fileHeaders, MEDIA_TYPES } from './route.ts';
import type { WebDeps } from './web-deps.ts';
import { opens, type WebRoute } from './web-route.ts';

export function leavingRoutes(deps: WebDeps): WebRoute[] {
  const { download, erase: erasePath } = pagePaths(':token');
  return [
    opens('anybody').get(SCHEMA_PATH, (c) => c.json(jsonSchemaOf(everythingSchema, 'input'))),
    opens('plan').get(download, async (c, visitor) =>
      c.html(downloadPage(await viewFor(deps, visitor))),
    ),
    opens('fresh-plan').get(`${download}.json`, async (c, visitor) => {
      await report(deps, visitor);
      const view = await viewFor(deps, visitor);
      const chunks = await chunksOf(deps, visitor.applicant);
      const everything = everythingOf(view.applicant, chunks, view.now);
      const text = JSON.stringify(everything, undefined, 2);
      return c.body(text, 200, fileHeaders('rotations.json', MEDIA_TYPES.json));
    }),
    opens('fresh-plan').get(`${download}.ics`, async (c, visitor) => {
      await report(deps, visitor);
      const { applicant, world, now } = await viewFor(deps, visitor);
      const entries = calendarEntries(applicant, world, now);
      const all = entries.map((entry) => ({ ...entry, status: 'confirmed' as const }));
      const text = icsOf(all, { applicant, stampedAt: now });
      return c.body(text, 200, fileHeaders('rotations.ics', MEDIA_TYPES.calendar));
    }),
    opens('fresh-plan').get(`${download}/:file`, async (c, visitor) => {
      const name = TABLE_NAMES.find((each) => `${each}.csv` === c.req.param('file'));
      if (!name) return c.html(messagePage('not-found'), 404);
      await report(deps, visitor);
      const { applicant, world } = await viewFor(deps, visitor);
      const text = tableOf(name, applicant.facts, world);
      return c.body(text, 200, fileHeaders(`${name}.csv`));
    }),
    opens('fresh-plan').get(erasePath, async (c, visitor) =>
      c.html(confirmErasePage(await viewFor(deps, visitor))),
    ),
    opens('fresh-plan').post(erasePath, noFields, async (c, { applicant: { id: personId } }) => {
      await leave(deps, personId);
      deps.log('info', 'plan-deleted', { personId });
      return c.html(emailedPage('deleted', deps));
    }),
    opens('keep').get(keepPath(':token'), (c, { applicant, token }) =>
      c.html(keepPage(keepPath(token), applicant)),
    ),
    opens('keep').post(keepPath(':token'), noFields, async (c, { applicant: { id: personId } }) => {
      const kept = await keep(deps, personId);
      if (!kept) return c.html(messagePage('kept'), 410);
      // Deleting ended every emailed link, and this answer may never arrive.
      await askForPlan(deps, personId, 'link', OWN_LINK_BOUNDS);
      deps.log('info', 'plan-kept', { personId });
      const link = { personId, purpose: 'answer', epoch: kept.linkEpoch } as const;
      const token = await signLink(deps.linkKeys, link, deps.clock.now(), LINK_DAYS);
      return c.redirect(pagePaths(token).plan, 303);
    }),
    opens('plan').post(pagePaths(':token').endLinks, noFields, async (c, { applicant }) => {
      const waits = refusedInWait(deps, c, applicant);
      if (waits) return waits;
      const { id: personId } = applicant;
      await endLinks(deps, { kind: 'applicant', id: personId });
      deps.log('info', 'links-ended', { personId });
      return c.html(emailedPage('links-ended', deps));
    }),
  ];
}

/** Once a day: a whole download is a dozen files. */
async function report(deps: WebDeps, { applicant: { id } }: PlanVisitor): Promise<void> {
  await change(deps, 'applicant', id, (applicant, now) =>
    applicant ? { write: withNotice(applicant, 'exported', dayIn('UTC', now), now) } : {},
  );
  await deps.wake({ kind: 'applicant', id });
}

/** One write ends every link, hides the plan, and asks for the email that can keep it. `disowned`: only while its reader has not answered whose it is. */
export async function leave(deps: AskDeps, id: string, disowned?: 'disowned'): Promise<boolean> {
  const hasLeft = await changeTo(deps, 'applicant', id, (applicant, now) => {
    if (!applicant || isDeleted(applicant)) return undefined;
    if (disowned && !applicant.pending?.imported) return undefined;
    const leaving = { since: now, ...(disowned && { disowned: true as const }) };
    const left = { ...withoutLinks(applicant), leaving, causes: [] };
    const to = disowned && { to: applicant.facts.profile.address };
    return withNotice(left, 'deletion', String(left.linkEpoch), now, { ...to });
  });
  await deps.wake({ kind: 'applicant', id });
  const { joined } = (await deps.store.read('applicant', id)) ?? {};
  // The school's plan that it took in is deleted with it.
  if (joined) await leave(deps, joined.id);
  return hasLeft;
}

/** The link that kept it works no second time. */
async function keep(ports: ChangePorts, id: string): Promise<Applicant | undefined> {
  const kept = await change(ports, 'applicant', id, (applicant, now) => {
    if (!applicant?.leaving) return { answer: undefined };
    const { leaving: _, ...back } = withoutLinks(applicant);
    // The email with the link may arrive and count as unsent: it is not tried again about a plan that stays.
    const causes = back.causes.filter(({ notice }) => notice !== 'deletion');
    return { write: { ...back, causes, dueAt: now }, answer: back };
  });
  if (kept?.joined) await keep(ports, kept.joined.id);
  return kept;
}
