/** Pages that say one thing: an old link, a wrong one, an error. Each says what is safe and what to do. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { SESSION_HOURS, SIGN_IN_MINUTES } from '#shared/base/limits.ts';
import { NEW_LINK_PATH, START_PATH } from '#shared/base/links/urls.ts';
import { message } from './message.ts';

/** A link that was ours. One button sends a new one to the address on the plan, whoever presses it. */
export function expiredLinkPage(token: string): string {
  return message(
    'This link is too old',
    html`<p>Links open your plan for a limited time, so that an old mail cannot. Your plan is safe and nothing was changed.</p>
<form method="post" action="${NEW_LINK_PATH}">
<input type="hidden" name="token" value="${token}">
<button>Mail me a new link</button>
</form>
<p class="hint">It goes to the email address on your plan.</p>`,
  );
}

/** A link that is not ours, or a plan that is gone: we cannot tell whose it is, so we ask. */
export function foreignLinkPage(error?: string): string {
  return message(
    'This link does not open a plan',
    html`<p>Perhaps a part of it is missing: mail programs sometimes break long links. Open it once more from the email, or have a new one sent. Nothing was changed.</p>
${addressForm(error)}`,
  );
}

/** Asks for the address that a new link goes to. */
export function askForLinkPage(error?: string): string {
  return message(
    'Have a link to your plan sent',
    html`${addressForm(error)}
<p class="hint">On a device that is not yours, have a link sent that works once, within ${SIGN_IN_MINUTES} minutes. What it opens is closed again after ${SESSION_HOURS} hours.</p>
<p><a class="target" href="${START_PATH}">No plan yet? Start one</a></p>`,
  );
}

/** A cohort's own form. Whether there is such a cohort, it does not say. */
export function cohortFormPage(action: string, error?: string): string {
  return message(
    'Update your rotation plan',
    html`<p>Enter the email address that your advisor has of you. A link to your plan comes by email, and there you say what is new: an offer, dates, a document, a letter.</p>
${addressForm(error, action)}`,
  );
}

/** The same for every address, so that nobody learns who is here. */
export function linkAskedPage(): string {
  return message(
    'Look into your email',
    html`<p>If there is a plan for you, a new link is on its way to the address on it. It comes within the hour.</p>
<p>Nothing came? Look into the spam folder, then ask your advisor which address is on your plan.</p>`,
  );
}

/** The same for what is not there and what is somebody else's. */
export function notFoundPage(): string {
  return message(
    'There is no such page',
    html`<p>Nothing was changed. Open your plan from the latest mail, or have a new link sent.</p>${addressForm()}`,
  );
}

/** @param says the sentence of the refusal dictionary */
export function noRotationPage(says: string, planPath: string): string {
  return message(
    'There is no such rotation',
    html`<p>${says}</p><p><a class="button" href="${planPath}">Open my plan</a></p>`,
  );
}

/** @param says the sentence of the refusal dictionary */
export function nothingToPutOffPage(says: string, planPath: string): string {
  return message(
    'There is nothing to put off',
    html`<p>${says}</p><p><a class="button" href="${planPath}">Open my plan</a></p>`,
  );
}

/** A form beyond its limit; nothing was written. */
export function tooLargePage(): string {
  return message(
    'This form is too large',
    html`<p>It holds more than any form of ours, so it was not read. Nothing was changed. Shorten what you entered and send it again.</p>`,
  );
}

/** A body that is no form; nothing was written. */
export function wrongTypePage(): string {
  return message(
    'This is not a form of ours',
    html`<p>Updates are sent by the forms of these pages (application/x-www-form-urlencoded). Nothing was changed.</p>`,
  );
}

/** A form that another site sent; nothing was written. */
export function crossSitePage(): string {
  return message(
    'This form came from another site',
    html`<p>For your safety it was not read. Nothing was changed. Open your plan from the latest mail and answer there.</p>`,
  );
}

/** @param reference stands in the log beside the error */
export function serverErrorPage(reference: string): string {
  return message(
    'Something went wrong on our side',
    html`<p>Your update was not recorded: nothing was changed. Please try again in a few minutes.</p>
<p>If it happens again, tell your advisor this number: <strong>${reference}</strong></p>`,
  );
}

function addressForm(error?: string, action = NEW_LINK_PATH): Html {
  return html`<form method="post" action="${action}" novalidate>
<div class="field${error ? ' wrong' : ''}">
<label for="address">Your email address</label>
${error ? html`<p class="error" id="address-error" role="alert">${error}</p>` : ''}
<input id="address" type="email" name="address" maxlength="254" autocomplete="email" required${error ? html` aria-invalid="true" aria-describedby="address-error"` : ''}>
</div>
<button>Mail me a new link</button>
<button class="plain" name="want" value="once">Mail me a link that works once</button>
</form>`;
}

/** A one-time link that is good. Opening it spends nothing: mail scanners open links too. */
export function oneTimeLinkPage(action: string): string {
  return message(
    'Open your plan',
    html`<p>The link in the email works once. Your plan then stays open for ${SESSION_HOURS} hours.</p>
<form method="post" action="${action}"><button>Open my plan</button></form>`,
  );
}

/** A one-time link that opened once, or whose time is over. */
export function oneTimeSpentPage(why: 'spent' | 'closed'): string {
  return message(
    why === 'spent' ? 'This link was used before' : 'This link does not open a plan',
    html`<p>${why === 'spent' ? 'A link of this kind works once.' : `A link of this kind works for ${SIGN_IN_MINUTES} minutes, and a part of it may be missing.`} Nothing was changed.</p>
${addressForm()}`,
  );
}
