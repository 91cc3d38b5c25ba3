/** Stopping all emails about letters, or having them again. */
import { html } from 'hono/html';
import type { Reach } from '#shared/people/person/person.ts';
import { message } from '../message.ts';
import { wishForm } from '../stop-pages.ts';

export function stopLettersPage(action: string, reach: Reach): string {
  switch (reach) {
    case 'ok':
      return message(
        'Stop the emails about letters?',
        html`<p>You will get no more emails about any letter. Applicants who wait for a letter of yours are told to call you.</p>
${wishForm(action, 'stop', 'Stop the emails')}`,
      );
    case 'unsubscribed':
      return message(
        'The emails about letters are stopped',
        html`<p>You get no more of them. Applicants who wait for a letter of yours are told to call you. Your page still opens from any email you have.</p>
${wishForm(action, 'resume', 'Have emails about new letters')}`,
      );
    default:
      return message(
        'We cannot mail you',
        html`<p>Your address does not take our emails, so none is sent. Nothing was changed.</p>`,
      );
  }
}
