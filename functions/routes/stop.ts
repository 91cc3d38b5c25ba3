/** Stopping and resuming emails: `/u/` an applicant's, `/s/` a letter writer's, `/b/` an advisor's Monday brief. The address is written first. */
import { briefStopPath, lettersStopPath, unsubscribePath } from '#shared/base/links/urls.ts';
import { mailingOf } from '#shared/plan/facts/mailing.ts';
import { topicSchema } from '#shared/plan/facts/topics.ts';
import { messagePage } from '#shared/views/pages/message-pages.ts';
import {
  stopPage,
  stopStreamPage,
  stopTopicPage,
  unreachablePage,
} from '#shared/views/pages/stop-pages.ts';
import { setReach, setReachWithAddress } from '../set-reach.ts';
import { update } from '../update.ts';
import { oneClick } from './forms.ts';
import type { WebDeps } from './web-deps.ts';
import { opens, type WebRoute } from './web-route.ts';

export function stopRoutes(deps: WebDeps): WebRoute[] {
  return [
    opens('unsubscribe').get(unsubscribePath(':token'), (c, { person: { reach, facts }, token }) =>
      c.html(stopPage(token, reach === 'ok' ? 'emailed' : 'stopped', mailingOf(facts).stopped)),
    ),
    opens('unsubscribe').post(
      unsubscribePath(':token'),
      oneClick,
      async (c, { person: applicant, token }, wish) => {
        if (applicant.erased) return c.html(stopPage(token, 'stopped'));
        const reach = await setReachWithAddress(deps, applicant, REACH_OF[wish]);
        logWish(deps, applicant.id, wish);
        if (wish === 'stop') return c.html(stopPage(token, 'stopped'));
        return reach === 'ok'
          ? c.html(messagePage('resumed'))
          : c.html(unreachablePage({ ...applicant, reach }), 409);
      },
    ),
    opens('unsubscribe').get(unsubscribePath(':token', ':topic'), (c, { person, token }) => {
      const topic = topicSchema.safeParse(c.req.param('topic'));
      if (!topic.success) return c.html(messagePage('foreign-link'), 404);
      const isStopped = mailingOf(person.facts).stopped.includes(topic.data);
      return c.html(stopTopicPage(unsubscribePath(token, topic.data), topic.data, isStopped));
    }),
    opens('unsubscribe').post(
      unsubscribePath(':token', ':topic'),
      oneClick,
      async (c, { person: applicant, token }, wish) => {
        const parsed = topicSchema.safeParse(c.req.param('topic'));
        if (!parsed.success) return c.html(messagePage('foreign-link'), 404);
        const topic = parsed.data;
        const stops = wish === 'stop';
        // A one-click request may come twice: nothing is written the second time.
        if (!applicant.erased && mailingOf(applicant.facts).stopped.includes(topic) !== stops) {
          const answer = await update(deps, applicant.id, {
            id: deps.newId(),
            by: 'applicant',
            event: { type: 'topic-set', topic, wish: stops ? 'stopped' : 'emailed' },
          });
          if (answer.answer === 'refused') {
            throw new Error('A topic could not be stopped: too many writers at once.');
          }
          const personId = applicant.id;
          deps.log('info', stops ? 'topic-stopped' : 'topic-resumed', { personId, reason: topic });
        }
        return c.html(stopTopicPage(unsubscribePath(token, topic), topic, stops));
      },
    ),
    opens('letters-stop').get(lettersStopPath(':token'), (c, { person, token }) =>
      c.html(stopStreamPage('letters', lettersStopPath(token), person.reach)),
    ),
    opens('letters-stop').post(
      lettersStopPath(':token'),
      oneClick,
      async (c, { person: writer, token }, wish) => {
        const reach = await setReachWithAddress(deps, writer, REACH_OF[wish]);
        logWish(deps, writer.id, wish);
        if (wish === 'resume' && reach === 'ok') return c.html(messagePage('resumed'));
        const page = stopStreamPage('letters', lettersStopPath(token), reach);
        return c.html(page, wish === 'resume' ? 409 : 200);
      },
    ),
    opens('brief-stop').get(briefStopPath(':token'), (c, { person, token }) =>
      c.html(stopStreamPage('brief', briefStopPath(token), person.reach)),
    ),
    opens('brief-stop').post(
      briefStopPath(':token'),
      oneClick,
      async (c, { person: advisor, token }, wish) => {
        const reach = await setReach(deps, 'advisor', advisor.id, REACH_OF[wish]);
        logWish(deps, advisor.id, wish);
        const page = stopStreamPage('brief', briefStopPath(token), reach);
        return c.html(page, wish === 'resume' && reach !== 'ok' ? 409 : 200);
      },
    ),
  ];
}

const REACH_OF = { stop: 'unsubscribed', resume: 'ok' } as const;

function logWish(deps: WebDeps, personId: string, wish: 'stop' | 'resume'): void {
  deps.log('info', wish === 'resume' ? 'email-resumed' : 'email-stopped', { personId });
}
