/** The Monday brief: stopping it, or having it again. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import type { Reach } from '#shared/people/person/person.ts';
import { message } from '../message.ts';
import { wishForm } from '../stop-pages.ts';

export function stopBriefPage(action: string, reach: Reach): string {
  switch (reach) {
    case 'ok':
      return message(
        'You get the Monday brief',
        html`<p>It comes on Monday mornings, with what changed in your cohorts. Sign-in links that you ask for come either way.</p>
${briefForm(action, reach)}`,
      );
    case 'unsubscribed':
      return message(
        'The Monday brief is stopped',
        html`<p>You get no more of them. Sign-in links that you ask for still come, and the report has all of it.</p>
${briefForm(action, reach)}`,
      );
    default:
      return message(
        'We cannot email you',
        html`<p>Your address does not take our emails, so no brief is sent. Nothing was changed.</p>`,
      );
  }
}

/** The one button: the other of the two wishes. */
export function briefForm(action: string, reach: Reach): Html {
  return reach === 'ok'
    ? wishForm(action, 'stop', 'Stop the Monday brief', 'plain')
    : wishForm(action, 'resume', 'Have the Monday brief again');
}
