/** The emails to advisors: the Monday brief and the sign-in link. */
import { SIGN_IN_MINUTES } from '#shared/base/limits.ts';
import { ADVISORS_PATH, cohortPaths } from '#shared/base/links/advisor-paths.ts';
import { counted } from '#shared/base/sentence.ts';
import { type Brief, briefSubject } from '#shared/cohort/brief.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import { EVERYONE, writeQuery } from '#shared/cohort/report/filters.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import type { Email } from '#shared/store/mailer.ts';
import { type EmailWords, emailOf } from './layout.ts';

export interface CohortBrief {
  readonly cohort: Pick<Cohort, 'id' | 'name'>;
  readonly brief: Brief;
}

/** `urlOf` makes a path an absolute address; `stopUrl` stops the brief without signing in. */
export function briefEmail(
  { profile }: Pick<Advisor, 'profile'>,
  briefs: readonly CohortBrief[],
  urlOf: (path: string) => string,
  stopUrl: string,
): Email {
  const [only] = briefs;
  const subject = briefSubject(briefs.map(({ brief }) => brief));
  const items = briefs.flatMap(({ cohort, brief: { newlyRed, newlyLost, waiting } }) =>
    [newlyRed, newlyLost, ...waiting]
      .filter(({ count }) => count > 0)
      .map(({ text, filters }) => ({
        label: briefs.length > 1 ? `${cohort.name}: ${text}` : text,
        url: urlOf(`${cohortPaths(cohort.id).report}${writeQuery({ ...EVERYONE, filters })}`),
      })),
  );
  return toAdvisor(profile, subject, {
    paragraphs: [
      ...briefs.map(({ cohort, brief }) => totalsSentence(cohort, brief)),
      ...(items.length === 0 ? ['Nothing was new last week, and nothing waits for you.'] : []),
    ],
    button: {
      label: 'Open the report',
      url: urlOf(only && briefs.length === 1 ? cohortPaths(only.cohort.id).report : ADVISORS_PATH),
    },
    ...(items.length > 0 && { list: { heading: 'New last week, and waiting for you', items } }),
    notes: [
      'The links ask you to sign in. Names appear only in the report, never in an email.',
      'You get this every Monday because you advise these applicants.',
    ],
    stop: { label: 'Stop the Monday brief', url: stopUrl },
  });
}

function toAdvisor(
  to: Email['to'],
  subject: string,
  words: Omit<EmailWords, 'greeting' | 'heading'>,
): Email {
  const greeting = `Hello ${to.name},`;
  return emailOf(to, { subject, words: { greeting, heading: subject, ...words } });
}

/** `Match 2028 has 200 applicants: 32 red, 14 with something lost for good, and 154 with nothing late or lost.` */
function totalsSentence({ name }: CohortBrief['cohort'], { people, totals }: Brief): string {
  const parts = totals.map(({ text }) => text);
  return people === 0
    ? `${name} has no applicants.`
    : `${name} has ${counted(people, 'applicant')}: ${LIST.format(parts)}.`;
}

const LIST = new Intl.ListFormat('en-US', { type: 'conjunction' });

export function signInEmail(to: Email['to'], url: string): Email {
  return toAdvisor(to, 'Your sign-in link', {
    paragraphs: [
      'You asked to sign in.',
      `The link works once, for ${SIGN_IN_MINUTES} minutes. Do not share it.`,
    ],
    button: { label: 'Sign in', url },
    notes: ['If you did not ask for it, ignore this email. No one was signed in.'],
  });
}

/** Without a name: the plan will be erased. An advisor who imports the sheet again is shown its line. */
export function disownedEmail(
  to: Email['to'],
  cohort: Pick<Cohort, 'id' | 'name'>,
  urlOf: (path: string) => string,
): Email {
  return toAdvisor(to, `Someone in ${cohort.name} does not know your school`, {
    paragraphs: [
      'We asked the person at an imported email address whether the plan is theirs. The answer was “I don’t know this school”.',
      'You no longer see the plan, and we delete it after seven days unless that person restores it. The address may be mistyped: import your spreadsheet again, and the check will name its row.',
    ],
    button: { label: 'Import again', url: urlOf(cohortPaths(cohort.id).imports) },
    notes: ['You get this because you advise these applicants.'],
  });
}

/** To the advisor who takes over all cases of another one. */
export function casesReceivedEmail(
  to: Email['to'],
  cohort: Pick<Cohort, 'id' | 'name'>,
  urlOf: (path: string) => string,
): Email {
  const query = { ...EVERYONE, filters: { case: 'mine' } } as const;
  return toAdvisor(to, `You have new cases in ${cohort.name}`, {
    paragraphs: [
      'All open cases of another advisor were handed over to you, with their notes and follow-up days.',
    ],
    button: {
      label: 'See my cases',
      url: urlOf(`${cohortPaths(cohort.id).report}${writeQuery(query)}`),
    },
    notes: [
      'The link asks you to sign in. Names appear only in the report, never in an email.',
      'You get this because you advise these applicants.',
    ],
  });
}
