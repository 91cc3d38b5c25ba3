/** The email with a new link, for a reader whose old one has expired. */

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
        `It opens your plan for ${LINK_DAYS} days, with no password. Do not share it.`,
      ],
      button: { label: 'Open my plan', url: urls.plan },
      answers: [],
      notes: [
        'If you did not ask for it, ignore this email. Nothing was changed.',
        'Questions? Reply to this email or ask your advisor.',
      ],
    },
  };
}
