/** An advisor's message to a list of applicants, each emailed separately: nobody learns who else got it. */

import type { MailUrls } from '#shared/base/links/urls.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Message } from '#shared/people/person/message.ts';
import type { MailWords } from './layout.ts';

/** @param causeId the cause that holds the message */
export function messageWords(
  applicant: Applicant,
  causeId: string | undefined,
  urls: MailUrls,
): { subject: string; words: MailWords } {
  const message = applicant.causes.find(({ id }) => id === causeId)?.message;
  if (!message) throw new Error('The cause of a message email holds no message.');
  return wordsOfMessage(message, applicant.facts.profile.name, urls);
}

/** The preview shows exactly what is sent, except for the reader's name and links. */
export function wordsOfMessage(
  { from, subject, paragraphs }: Message,
  name: string,
  urls: Pick<MailUrls, 'plan' | 'unsubscribe'>,
): { subject: string; words: MailWords } {
  return {
    subject,
    words: {
      greeting: `Hello ${name},`,
      heading: subject,
      paragraphs,
      button: { label: 'Open my plan', url: urls.plan },
      answers: [],
      notes: [
        `${from} wrote this as your advisor. Reply to this email or write to your advisor.`,
        'You get this because you plan rotations here. We never ask for a password or a fee.',
      ],
      stop: { label: 'Stop these emails', url: urls.unsubscribe },
    },
  };
}
