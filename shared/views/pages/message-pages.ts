/** Pages with one message: an old link, a wrong one, an error. Each says what is safe and what to do. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { SESSION_HOURS, SIGN_IN_MINUTES } from '#shared/base/limits.ts';
import { NEW_LINK_PATH, START_PATH } from '#shared/base/links/urls.ts';
import { addressField, button } from '../components.ts';
import { message } from './layout.ts';

/** Anyone may press the button: the new link goes only to the address on the plan. */
export function expiredLinkPage(token: string): string {
  return message(
    'This link has expired',
    html`<p>A link opens your plan for a limited time, so that an old email cannot. Your plan is safe, and nothing was changed.</p>
${newLinkButton(token)}`,
  );
}

/** For what takes data away, or ends the plan. */
export function oldLinkPage(token: string): string {
  return message(
    'This needs a new link',
    html`<p>Downloading, deleting, and making a calendar address work only with a link from the last hour, so that an old email cannot be used against you. Nothing was changed.</p>
${newLinkButton(token)}`,
  );
}

export function linksEndedPage(): string {
  return message(
    'Your links no longer work',
    html`<p>Every link we emailed you so far has ended. A new one is on its way to your address; it usually arrives within a few minutes.</p>`,
  );
}

/** An invalid link, or a deleted plan: we cannot know whose it is, so we ask for the address. */
export function foreignLinkPage(error?: string): string {
  return message(
    'This link does not open a plan',
    html`<p>Part of it may be missing: email apps sometimes break long links. Open it again from the email, or ask for a new one. Nothing was changed.</p>
${addressForm(error)}`,
  );
}

export function askForLinkPage(error?: string): string {
  return message(
    'Email me a link to my plan',
    html`${addressForm(error)}
<p class="hint">On a device that is not yours, use a link that works once, for ${SIGN_IN_MINUTES} minutes. Your plan closes again after ${SESSION_HOURS} hours. When you open it, you can also end all your other links.</p>
<p><a class="target" href="${START_PATH}">No plan yet? Start one</a></p>`,
  );
}

/** A cohort's own form. It does not reveal whether the cohort exists. */
export function cohortFormPage(action: string, error?: string): string {
  return message(
    'Update your rotation plan',
    html`<p>Enter the email address on your plan. We will email you a link to your plan. There you can report what is new:
an offer, dates, a document, or a letter.</p>
${addressForm(error, action)}`,
  );
}

/** The same for every address, so that nobody learns who has a plan. */
export function linkAskedPage(): string {
  return message(
    'Check your email',
    html`<p>If you have a plan here, a new link is on its way to the address on your plan. It usually arrives within a few minutes.</p>
<p>Nothing there? Check your spam folder, then try another address that you or your school may have used. After three links in a day, the next ones come at most once an hour.</p>`,
  );
}

/** The same for every address, too. */
export function tooManyLinksPage(): string {
  return message(
    'Too many links were requested',
    html`<p>Nothing was sent. Too many links were requested from your network, or from everywhere together, in this hour.</p>
<p>Try again in the next hour, from another network, or in a browser that has opened your link before: there you can always request another. The link in your latest email may still work, too.</p>`,
  );
}

/** The same for a page that does not exist and for someone else's. */
export function notFoundPage(): string {
  return message(
    'Page not found',
    html`<p>Nothing was changed. Open your plan from the latest email, or ask for a new link.</p>${addressForm()}`,
  );
}

const NOTHING = {
  rotation: 'There is no such rotation',
  'to-put-off': 'There is nothing to put off',
} as const;

export function nothingHerePage(
  what: keyof typeof NOTHING,
  text: string,
  planPath: string,
): string {
  return message(
    NOTHING[what],
    html`<p>${text}</p><p><a class="button" href="${planPath}">Open my plan</a></p>`,
  );
}

export function tooLargePage(): string {
  return message(
    'This form is too large',
    html`<p>It is larger than any of our forms, so we did not read it. Nothing was changed. Shorten your text and send it again.</p>`,
  );
}

export function tooManyListsPage(): string {
  return message(
    'Many people are asking for a list right now',
    html`<p>We did not make yours. Wait ten seconds, then reload this page: your answers are in its address.</p>`,
  );
}

export function wrongTypePage(): string {
  return message(
    'This is not one of our forms',
    html`<p>Send updates with the forms on these pages (application/x-www-form-urlencoded). Nothing was changed.</p>`,
  );
}

export function crossSitePage(): string {
  return message(
    'This form came from another site',
    html`<p>For your safety, we did not read it. Nothing was changed. Open your plan from the latest email and answer there.</p>`,
  );
}

/** @param reference identifies the error in the log */
export function serverErrorPage(reference: string): string {
  return message(
    'Something went wrong on our side',
    html`<p>Your update was not recorded: nothing was changed. Please try again in a few minutes.</p>
<p>If it happens again, reply to any email from us with this number: <strong>${reference}</strong></p>`,
  );
}

function newLinkButton(token: string): Html {
  return html`${button({ action: NEW_LINK_PATH, label: 'Email me a new link', hidden: { token } })}
<p class="hint">We will send it to the email address on your plan.</p>`;
}

function addressForm(error?: string, action = NEW_LINK_PATH): Html {
  return html`<form method="post" action="${action}" novalidate>
${addressField(error)}
<button>Email me a new link</button>
<button class="plain" name="want" value="once">Email me a link that works once</button>
</form>`;
}

/** Opening a one-time link does not use it up: email scanners open links, too. */
export function oneTimeLinkPage(action: string): string {
  return message(
    'Open your plan',
    html`<p>The link in the email works once. Your plan then stays open for ${SESSION_HOURS} hours.</p>
<form method="post" action="${action}"><button>Open my plan</button>
<button class="plain" name="others" value="end">Open my plan and end all my other links</button></form>
<p class="hint">Ending them also turns off your calendar address.</p>`,
  );
}

export function oneTimeSpentPage(why: 'spent' | 'closed'): string {
  return message(
    why === 'spent' ? 'This link was already used' : 'This link does not open a plan',
    html`<p>${why === 'spent' ? 'A one-time link works once.' : `A one-time link works for ${SIGN_IN_MINUTES} minutes. It may be too old, or part of it may be missing.`} Nothing was changed.</p>
${addressForm()}`,
  );
}
