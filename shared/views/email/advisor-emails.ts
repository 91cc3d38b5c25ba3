/** The emails to advisors: the Monday brief and the sign-in link. */
import { capital } from '#shared/base/capital.ts';
import { SIGN_IN_MINUTES } from '#shared/base/limits.ts';
import { ADVISORS_PATH, cohortPath } from '#shared/base/links/advisor-paths.ts';
import type { BriefLine } from '#shared/cohort/brief.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import { writeQuery } from '#shared/cohort/report/filters.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import type { Email } from '#shared/store/mailer.ts';
import { type EmailWords, emailOf } from './layout.ts';

export interface CohortBrief {
  readonly cohort: Pick<Cohort, 'id' | 'name'>;
  readonly lines: readonly BriefLine[];
}

/**
 * @param urlOf makes a path an absolute address
 * @param stopUrl stops the brief without signing in
 */
export function briefEmail(
  { profile }: Pick<Advisor, 'profile'>,
  briefs: readonly CohortBrief[],
  urlOf: (path: string) => string,
  stopUrl: string,
): Email {
  const changed = briefs.filter(({ lines }) => lines.length > 0);
  const items = changed.flatMap(({ cohort, lines }) =>
    lines.map(({ text, filters }) => ({
      label: briefs.length > 1 ? `${cohort.name}: ${text}` : capital(text),
      url: urlOf(
        `${cohortPath(cohort.id)}${writeQuery({ filters, view: 'people', sort: 'risk', page: 1 })}`,
      ),
    })),
  );
  const [only] = briefs;
  const subject =
    items.length === 0 ? 'This week: all quiet' : `This week: ${changed[0]?.lines[0]?.text ?? ''}`;
  const words: EmailWords = {
    greeting: `Hello ${profile.name},`,
    heading: subject,
    paragraphs:
      items.length === 0
        ? ['No one is newly red, no letter is stuck, and no deadline falls within 21 days.']
        : [
            'Here is what changed since last Monday and what is coming up. The report shows who and why.',
          ],
    button: {
      label: 'Open the report',
      url: urlOf(only && briefs.length === 1 ? cohortPath(only.cohort.id) : ADVISORS_PATH),
    },
    ...(items.length > 0 && { list: { heading: 'In numbers', items } }),
    notes: [
      'The links ask you to sign in. Names appear only in the report, never in an email.',
      'You get this every Monday because you advise these applicants.',
    ],
    stop: { label: 'Stop the Monday brief', url: stopUrl },
  };
  return emailOf(profile, { subject, words });
}

export function signInEmail(to: Email['to'], url: string): Email {
  const subject = 'Your sign-in link';
  const words: EmailWords = {
    greeting: `Hello ${to.name},`,
    heading: subject,
    paragraphs: [
      'You asked to sign in.',
      `The link works once, for ${SIGN_IN_MINUTES} minutes. Do not share it.`,
    ],
    button: { label: 'Sign in', url },
    notes: ['If you did not ask for it, ignore this email. No one was signed in.'],
  };
  return emailOf(to, { subject, words });
}
