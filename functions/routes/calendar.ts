/** `/c/<token>.ics`: the calendar feed of one person, and on their plan the buttons that make, renew and stop it. */
import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { readLink } from '#shared/base/links/link.ts';
import { pagePaths } from '#shared/base/links/urls.ts';
import { withTimePassed } from '#shared/people/applicant/accept.ts';
import { calendarEntries } from '#shared/people/mailing/entry.ts';
import { icsOf } from '#shared/people/mailing/ics.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { foreignLinkPage, wrongTypePage } from '#shared/views/pages/message-pages.ts';
import { change } from '../change.ts';
import { formBody } from './form-body.ts';
import { openLink } from './open-link.ts';
import type { WebDeps } from './web-deps.ts';

export function calendarRoutes(deps: WebDeps): Hono {
  const routes = new Hono();

  routes.get('/c/:file{.+\\.ics}', etag(), async (c) => {
    const applicant = await holderOf(deps, c);
    // Programs read this, not people: whoever has no right to it learns nothing, not even that it once was one.
    if (!applicant) return c.text('There is no calendar here.', 404);
    const world = deps.worldFor(applicant.cohortId);
    const present = withTimePassed(applicant, deps.clock.now(), world);
    const entries = calendarEntries(present, world);
    const changes = entries.map((entry) => ({ ...entry, status: 'confirmed' as const }));
    c.header('Cache-Control', 'private, max-age=3600');
    return c.body(icsOf(changes, { applicant: present, stampedAt: changedAt(present) }), 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="away-rotations.ics"',
    });
  });

  routes.post(pagePaths(':token').feed, async (c) => {
    const token = c.req.param('token') ?? '';
    const link = await openLink(deps, c, token);
    if (!link.opened) return link.response;
    const entries = await formBody(c);
    if (!entries) return c.html(wrongTypePage(), 415);
    const act = Object.fromEntries(entries).act;
    if (act !== 'renew' && act !== 'stop') return c.html(foreignLinkPage(), 400);
    await setFeed(deps, link.applicant.id, act);
    deps.log('info', `feed-${act}`, { personId: link.applicant.id });
    return c.redirect(`${pagePaths(token).plan}#calendar`, 303);
  });

  return routes;
}

async function holderOf(deps: WebDeps, c: Context): Promise<Applicant | undefined> {
  const reading = await readLink(deps.linkKeys, tokenOf(c), deps.clock.now());
  if (reading.state !== 'valid' || reading.link.purpose !== 'calendar') return undefined;
  const applicant = await deps.store.read('applicant', reading.link.personId);
  if (!applicant || applicant.erased) return undefined;
  const isCurrent = applicant.feed?.since && applicant.feed.epoch === reading.link.epoch;
  return isCurrent ? applicant : undefined;
}

function tokenOf(c: Context): string {
  return (c.req.param('file') ?? '').slice(0, -'.ics'.length);
}

/** Bookkeeping, not a fact: no revision goes up, and nothing is to be undone. */
async function setFeed(deps: WebDeps, personId: string, act: 'renew' | 'stop'): Promise<void> {
  await change(deps, 'applicant', personId, (applicant, now) => {
    if (!applicant || applicant.erased) return {};
    const epoch = (applicant.feed?.epoch ?? 0) + 1;
    return { write: { ...applicant, feed: act === 'renew' ? { epoch, since: now } : { epoch } } };
  });
}

function changedAt({ history, createdAt }: Applicant) {
  return history.at(-1)?.at ?? createdAt;
}
