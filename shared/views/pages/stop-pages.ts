/** Stopping and restarting emails, all of them or one topic. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { unsubscribePath } from '#shared/base/links/urls.ts';
import { hasAdvisor } from '#shared/people/applicant/pending.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Reach } from '#shared/people/person/person.ts';
import { TOPIC_NAMES, TOPICS, type TopicName } from '#shared/plan/facts/topics.ts';
import { button } from '../components.ts';
import { message } from './layout.ts';

/** @param stopped the topics that are stopped already */
export function stopPage(
  token: string,
  state: 'emailed' | 'stopped',
  stopped: readonly TopicName[] = [],
): string {
  const all = unsubscribePath(token);
  return state === 'emailed'
    ? message(
        'Stop all emails?',
        html`<p>You will get no more reminders about deadlines, documents, and letters. Your plan stays, and you can still open it from any email you have.</p>
${wishForm(all, 'stop', 'Stop all emails')}
<h2>Or stop only some</h2>
${TOPIC_NAMES.map((topic) => topicWish(token, topic, stopped.includes(topic)))}`,
      )
    : message(
        'Emails are stopped',
        html`<p>You will get no more reminders. Your plan stays as it is. You can still ask for a link.</p>
${wishForm(all, 'resume', 'Start emails again')}`,
      );
}

export function stopTopicPage(action: string, topic: TopicName, isStopped: boolean): string {
  const { label } = TOPICS[topic];
  return isStopped
    ? message(
        'These emails are stopped',
        html`<p>You will get no more emails about ${label}. All other emails still come.</p>
${wishForm(action, 'resume', `Email me about ${label}`)}`,
      )
    : message(
        `Stop emails about ${label}?`,
        html`<p>All other emails still come, and your plan stays.</p>
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

/** @param look `plain` where stopping is not the purpose of the page */
function wishForm(
  action: string,
  wish: 'stop' | 'resume',
  label: string,
  look: 'plain' | 'main' = wish === 'resume' ? 'plain' : 'main',
): Html {
  return button({ action, label, hidden: { action: wish }, isPlain: look === 'plain' });
}

export function resumedPage(): string {
  return message(
    'Emails are back on',
    html`<p>The next one comes when something is due. Every email has a link that stops emails.</p>`,
  );
}

/** For an address that bounced or complained. */
export function unreachablePage(applicant: Pick<Applicant, 'cohortId'>): string {
  return message(
    'We cannot email you',
    html`<p>Your address does not accept our emails, so we send none. Nothing was changed. ${hasAdvisor(applicant) ? 'Ask your advisor to correct the address.' : 'Start a new plan with another address, then delete this one.'}</p>`,
  );
}

export function stopLettersPage(action: string, reach: Reach): string {
  switch (reach) {
    case 'ok':
      return message(
        'Stop emails about letters?',
        html`<p>You will get no more emails about any letter. We will ask applicants who are waiting for a letter to call you.</p>
${wishForm(action, 'stop', 'Stop emails about letters')}`,
      );
    case 'unsubscribed':
      return message(
        'Emails about letters are stopped',
        html`<p>You will get no more of them. We will ask applicants who are waiting for a letter to call you. You can still open your page from any email you have.</p>
${wishForm(action, 'resume', 'Email me about new letters')}`,
      );
    default:
      return message(
        'We cannot email you',
        html`<p>Your address does not accept our emails, so we send none. Nothing was changed.</p>`,
      );
  }
}

export function stopBriefPage(action: string, reach: Reach): string {
  switch (reach) {
    case 'ok':
      return message(
        'You get the Monday brief',
        html`<p>It comes on Monday mornings with what changed in your cohorts. You can always ask for sign-in links.</p>
${briefForm(action, reach)}`,
      );
    case 'unsubscribed':
      return message(
        'The Monday brief is stopped',
        html`<p>You will get no more of them. You can still ask for sign-in links, and the report shows everything.</p>
${briefForm(action, reach)}`,
      );
    default:
      return message(
        'We cannot email you',
        html`<p>Your address does not accept our emails, so we send no brief. Nothing was changed.</p>`,
      );
  }
}

export function briefForm(action: string, reach: Reach): Html {
  return reach === 'ok'
    ? wishForm(action, 'stop', 'Stop the Monday brief', 'plain')
    : wishForm(action, 'resume', 'Send me the Monday brief again');
}
