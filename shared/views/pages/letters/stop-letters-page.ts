import { html } from 'hono/html';
import type { Reach } from '#shared/people/person/person.ts';
import { message } from '../layout.ts';
import { wishForm } from '../stop-pages.ts';

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
