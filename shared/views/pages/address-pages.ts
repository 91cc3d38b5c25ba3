/** Changing the address that a plan's emails go to. */

import { html } from '#shared/base/html.ts';
import { NEW_LINK_PATH } from '#shared/base/links/urls.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { phraseLocal } from '#shared/base/time/phrase.ts';
import { MOVE_BACK_DAYS } from '#shared/people/applicant/moving.ts';
import { hasAdvisor } from '#shared/people/applicant/pending.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { addressField, button } from '../components.ts';
import { message } from './layout.ts';
import { type PageView, personPage } from './person-page.ts';

/** `isFresh`: by a link of the last hour, which skips the wait. `error`: what is wrong with what was typed. */
export function addressPage(
  view: PageView,
  isFresh: boolean,
  error?: string,
  typed?: string,
): string {
  const { paths, applicant } = view;
  const lost = 'If you have lost the old mailbox, your advisor can also ask for the change.';
  return personPage(view, {
    title: error ? 'Nothing was changed' : 'Change your email address',
    body: html`<section aria-label="New address">
<p>Emails go to ${applicant.facts.profile.address} now. We will email the new address a link.
Once you confirm there, your old links end, and the old address can take the plan back for ${MOVE_BACK_DAYS} days.</p>
${
  isFresh
    ? ''
    : html`<p>For ${MOVE_BACK_DAYS} days, reminders go to both addresses, and you cannot download or delete the plan or end its links.
To skip that, <a href="${NEW_LINK_PATH}">get a new link</a> at the old address and open this page from it within the hour.
${hasAdvisor(applicant) ? lost : ''}</p>`
}
<form method="post" action="${paths.address}" novalidate>
${addressField(error, 'Your new email address', typed)}
<button>Email a link to this address</button>
</form></section>`,
  });
}

/** Opening the link changes nothing: email scanners open links, too. */
export function movePage(action: string, isBack: boolean): string {
  return isBack
    ? message(
        'Take your plan back?',
        'Emails about your plan will come to this address again, and every link that was emailed to the other one ends.',
        button({ action, label: 'Take my plan back' }),
      )
    : message(
        'Confirm your new address',
        'Emails about your rotation plan will come to this address.',
        button({ action, label: 'This is my address' }),
        html`<p class="hint">If you did not ask for it, close this page. Nothing will change.</p>`,
      );
}

export function moveWaitsPage({ facts }: Applicant, until: Instant): string {
  return message(
    'This has to wait',
    `The email address of this plan was changed without its old mailbox. Until ${phraseLocal(until, facts.profile.zone)},
the old address can take the plan back, so nobody can download or delete it, or end its links. Nothing was changed.`,
    'Everything else works as usual.',
  );
}
