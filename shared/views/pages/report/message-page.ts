/** Writing to a list: the form, the preview of exactly what is sent and to whom, and the progress. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { cohortPath } from '#shared/base/links/advisor-paths.ts';
import { messagePath } from '#shared/base/links/report-paths.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
import type { Bulk } from '#shared/cohort/bulk.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import { type ReportQuery, writeQuery } from '#shared/cohort/report/filters.ts';
import { rowsOf } from '#shared/cohort/report/report.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import {
  type Addressee,
  MESSAGE_CHARACTERS_MAX,
  MESSAGE_PARAGRAPHS_MAX,
  type Message,
  type Recipients,
} from '#shared/people/person/message.ts';
import { wordsOfMessage } from '../../email/caused.ts';
import { textOf } from '../../email/layout.ts';
import { advisorPage } from '../advisors/frame.ts';
import { pagesNav } from '../layout.ts';
import { leftOutNote } from './bad-filter-page.ts';

/** Names that a preview shows of each kind; all of them are a list with pages. */
const MESSAGE_NAMES_SHOWN = 25;

export interface MessagePage {
  readonly advisor: Advisor;
  readonly cohort: Pick<Cohort, 'id' | 'name'>;
  /** The report's query, so that the list is the one the advisor saw; its page is a page of names here. */
  readonly query: ReportQuery;
  /** Names in the address that are no filter. */
  readonly unknown: readonly string[];
  readonly recipients: Recipients;
}

export interface Draft {
  readonly subject: string;
  readonly text: string;
}

export function writeMessagePage(view: MessagePage, draft: Draft, message?: string): string {
  return framed(
    view,
    message ? 'Nothing was sent' : 'Write to a list',
    html`<h1>Write to a list</h1>
${message ? html`<div class="problem" role="alert"><h2>Nothing was sent</h2><p>${message}</p></div>` : ''}
${leftOutNote(view.unknown)}
<p>${countWords(view.recipients)} You will see the exact email before anything is sent.</p>
<section aria-label="The message"><form method="post" action="${addressOf(view)}" novalidate>
<input type="hidden" name="step" value="preview">
<div class="field"><label for="subject">Subject</label><input id="subject" name="subject" type="text" maxlength="120" value="${draft.subject}" required></div>
<div class="field"><label for="text">Message</label><p class="hint" id="text-hint">At most ${MESSAGE_PARAGRAPHS_MAX} paragraphs of
${MESSAGE_CHARACTERS_MAX} characters, separated by empty lines. Write nothing private: others may read an
email.</p><textarea id="text" name="text" rows="8" aria-describedby="text-hint" required>${draft.text}</textarea></div>
<button>Preview</button>
</form></section>
${everybody(view)}`,
  );
}

/** @param digest of the recipients shown: a different list is not sent to */
export function previewPage(
  view: MessagePage,
  message: Message,
  draft: Draft,
  ids: { readonly messageId: string; readonly digest: string },
): string {
  const { recipients } = view;
  const [first] = [...recipients.now, ...recipients.held];
  const urls = { plan: '(a link to their plan)', unsubscribe: '(a link to stop the emails)' };
  const { subject, words } = wordsOfMessage(message, first?.name ?? '', urls);
  const fields = (step: string) =>
    html`<input type="hidden" name="step" value="${step}"><input type="hidden" name="subject" value="${draft.subject}"><input type="hidden"
name="text" value="${draft.text}">`;
  return framed(
    view,
    'Preview',
    html`<h1>Preview</h1>
<p>${countWords(recipients)} Each gets a separate email; no one sees who else got one.</p>
<section aria-labelledby="email"><h2 id="email">The email, as ${first?.name ?? 'nobody'} gets it</h2>
<p><strong>Subject:</strong> ${subject}</p>
<pre class="email">${textOf(words)}</pre></section>
${list(view, 'Will not get it', 'skipped', recipients.skipped)}
${list(view, FATES.held, 'held', recipients.held)}
${list(view, FATES.now, 'now', recipients.now)}
<form method="post" action="${addressOf(view)}">${fields('send')}
<input type="hidden" name="update" value="${ids.messageId}"><input type="hidden" name="digest" value="${ids.digest}">
<p><button>Send it to ${sendWords(recipients)}</button></p></form>
<form method="post" action="${addressOf(view)}">${fields('write')}<p><button class="plain">Change the message</button></p></form>`,
  );
}

export function bulkPage(
  advisor: Advisor,
  cohort: Pick<Cohort, 'id' | 'name'>,
  bulk: Bulk,
): string {
  const { message, total, done, given, handedOutAt } = bulk;
  const left = total - given;
  return advisorPage(
    message.subject,
    advisor,
    [{ label: cohort.name, path: cohortPath(cohort.id) }],
    html`<h1>${message.subject}</h1>
${
  handedOutAt
    ? html`<div class="done" role="status"><p><span class="status done"><span aria-hidden="true">●</span> On its way</span>
to ${applicants(given)} since ${phraseInstant(handedOutAt, advisor.profile.zone)}. Each gets it once, within an hour or, if it is night there, in the morning.</p>
${left > 0 ? html`<p>${applicants(left)} on the list have left the cohort or can no longer be emailed.</p>` : ''}</div>`
    : html`<section aria-label="Progress" aria-live="polite"><progress max="${total}" value="${done}" aria-label="Applicants done">${done} of ${total}</progress>
<p>Sending: ${done} of ${applicants(total)}. You can leave this page. Sending continues, even after a restart, and no one gets it twice.</p></section>`
}
<section aria-label="The message">${message.paragraphs.map((text) => html`<p>${text}</p>`)}</section>`,
  );
}

function framed(view: MessagePage, title: string, body: Html): string {
  const { advisor, cohort, query } = view;
  return advisorPage(
    title,
    advisor,
    [
      {
        label: cohort.name,
        path: `${cohortPath(cohort.id)}${writeQuery({ ...query, page: 1 })}`,
      },
    ],
    body,
  );
}

/** Of the form, and of a page of the names below it. */
function addressOf({ cohort, query }: MessagePage, page = 1): string {
  return `${messagePath(cohort.id)}${writeQuery({ ...query, page })}`;
}

function countWords({ now, held, skipped }: Recipients): string {
  const get = now.length + held.length;
  const gets = get === 1 ? '1 applicant gets it' : `${get} applicants get it`;
  if (skipped.length === 0) return `${gets}.`;
  return `${gets}, ${skipped.length} ${skipped.length === 1 ? 'is' : 'are'} not reached by email.`;
}

function sendWords({ now, held }: Recipients): string {
  return applicants(now.length + held.length);
}

function applicants(count: number): string {
  return count === 1 ? '1 applicant' : `${count} applicants`;
}

const FATES = {
  now: 'Sent now',
  held: 'Sent in their morning, because it is night there',
} as const;

/** The first few. All names are below the form, which opens in a new window beside this preview. */
function list(
  view: MessagePage,
  heading: string,
  id: string,
  people: readonly Addressee[],
): Html | string {
  if (people.length === 0) return '';
  const more = people.length - MESSAGE_NAMES_SHOWN;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${heading} (${people.length})</h2><ul>${people
    .slice(0, MESSAGE_NAMES_SHOWN)
    .map(
      ({ name }) => html`<li>${name}</li>
`,
    )}</ul>${more > 0 ? html`<p>And ${more} more. <a class="target" href="${addressOf(view)}#everybody" target="_blank" rel="noopener">See all names (in a new window)</a></p>` : ''}</section>`;
}

/** All names, a page at a time, starting with those who will not get it. */
function everybody(view: MessagePage): Html | string {
  const { now, held, skipped } = view.recipients;
  const all = [
    ...skipped.map(({ name }) => ({ name, fate: 'does not get it: not reached by email' })),
    ...held.map(({ name }) => ({ name, fate: 'in their morning' })),
    ...now.map(({ name }) => ({ name, fate: 'now' })),
  ];
  if (all.length === 0) return '';
  const size = rowsOf(view.query);
  const pages = Math.ceil(all.length / size);
  const page = Math.min(view.query.page, pages);
  const shown = all.slice((page - 1) * size, page * size);
  return html`<section id="everybody" aria-labelledby="everybody-heading"><h2 id="everybody-heading">Who is on the list (${all.length})</h2>
<ul>${shown.map(
    ({ name, fate }) => html`<li>${name}: ${fate}</li>
`,
  )}</ul>
${pagesNav({ page, pages, list: 'the list' }, (number) => `${addressOf(view, number)}#everybody`)}</section>`;
}
