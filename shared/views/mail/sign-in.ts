/** The email with a one-time link. It does not say what the link opens. */
import { SIGN_IN_MINUTES } from '#shared/base/limits.ts';
import type { Mail } from '#shared/store/mailer.ts';
import { htmlOf, type MailWords, textOf } from './layout.ts';
import { oneLine } from './one-line.ts';

export function signInMail(to: Mail['to'], url: string): Mail {
  const subject = 'Your sign-in link';
  const words: MailWords = {
    greeting: `Hello ${to.name},`,
    heading: subject,
    paragraphs: [
      'You asked to sign in.',
      `The link works once, for ${SIGN_IN_MINUTES} minutes. Do not share it.`,
    ],
    button: { label: 'Sign in', url },
    answers: [],
    notes: ['If you did not ask for it, ignore this email. Nobody was signed in.'],
  };
  return {
    to: { name: oneLine(to.name), address: to.address },
    subject,
    text: textOf(words),
    html: htmlOf(words, subject),
  };
}
