/** The email with a fresh link, to somebody whose old one was too old. */

import { LINK_DAYS } from '#shared/base/limits.ts';
import type { MailUrls } from '#shared/base/links/urls.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { MailWords } from './layout.ts';

export function newLinkWords(
  applicant: Applicant,
  urls: MailUrls,
): { subject: string; words: MailWords } {
  return {
    subject: 'Your new link to your rotation plan',
    words: {
      greeting: `Hello ${applicant.facts.profile.name},`,
      heading: 'Your new link',
      paragraphs: [
        'You asked for a new link to your rotation plan.',
        `It opens your plan without a password for ${LINK_DAYS} days. Do not pass it on.`,
      ],
      button: { label: 'Open my plan', url: urls.plan },
      answers: [],
      notes: [
        'If you did not ask for it, ignore this email: nothing was changed.',
        'Questions: answer this email, or ask your advisor.',
      ],
    },
  };
}
