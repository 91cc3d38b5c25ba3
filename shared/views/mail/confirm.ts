/** The confirmation of a plan that somebody asked for: it holds no word that the asker typed. */
import { SIGN_UP_DAYS } from '#shared/base/limits.ts';
import type { MailUrls } from '#shared/base/links/urls.ts';
import type { MailWords } from './layout.ts';

export function confirmWords(urls: MailUrls): { subject: string; words: MailWords } {
  return {
    subject: 'Confirm your email address',
    words: {
      greeting: 'Hello,',
      heading: 'Is this address yours?',
      paragraphs: [
        'Somebody asked for a rotation plan at this email address.',
        `If it was you, open the link and confirm, within ${SIGN_UP_DAYS} days.`,
      ],
      button: { label: 'Confirm and begin', url: urls.plan },
      answers: [],
      notes: [
        'If it was not you, do nothing: no other email comes, and what was entered is removed.',
      ],
    },
  };
}
