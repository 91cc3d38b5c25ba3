/** Changing the address that a plan's emails go to. */
import { html } from 'hono/html';
import { MOVE_BACK_DAYS, MOVE_DAYS } from '#shared/people/applicant/moving.ts';
import { addressField, button } from '../components.ts';
import { message } from './layout.ts';
import { type PageView, personPage } from './person-page.ts';

/** @param error what is wrong with what was typed */
export function addressPage(view: PageView, error?: string): string {
  const { paths, applicant } = view;
  return personPage(view, {
    title: error ? 'Nothing was changed' : 'Change your email address',
    action: paths.address,
    forms: [],
    body: html`<section aria-label="New address">
<p>Emails go to ${applicant.facts.profile.address} now. We will email the new address a link. Once you confirm there, your old links end, and the old address can take the plan back for ${MOVE_BACK_DAYS} days.</p>
<form method="post" action="${paths.address}" novalidate>
${addressField(error, 'Your new email address')}
<button>Email a link to this address</button>
</form></section>`,
  });
}

/** The same for every address. */
export function moveAskedPage(): string {
  return message(
    'Check your new mailbox',
    html`<p>An email is on its way to the new address. Open its link within ${MOVE_DAYS} days. Until then, nothing changes.</p>
<p>Nothing there? Check your spam folder. Once an address was changed, it can be changed again after ${MOVE_BACK_DAYS} days.</p>`,
  );
}

/** Opening the link changes nothing: email scanners open links, too. */
export function movePage(action: string, isBack: boolean): string {
  return isBack
    ? message(
        'Take your plan back?',
        html`<p>Emails about your plan will come to this address again, and every link that was emailed to the other one ends.</p>
${button({ action, label: 'Take my plan back' })}`,
      )
    : message(
        'Confirm your new address',
        html`<p>Emails about your rotation plan will come to this address.</p>
${button({ action, label: 'This is my address' })}
<p class="hint">If you did not ask for it, close this page. Nothing will change.</p>`,
      );
}

export function movedPage(): string {
  return message(
    'The address was changed',
    html`<p>Your old links have ended. A new link to your plan is on its way to this address.</p>`,
  );
}

export function moveOverPage(): string {
  return message(
    'This link no longer changes anything',
    html`<p>It was used, is too old, or was replaced by a newer one. Nothing was changed. Open your plan from the latest email.</p>`,
  );
}
