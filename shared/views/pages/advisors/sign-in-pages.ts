/** The pages before sign-in. Each is the same for known and unknown addresses. */
import { type Html, html } from '#shared/base/html.ts';
import { SESSION_HOURS, SIGN_IN_MINUTES } from '#shared/base/limits.ts';
import { ADVISORS_PATH, SIGN_IN_PATH, signInLinkPath } from '#shared/base/links/advisor-paths.ts';
import { addressField, button, link } from '../../components.ts';
import { message } from '../layout.ts';

/** Asks for the address that a one-time link goes to. */
export function signInPage(error?: string): string {
  return message('Advisors: sign in', addressForm(error));
}

/** The same for every address, so that nobody learns who is an advisor. */
export function signInAskedPage(more?: Html): string {
  return message(
    'Check your email',
    `If you advise a cohort here, a link is on its way to you. It works once, for ${SIGN_IN_MINUTES} minutes.`,
    `Nothing there? Check your spam folder, wait an hour before asking again,
or ask the operator of this service which address we have for you.`,
    more,
  );
}

/** Opening the link signs nobody in: email scanners open links, too. */
export function signInLinkPage(token: string): string {
  return message(
    'Sign in',
    html`<p>You will stay signed in on this device for ${SESSION_HOURS} hours. The link in the email works once.</p>
${button({ action: signInLinkPath(token), label: 'Sign in' })}`,
  );
}

export function closedLinkPage(why: 'spent' | 'closed'): string {
  return message(
    why === 'spent' ? 'This link was already used' : 'This link does not sign you in',
    html`<p>${
      why === 'spent'
        ? 'Each link works once. If you did not use it, ask for a new one and then choose “Sign out everywhere.”'
        : `A link works for ${SIGN_IN_MINUTES} minutes. It may be too old, or part of it may be missing.`
    } Nothing was changed.</p>
${why === 'spent' && html`<p>If you just signed in here, ${link(ADVISORS_PATH, 'open your cohorts')}.</p>`}
${addressForm()}`,
  );
}

/** For a form sent after the session ended. */
export function signedOutPage(): string {
  return message(
    'You are not signed in',
    html`<p>Sessions end after ${SESSION_HOURS} hours. We did not read what you sent, and nothing was changed. Sign in, then send it again.</p>
${addressForm()}`,
  );
}

export function dismissedPage(): string {
  return message(
    'You no longer advise a cohort here',
    html`<p>You are signed out, and nothing was changed. If this is a mistake, ask the operator of this service to add you to a cohort again.</p>`,
  );
}

function addressForm(error?: string): Html {
  return html`<form method="post" action="${SIGN_IN_PATH}" novalidate>
${addressField(error)}
<button>Email me a sign-in link</button>
</form>`;
}
