/** `/u/<token>/<topic>`: stop the emails about one topic, or have them again. */
import { Hono } from 'hono';
import { unsubscribePath } from '#shared/base/links/urls.ts';
import { mailingOf } from '#shared/plan/facts/mailing.ts';
import { topicSchema } from '#shared/plan/facts/topics.ts';
import { foreignLinkPage } from '#shared/views/pages/message-pages.ts';
import { stopTopicPage } from '#shared/views/pages/stop-pages.ts';
import { update } from '../update.ts';
import { openStopLink, wishOf } from './open-stop-link.ts';
import type { WebDeps } from './web-deps.ts';

export function stopTopicRoutes(deps: WebDeps): Hono {
  const routes = new Hono();

  routes.get('/u/:token/:topic', async (c) => {
    const { token, topic } = c.req.param();
    const link = await openStopLink(deps, token, 'unsubscribe');
    const parsed = topicSchema.safeParse(topic);
    if (!link || !parsed.success) return c.html(foreignLinkPage(), 404);
    const isStopped = mailingOf(link.person.facts).stopped.includes(parsed.data);
    return c.html(stopTopicPage(unsubscribePath(token, topic), parsed.data, isStopped));
  });

  routes.post('/u/:token/:topic', async (c) => {
    const { token, topic: name } = c.req.param();
    const link = await openStopLink(deps, token, 'unsubscribe');
    const parsed = topicSchema.safeParse(name);
    if (!link || !parsed.success) return c.html(foreignLinkPage(), 404);
    const { person: applicant, mayResume } = link;
    const topic = parsed.data;
    const stops = (await wishOf(c)) === 'stop';
    if (!stops && !mayResume) return c.html(foreignLinkPage(), 404);
    // One click may be sent twice: what is so already is not written again.
    if (!applicant.erased && mailingOf(applicant.facts).stopped.includes(topic) !== stops) {
      const answer = await update(deps, applicant.id, {
        id: deps.newId(),
        by: 'applicant',
        event: { type: 'topic-set', topic, wish: stops ? 'stopped' : 'mailed' },
      });
      if (answer.answer === 'refused') {
        throw new Error('A topic could not be stopped: too many writers at once.');
      }
      deps.log('info', stops ? 'topic-stopped' : 'topic-resumed', {
        personId: applicant.id,
        reason: topic,
      });
    }
    return c.html(stopTopicPage(unsubscribePath(token, topic), topic, stops));
  });

  return routes;
}
