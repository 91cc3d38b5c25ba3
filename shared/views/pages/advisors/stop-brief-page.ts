import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import type { Reach } from '#shared/people/person/person.ts';
import { message } from '../layout.ts';
import { wishForm } from '../stop-pages.ts';

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
