/** The confirmation of a requested plan. It repeats nothing the requester typed, since anyone can enter an address. */

import type { MailUrls } from '#shared/base/links/urls.ts';
import { SIGN_UP_DAYS } from '#shared/people/applicant/pending.ts';
import type { MailWords } from './layout.ts';

export function confirmWords(urls: MailUrls): { subject: string; words: MailWords } {
  return {
    subject: 'Confirm your email address',
    words: {
      greeting: 'Hello,',
      heading: 'Is this address yours?',
      paragraphs: [
        'Someone asked for a rotation plan with this email address.',
        `If that was you, open the link and confirm within ${SIGN_UP_DAYS} days.`,
      ],
      button: { label: 'Confirm and start', url: urls.plan },
      answers: [],
      notes: [
        'If it was not you, do nothing. We will send no other email and will delete what was entered.',
      ],
    },
  };
}
