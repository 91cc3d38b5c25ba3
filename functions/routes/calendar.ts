/** `/c/<token>.ics`: one person's calendar feed, and on their plan the buttons that make, renew, and stop it. */
import * as z from 'zod';
import { pagePaths } from '#shared/base/links/urls.ts';
import { withTimePassed } from '#shared/people/applicant/accept.ts';
import { calendarEntries, FEED_ACTS, type FeedAct } from '#shared/people/mailing/entry.ts';
import { icsOf } from '#shared/people/mailing/ics.ts';
import { withNotice } from '#shared/people/mailing/requested.ts';
import { type Applicant, isDeleted } from '#shared/people/person/applicant.ts';
import { calendarPage } from '#shared/views/pages/calendar-page.ts';
import { oldLinkPage } from '#shared/views/pages/message-pages.ts';
import { change } from '../change.ts';
import { fields } from './forms.ts';
import { isFresh, viewFor } from './open-plan.ts';
import { MEDIA_TYPES } from './route.ts';
import type { WebDeps } from './web-deps.ts';
import { opens, type WebRoute } from './web-route.ts';

export function calendarRoutes(deps: WebDeps): WebRoute[] {
  return [
    opens('calendar').get('/c/:file{.+\\.ics}', (c, applicant) => {
      const world = deps.worldFor(applicant.cohortId);
      const now = deps.clock.now();
      const present = withTimePassed(applicant, now, world);
      const titles = present.feed?.full ? 'full' : 'discreet';
      const entries = calendarEntries(present, world, now, titles);
      const changes = entries.map((entry) => ({ ...entry, status: 'confirmed' as const }));
      c.header('Cache-Control', 'private, max-age=3600');
      return c.body(icsOf(changes, { applicant: present, stampedAt: changedAt(present) }), 200, {
        'Content-Type': MEDIA_TYPES.calendar,
        'Content-Disposition': 'inline; filename="away-rotations.ics"',
      });
    }),
    opens('plan').get(pagePaths(':token').calendar, async (c, visitor) =>
      c.html(calendarPage(await viewFor(deps, visitor))),
    ),
    opens('plan').post(
      pagePaths(':token').calendar,
      fields(z.strictObject({ act: z.enum(FEED_ACTS) })),
      async (c, visitor, { act }) => {
        const { applicant, token } = visitor;
        // Both give away more than the link shows: an address that lasts, or titles that are private.
        const givesMore = act === 'renew' || act === 'full';
        if (givesMore && !isFresh(deps, visitor)) return c.html(oldLinkPage(token), 403);
        await setFeed(deps, applicant.id, act);
        deps.log('info', `feed-${act}`, { personId: applicant.id });
        return c.redirect(`${pagePaths(token).calendar}#feed`, 303);
      },
    ),
  ];
}

/** Bookkeeping, not a fact: no revision is raised, and there is nothing to undo. */
async function setFeed(deps: WebDeps, personId: string, act: FeedAct): Promise<void> {
  await change(deps, 'applicant', personId, (applicant, now) => {
    if (!applicant || isDeleted(applicant)) return {};
    if (act === 'full' || act === 'discreet') {
      if (!applicant.feed?.since) return {};
      const { full: _, ...feed } = applicant.feed;
      return { write: { ...applicant, feed: act === 'full' ? { ...feed, full: true } : feed } };
    }
    const epoch = (applicant.feed?.epoch ?? 0) + 1;
    if (act === 'stop') return { write: { ...applicant, feed: { epoch } } };
    const made = { ...applicant, feed: { ...applicant.feed, epoch, since: now } };
    return { write: withNotice(made, 'feed-made', String(epoch), now) };
  });
  if (act === 'renew') await deps.wake({ kind: 'applicant', id: personId });
}

function changedAt({ history, createdAt }: Applicant) {
  return history.at(-1)?.at ?? createdAt;
}
