/** Stopping emails and having them again, all of them or one topic: each page asks or says what is so now. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { unsubscribePath } from '#shared/base/links/urls.ts';
import { TOPIC_NAMES, TOPICS, type TopicName } from '#shared/plan/facts/topics.ts';
import { message } from './message.ts';

/** @param stopped the topics that are stopped already */
export function stopPage(
  token: string,
  state: 'mailed' | 'stopped',
  stopped: readonly TopicName[] = [],
): string {
  const all = unsubscribePath(token);
  return state === 'mailed'
    ? message(
        'Stop the emails?',
        html`<p>You will get no more reminders of deadlines, documents and letters. Your plan stays, and you can open it from any email you have.</p>
${wishForm(all, 'stop', 'Stop all emails')}
<h2>Or only some of them</h2>
${TOPIC_NAMES.map((topic) => topicWish(token, topic, stopped.includes(topic)))}`,
      )
    : message(
        'The emails are stopped',
        html`<p>You get no more reminders. Your plan stays as it is. A link that you ask for still comes.</p>
${wishForm(all, 'resume', 'Have the emails again')}`,
      );
}

/** One topic, stopped or to be stopped. */
export function stopTopicPage(action: string, topic: TopicName, isStopped: boolean): string {
  const { label } = TOPICS[topic];
  return isStopped
    ? message(
        'These emails are stopped',
        html`<p>You get no more emails about ${label}. Everything else comes as before.</p>
${wishForm(action, 'resume', `Email me about ${label}`)}`,
      )
    : message(
        `Stop emails about ${label}?`,
        html`<p>Everything else comes as before. Your plan stays.</p>
${wishForm(action, 'stop', `Stop emails about ${label}`)}`,
      );
}

function topicWish(token: string, topic: TopicName, isStopped: boolean): Html {
  const { label } = TOPICS[topic];
  const action = unsubscribePath(token, topic);
  return isStopped
    ? wishForm(action, 'resume', `Email me about ${label}`)
    : wishForm(action, 'stop', `Stop emails about ${label}`);
}

/** One button for one wish. @param look `plain` where stopping is not what the page is for */
export function wishForm(
  action: string,
  wish: 'stop' | 'resume',
  label: string,
  look: 'plain' | 'main' = wish === 'resume' ? 'plain' : 'main',
): Html {
  return html`<form method="post" action="${action}">
<input type="hidden" name="action" value="${wish}">
<button${look === 'plain' ? html` class="plain"` : ''}>${label}</button>
</form>`;
}

/** After a yes to emails. */
export function resumedPage(): string {
  return message(
    'You have the emails again',
    html`<p>The next one comes when something is due. Every email has a link that stops them.</p>`,
  );
}

/** Resuming, at an address that bounced or complained. */
export function unreachablePage(): string {
  return message(
    'We cannot mail you',
    html`<p>Your address does not take our emails, so none is sent. Nothing was changed. Ask your advisor to correct the address.</p>`,
  );
}
