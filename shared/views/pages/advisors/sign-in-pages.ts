/** The pages before an advisor is signed in. Each says the same to those we know and to those we do not. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { SESSION_HOURS, SIGN_IN_MINUTES } from '#shared/base/limits.ts';
import { SIGN_IN_PATH, signInLinkPath } from '#shared/base/links/advisor-paths.ts';
import { message } from '../message.ts';

/** Asks for the address that a one-time link goes to. */
export function signInPage(error?: string): string {
  return message('Advisors: sign in', addressForm(error));
}

/** The same answer for every address: nobody learns who is known here. */
export function signInAskedPage(): string {
  return message(
    'Check your email',
    html`<p>If you advise a cohort here, a link is on its way to you. It works once, within ${SIGN_IN_MINUTES} minutes.</p>
<p>Nothing came? Look into the spam folder, wait an hour before asking again, or ask whoever runs this service which address you are known by.</p>`,
  );
}

/** A link that is good. Opening it signs nobody in: mail scanners open links too. */
export function signInLinkPage(token: string): string {
  return message(
    'Sign in',
    html`<p>You stay signed in on this device for ${SESSION_HOURS} hours. The link in the email works once.</p>
<form method="post" action="${signInLinkPath(token)}">
<button>Sign in</button>
</form>`,
  );
}

/** A link that no longer opens, and the way to another. */
export function closedLinkPage(why: 'spent' | 'closed'): string {
  return message(
    why === 'spent' ? 'This link was already used' : 'This link does not sign you in',
    html`<p>${
      why === 'spent'
        ? 'A link signs in once. If it was not you who used it, ask for a new one and then choose “Sign out everywhere”.'
        : `A link works for ${SIGN_IN_MINUTES} minutes, and a part of it may be missing.`
    } Nothing was changed.</p>
${addressForm()}`,
  );
}

/** A form that was sent after the session was over. */
export function signedOutPage(): string {
  return message(
    'You are not signed in',
    html`<p>Sessions end after ${SESSION_HOURS} hours. What you sent was not read and nothing was changed. Sign in, then send it again.</p>
${addressForm()}`,
  );
}

/** Somebody who was an advisor until now. */
export function dismissedPage(): string {
  return message(
    'You no longer advise a cohort here',
    html`<p>You are signed out and nothing was changed. If this is a mistake, ask the operator of this service to add you to a cohort again.</p>`,
  );
}

function addressForm(error?: string): Html {
  return html`<form method="post" action="${SIGN_IN_PATH}" novalidate>
<div class="field${error ? ' wrong' : ''}">
<label for="address">Your email address</label>
${error ? html`<p class="error" id="address-error" role="alert">${error}</p>` : ''}
<input id="address" type="email" name="address" maxlength="254" autocomplete="email" required${error ? html` aria-invalid="true" aria-describedby="address-error"` : ''}>
</div>
<button>Mail me a sign-in link</button>
</form>`;
}
