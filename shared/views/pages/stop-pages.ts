/** Stopping and restarting emails: all of them, one topic, those about letters, or the Monday brief. */
import { type Html, html } from '#shared/base/html.ts';
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
  if (state === 'stopped') return stopStreamPage('all', all, 'unsubscribed');
  const topics = TOPIC_NAMES.map((topic) =>
    topicWish(unsubscribePath(token, topic), topic, stopped.includes(topic)),
  );
  return stopStreamPage('all', all, 'ok', html`<h2>Or stop only some</h2>${topics}`);
}

export function stopTopicPage(action: string, topic: TopicName, isStopped: boolean): string {
  const { label } = TOPICS[topic];
  const wish = topicWish(action, topic, isStopped);
  return isStopped
    ? message(
        'These emails are stopped',
        `You will get no more emails about ${label}. All other emails still come.`,
        wish,
      )
    : message(
        `Stop emails about ${label}?`,
        'All other emails still come, and your plan stays.',
        wish,
      );
}

function topicWish(action: string, topic: TopicName, isStopped: boolean): Html {
  const { label } = TOPICS[topic];
  return isStopped
    ? wishForm(action, 'resume', `Email me about ${label}`)
    : wishForm(action, 'stop', `Stop emails about ${label}`);
}

/** @param isPlain where it is not the purpose of the page */
function wishForm(
  action: string,
  wish: 'stop' | 'resume',
  label: string,
  isPlain: boolean = wish === 'resume',
): Html {
  return button({ action, label, hidden: { action: wish }, isPlain });
}

/** For an address that bounced or complained. */
export function unreachablePage(applicant: Pick<Applicant, 'cohortId' | 'reach'>): string {
  const why =
    applicant.reach === 'bounced'
      ? `Your address does not accept our emails, so we send none. Open your plan from any email you have,
and change the address on its profile page.`
      : markedAsSpam(applicant);
  return message('We cannot email you', `${why} Nothing was changed.`);
}

export function markedAsSpam(applicant: Pick<Applicant, 'cohortId'>): string {
  const otherwise = hasAdvisor(applicant)
    ? 'If that was a mistake, ask your advisor.'
    : `Within an hour of that email, its link can still change the address on your profile page.
Later, start a new plan with another address.`;
  return `An email from us was marked as spam at your address, so we send no more. ${otherwise}`;
}

const CALL_INSTEAD = 'We will ask applicants who are waiting for a letter to call you.';

/** While it comes, and once it is stopped: title, text, and button. */
const STREAMS = {
  all: {
    ok: [
      'Stop all emails?',
      `You will get no more reminders about deadlines, documents, and letters. Your plan stays,
and you can still open it from any email you have.`,
      'Stop all emails',
    ],
    unsubscribed: [
      'Emails are stopped',
      'You will get no more reminders. Your plan stays as it is. You can still ask for a link.',
      'Start emails again',
    ],
    none: 'we send none',
  },
  letters: {
    ok: [
      'Stop emails about letters?',
      `You will get no more emails about any letter. ${CALL_INSTEAD}`,
      'Stop emails about letters',
    ],
    unsubscribed: [
      'Emails about letters are stopped',
      `You will get no more of them. ${CALL_INSTEAD} You can still open your page from any email you have.`,
      'Email me about new letters',
    ],
    none: 'we send none',
  },
  brief: {
    ok: [
      'You get the Monday brief',
      'It comes on Monday mornings with what changed in your cohorts. You can always ask for sign-in links.',
      'Stop the Monday brief',
    ],
    unsubscribed: [
      'The Monday brief is stopped',
      'You will get no more of them. You can still ask for sign-in links, and the report shows everything.',
      'Send me the Monday brief again',
    ],
    none: 'we send no brief',
  },
} as const;

export function stopStreamPage(
  stream: keyof typeof STREAMS,
  action: string,
  reach: Reach,
  more?: Html,
): string {
  const { none } = STREAMS[stream];
  if (reach !== 'ok' && reach !== 'unsubscribed') {
    const why = `Your address does not accept our emails, so ${none}. Nothing was changed.`;
    return message('We cannot email you', why);
  }
  const [title, text] = STREAMS[stream][reach];
  return message(title, text, streamForm(stream, action, reach), more);
}

export function streamForm(stream: keyof typeof STREAMS, action: string, reach: Reach): Html {
  const [, , label] = STREAMS[stream][reach === 'ok' ? 'ok' : 'unsubscribed'];
  const wish = reach === 'ok' ? 'stop' : 'resume';
  return wishForm(action, wish, label, wish === 'resume' || stream === 'brief');
}
