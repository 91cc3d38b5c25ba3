/** The emails to advisors: the Monday brief and the sign-in link. */
import { counted } from '#shared/base/counted.ts';
import { SIGN_IN_MINUTES } from '#shared/base/limits.ts';
import { ADVISORS_PATH, cohortPath } from '#shared/base/links/advisor-paths.ts';
import { type Brief, briefSubject } from '#shared/cohort/brief.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import { writeQuery } from '#shared/cohort/report/filters.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import type { Email } from '#shared/store/mailer.ts';
import { type EmailWords, emailOf } from './layout.ts';

export interface CohortBrief {
  readonly cohort: Pick<Cohort, 'id' | 'name'>;
  readonly brief: Brief;
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
  const [only] = briefs;
  const subject = briefSubject(briefs.map(({ brief }) => brief));
  const words: EmailWords = {
    greeting: `Hello ${profile.name},`,
    heading: subject,
    paragraphs: briefs.map(({ cohort, brief }) => totalsSentence(cohort, brief)),
    button: {
      label: 'Open the report',
      url: urlOf(only && briefs.length === 1 ? cohortPath(only.cohort.id) : ADVISORS_PATH),
    },
    list: {
      heading: 'Since last Monday, and waiting for you',
      items: briefs.flatMap(({ cohort, brief: { newlyRed, newlyLost, waiting } }) =>
        [newlyRed, newlyLost, ...waiting].map(({ text, filters }) => ({
          label: briefs.length > 1 ? `${cohort.name}: ${text}` : text,
          url: urlOf(
            `${cohortPath(cohort.id)}${writeQuery({ filters, view: 'people', sort: 'risk', page: 1 })}`,
          ),
        })),
      ),
    },
    notes: [
      'The links ask you to sign in. Names appear only in the report, never in an email.',
      'You get this every Monday because you advise these applicants.',
    ],
    stop: { label: 'Stop the Monday brief', url: stopUrl },
  };
  return emailOf(profile, { subject, words });
}

/** `Match 2028 has 200 applicants: 32 red, 14 cannot be saved, and 154 nothing late or lost.` */
function totalsSentence({ name }: CohortBrief['cohort'], { people, totals }: Brief): string {
  const parts = totals.map(({ text }) => text);
  return people === 0
    ? `${name} has no applicants.`
    : `${name} has ${counted(people, 'applicant')}: ${LIST.format(parts)}.`;
}

const LIST = new Intl.ListFormat('en-US', { type: 'conjunction' });

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
