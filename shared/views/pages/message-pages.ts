/** Pages with one message: what is safe, and what to do. */
import { type Html, html } from '#shared/base/html.ts';
import { DELETION_DAYS, SESSION_HOURS, SIGN_IN_MINUTES } from '#shared/base/limits.ts';
import { NEW_LINK_PATH, START_PATH } from '#shared/base/links/urls.ts';
import { EASTERN } from '#shared/base/time/instant.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
import { actorWords, historyWords } from '#shared/people/applicant/history-words.ts';
import { MOVE_BACK_DAYS, MOVE_DAYS } from '#shared/people/applicant/moving.ts';
import { SIGN_UP_DAYS } from '#shared/people/applicant/pending.ts';
import type { HistoryEntry } from '#shared/people/person/applicant.ts';
import type { PlanRefusal } from '#shared/plan/facts/refusals.ts';
import { refusalWords } from '#shared/words/refusals.ts';
import { addressField, button, link } from '../components.ts';
import { message } from './layout.ts';

/** A title, then paragraphs. Those about an address are the same for every address, so that nobody learns who has a plan. */
const MESSAGES = {
  'links-ended': `Your links no longer work
Every link we emailed you so far has ended. A new one is on its way to your address;
it usually arrives within a few minutes.`,
  'expired-link': `This link has expired
A link opens your plan for a limited time, so that an old email cannot. Your plan is safe, and nothing was changed.`,
  'old-link': `This needs a new link
Downloading, deleting, sharing or no longer sharing with a school, and making a calendar address work only with a link
from the last hour, so that an old email cannot be used against you. Nothing was changed.`,
  'foreign-link': `This link does not open a plan
Part of it may be missing: email apps sometimes break long links. Open it again from the email,
or ask for a new one. Nothing was changed.`,
  'not-found': `Page not found
Nothing was changed. Open your plan from the latest email, or ask for a new link.`,
  'cohort-form': `Update your rotation plan
Enter the email address on your plan. We will email you a link to your plan. There you can report what is new:
an offer, dates, a document, or a letter.`,
  'once-spent': `This link was already used
A one-time link works once. Nothing was changed.`,
  'once-closed': `This link does not open a plan
A one-time link works for ${SIGN_IN_MINUTES} minutes. It may be too old, or part of it may be missing.
Nothing was changed.`,
  'link-asked': `Check your email
If you have a plan here, a new link is on its way to the address on your plan. It usually arrives within a few minutes.

Nothing there? Check your spam folder, then try another address that you or your school may have used.
After three links in a day, the next ones come at most once an hour.`,
  'too-many-links': `Too many links were requested
Nothing was sent. Too many links were requested from your network, or from everywhere together, in this hour.

Try again in the next hour, from another network, or in a browser that has opened your link before: there you can always
request another. The link in your latest email may still work, too.`,
  started: `Check your email
An email is on its way to this address. It usually arrives within a few minutes. Open its link within ${SIGN_UP_DAYS} days.

Nothing there? Check your spam folder, then try again tomorrow.`,
  'too-many-started': `Too many plans were started just now
Nothing was sent. From where you are, or from everywhere together, more plans were started in this hour than we allow,
so that no one can flood others with our emails.

Places become free as soon as others confirm their address. Try again in a few minutes, at the latest in the next hour.`,
  'move-asked': `Check your new mailbox
An email is on its way to the new address. Open its link within ${MOVE_DAYS} days. Until then, nothing changes.

Nothing there? Check your spam folder. Once an address was changed, it can be changed again after ${MOVE_BACK_DAYS} days.`,
  moved: `The address was changed
Your old links have ended. A new link to your plan is on its way to this address.`,
  'move-over': `This link no longer changes anything
It was used, is too old, or was replaced by a newer one. Nothing was changed. Open your plan from the latest email.`,
  deleted: `Your plan will be deleted
No one sees it anymore, and you will get no more reminders. In ${DELETION_DAYS} days everything that names you is deleted.

Until then, the link in the email that we are sending you now can keep it.`,
  kept: `This link was already used
Nothing was changed. Open your plan from the latest email.`,
  erased: `Your plan is deleted
We have deleted everything that names you. You will get no more email.`,
  'writer-forgotten': `Deleted
We keep only a code made from your address, so that nobody can have us email you again.`,
  'foreign-undo': `This link does not undo anything
Part of it may be missing. Nothing was changed. Copy the link again from the answer to your message.`,
  resumed: `Emails are back on
The next one comes when something is due. Every email has a link that stops emails.`,
  'too-many-doubts': `Too many reports right now
Nothing was sent. From one network we take a few reports an hour, so that nobody fills the queue. Try again in an hour.`,
  'too-many-lists': `Many people are asking for a list right now
We did not make yours. Wait ten seconds, then reload this page: your answers are in its address.`,
  'too-large': `This form is too large
It is larger than any of our forms, so we did not read it. Nothing was changed. Shorten your text and send it again.`,
  'wrong-type': `This is not one of our forms
Send updates with the forms on these pages (application/x-www-form-urlencoded). Nothing was changed.`,
  'cross-site': `This form came from another site
For your safety, we did not read it. Nothing was changed. Open your plan from the latest email and answer there.`,
} as const;

type MessageName = keyof typeof MESSAGES;

/** @param more buttons and links below it */
export function messagePage(name: MessageName, more: Html | undefined = BELOW[name]?.()): string {
  const [title = '', ...text] = MESSAGES[name].split('\n');
  return message(title, ...text.join('\n').split('\n\n'), more);
}

/** Where we cannot know whose link it is, or must not say, we ask for the address. */
const BELOW: Partial<Record<MessageName, () => Html>> = {
  'foreign-link': addressForm,
  'not-found': addressForm,
  'once-spent': addressForm,
  'once-closed': addressForm,
  'too-many-started': () => link(START_PATH, 'Try again'),
};

/** Where an email is on its way, a demo says where to read it. */
export function emailedPage(
  name: MessageName,
  { outbox }: { outbox?: string | undefined },
): string {
  return messagePage(name, outbox ? demoOutbox(outbox) : undefined);
}

export function demoOutbox(outbox: string): Html {
  return html`<p class="hint">This is a demo, and no email is sent. ${link(outbox, 'Read it in the outbox')}</p>`;
}

/** Anyone may press the button: the new link goes only to the address on the plan. */
export function expiredLinkPage(token: string): string {
  return messagePage('expired-link', newLinkButton(token));
}

/** For what takes data away, or ends the plan. */
export function oldLinkPage(token: string): string {
  return messagePage('old-link', newLinkButton(token));
}

/** A cohort's own form. It does not reveal whether the cohort exists. */
export function cohortFormPage(action: string, error?: string): string {
  return messagePage('cohort-form', addressForm(error, action));
}

export function askForLinkPage(error?: string): string {
  return message(
    'Email me a link to my plan',
    addressForm(error),
    html`<p class="hint">On a device that is not yours, use a link that works once, for ${SIGN_IN_MINUTES} minutes.
Your plan closes again after ${SESSION_HOURS} hours. When you open it, you can also end all your other links.</p>
<p>${link(START_PATH, 'No plan yet? Start one')}</p>`,
  );
}

const NOTHING_HERE: Partial<Record<PlanRefusal['reason'], string>> = {
  'nothing-to-put-off': 'There is nothing to put off',
  'unknown-letter': 'There is no such letter',
};

/** The address names something that is not on the plan, or no longer open. */
export function nothingHerePage(refusal: PlanRefusal, planPath: string): string {
  return message(
    NOTHING_HERE[refusal.reason] ?? 'There is no such rotation',
    refusalWords(refusal),
    html`<p><a class="button" href="${planPath}">Open my plan</a></p>`,
  );
}

/** @param reference identifies the error in the log */
export function serverErrorPage(reference: string): string {
  return message(
    'Something went wrong on our side',
    'Your update was not recorded: nothing was changed. Please try again in a few minutes.',
    html`<p>If it happens again, reply to any email from us with this number: <strong>${reference}</strong></p>`,
  );
}

/** Opening a one-time link does not use it up: email scanners open links, too. */
export function oneTimeLinkPage(action: string): string {
  return message(
    'Open your plan',
    `The link in the email works once. Your plan then stays open for ${SESSION_HOURS} hours.`,
    html`<form method="post" action="${action}"><button>Open my plan</button>
<button class="plain" name="others" value="end">Open my plan and end all my other links</button></form>
<p class="hint">Ending them also turns off your calendar address.</p>`,
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

const UNDO_WORDS = {
  open: [
    'Undo this update?',
    'The plan goes back to what it was before. If we sent emails about it, we will send a correction.',
  ],
  'taken-back': ['The update was undone', 'The history shows both the update and the undo.'],
  'too-late': [
    'This update can no longer be undone',
    `Only a plan’s latest update can be undone, within 24 hours. Nothing was changed.
Send what is true now as a new update.`,
  ],
} as const;

/** Shows only the one update and nothing else about the plan. @param action where it is undone, while it is open */
export function undoPage(state: keyof typeof UNDO_WORDS, entry: HistoryEntry, action = ''): string {
  const [title, text] = UNDO_WORDS[state];
  const line = html`<p><strong>${historyWords(entry)}</strong><br>
<span class="quiet">${phraseInstant(entry.at, EASTERN)}, ${actorWords(entry)}</span></p>`;
  return message(title, line, text, action && button({ action, label: 'Undo it' }));
}
