/** Writing to a list: the form, the preview of exactly what is sent and to whom, and what was sent. */
import { type Html, html } from '#shared/base/html.ts';
import { cohortPaths } from '#shared/base/links/advisor-paths.ts';
import { counted } from '#shared/base/sentence.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
import type { Bulk } from '#shared/cohort/bulk.ts';
import {
  MERGE_FIELDS,
  type Recipients,
  recipientsOf,
  type Skip,
} from '#shared/cohort/recipients.ts';
import { type ReportQuery, writeQuery } from '#shared/cohort/report/filters.ts';
import { rowsOf } from '#shared/cohort/report/report.ts';
import type { ReportRow } from '#shared/cohort/report/row.ts';
import { MESSAGE_CHARACTERS_MAX, MESSAGE_PARAGRAPHS_MAX } from '#shared/people/person/message.ts';
import { banner, bullets, field, hiddenFields, input, section, tick } from '../../components.ts';
import { wordsOfMessage } from '../../email/caused.ts';
import { textOf } from '../../email/layout.ts';
import { advisorPage, type CohortView, pageOfCohort } from '../advisors/frame.ts';
import { pageOf, pagesNav } from '../layout.ts';
import { status } from '../status.ts';
import { leftOutNote } from './header.ts';

/** Names that a preview shows of each kind; all of them are a list with pages. */
const MESSAGE_NAMES_SHOWN = 25;

export interface MessageList extends CohortView {
  /** The report's query, so that the list is the one the advisor saw; its page is a page of names here. */
  readonly query: ReportQuery;
  /** Names in the address that are no filter. */
  readonly unknown: readonly string[];
  readonly rows: readonly ReportRow[];
  readonly now: Instant;
  /** Earlier messages to this cohort, the newest first. */
  readonly sent?: readonly Bulk[];
}

export interface Draft {
  readonly subject: string;
  readonly text: string;
  /** Each recipient counts as contacted today. */
  readonly isContact?: boolean;
}

export function writeMessagePage(list: MessageList, draft: Draft, message?: string): string {
  const blank = { from: list.advisor.profile.name, subject: '', paragraphs: [] };
  const recipients = recipientsOf(list.rows, blank, list.now);
  return framed(
    list,
    message ? 'Nothing was sent' : 'Write to a list',
    html`<h1>Write to a list</h1>
${message && banner('problem', html`<h2>Nothing was sent</h2><p>${message}</p>`)}
${leftOutNote(list.unknown)}
<p>${countWords(recipients)} You will see the exact email before anything is sent.</p>
<section aria-label="The message"><form method="post" action="${addressOf(list)}" novalidate>
<input type="hidden" name="step" value="preview">
${input({ id: 'subject', name: 'subject', label: 'Subject', max: 120, value: draft.subject })}
${field(
  { id: 'text', label: 'Message', hint: TEXT_HINT },
  (ties) => html`<textarea name="text" rows="8" ${ties} required>${draft.text}</textarea>`,
)}
${tick({ id: 'contact', label: 'Count it as a contact' }, html`name="contact" value="yes"${draft.isContact ? html` checked` : ''}`)}
<p class="hint">A contact is recorded in each applicant’s case, and everyone who gets the message leaves today’s call list.</p>
<button>Preview</button>
</form></section>
${everybody(list, recipients)}
${sentList(list)}`,
  );
}

const FIELD_LIST = new Intl.ListFormat('en-US', { type: 'disjunction' }).format(
  MERGE_FIELDS.map((field) => `{${field}}`),
);

const TEXT_HINT = `At most ${MESSAGE_PARAGRAPHS_MAX} paragraphs of ${MESSAGE_CHARACTERS_MAX} characters, separated by empty lines.
Write nothing private: others may read an email. In place of ${FIELD_LIST}, each applicant sees their own; an applicant without one
does not get the message. A next deadline reads like “apply for the Yale IR rotation (due Wed, Dec 2, 2026)”.`;

/** @param ids with a digest of the recipients shown: a different list is not sent to */
export function previewPage(
  list: MessageList,
  recipients: Recipients,
  draft: Draft,
  ids: { readonly messageId: string; readonly digest: string },
): string {
  const [first] = [...recipients.now, ...recipients.held, ...recipients.asked];
  const urls = { plan: '(a link to their plan)', unsubscribe: '(a link to stop the emails)' };
  const email = first && wordsOfMessage(first.message, first.of.name, urls);
  const fields = (step: string) =>
    hiddenFields({
      step,
      subject: draft.subject,
      text: draft.text,
      ...(draft.isContact && { contact: 'yes' }),
    });
  const { address } = list.advisor.profile;
  return framed(
    list,
    'Preview',
    html`<h1>Preview</h1>
<p>${countWords(recipients)} Each gets a separate email; no one sees who else got one.
Replies go to you, at ${address}.${draft.isContact ? ' It counts as a contact.' : ''}</p>
${
  email &&
  html`<section aria-labelledby="email"><h2 id="email">The email, as ${first.of.name} gets it</h2>
<p><strong>Subject:</strong> ${email.subject}</p>
<pre class="email">${textOf(email.words)}</pre></section>`
}
${names(
  list,
  'Will not get it',
  'skipped',
  recipients.skipped.map(({ of, why }) => `${of.name}: ${SKIP_WORDS[why]}`),
)}
${FATES.map(([fate, heading]) =>
  names(
    list,
    heading,
    fate,
    recipients[fate].map(({ of }) => of.name),
  ),
)}
<form method="post" action="${addressOf(list)}">${fields('send')}
<input type="hidden" name="update" value="${ids.messageId}"><input type="hidden" name="digest" value="${ids.digest}">
<p><button>Send it to ${sendWords(recipients)}</button></p></form>
<form method="post" action="${addressOf(list)}">${fields('write')}<p><button class="plain">Change the message</button></p></form>`,
  );
}

/** Never why an email does not arrive: the reason may come from a plan of which this cohort knows nothing. */
const SKIP_WORDS: Readonly<Record<Skip, string>> = {
  'not-reached': 'not reached by email',
  name: 'has no name',
  host: 'has no open rotation, so no host',
  'next deadline': 'has no deadline ahead',
  'too-long': 'with their own words, the message is too long',
};

function framed(list: MessageList, title: string, body: Html): string {
  const { advisor, cohort, query } = list;
  const path = `${cohortPaths(cohort.id).report}${writeQuery({ ...query, page: 1 })}`;
  return advisorPage(title, advisor, body, [{ label: cohort.name, path }]);
}

/** The address of the form, and of each page of names below it. */
function addressOf({ cohort, query }: MessageList, page = 1): string {
  return `${cohortPaths(cohort.id).message}${writeQuery({ ...query, page })}`;
}

function countWords({ now, held, asked, skipped }: Recipients): string {
  const get = now.length + held.length;
  const gets = (count: number) => `${count} ${count === 1 ? 'gets' : 'get'} it`;
  return `${[
    get === 1 ? '1 applicant gets it' : `${get} applicants get it`,
    ...(asked.length > 0 ? [`${gets(asked.length)} when they say that the plan is theirs`] : []),
    ...(skipped.length > 0
      ? [`${skipped.length} ${skipped.length === 1 ? 'does' : 'do'} not`]
      : []),
  ].join(', ')}.`;
}

function sendWords({ now, held, asked }: Recipients): string {
  return counted(now.length + held.length + asked.length, 'applicant');
}

/** Who is asked has a day to object, unless they use a plan of their own. */
const FATES = [
  [
    'asked',
    'Sent when they say that the plan is theirs, or once their day to object is over',
    'when they say that the plan is theirs',
  ],
  ['held', 'Sent in their morning, because it is night there', 'in their morning'],
  ['now', 'Sent now', 'now'],
] as const;

/** The first few. All names are below the form, which opens in a new window beside this preview. */
function names(
  list: MessageList,
  heading: string,
  id: string,
  lines: readonly string[],
): Html | string {
  if (lines.length === 0) return '';
  const all = html`. <a class="target" href="${addressOf(list)}#everybody" target="_blank" rel="noopener">See all names (in a new window)</a>`;
  return section(id, `${heading} (${lines.length})`, bullets(lines, MESSAGE_NAMES_SHOWN, all));
}

/** All names, a page at a time, starting with those who will not get it. */
function everybody(list: MessageList, recipients: Recipients): Html | string {
  const all = [
    ...recipients.skipped.map(({ of, why }) => `${of.name}: does not get it, ${SKIP_WORDS[why]}`),
    ...FATES.flatMap(([fate, , words]) => recipients[fate].map(({ of }) => `${of.name}: ${words}`)),
  ];
  if (all.length === 0) return '';
  const { page, pages, shown } = pageOf(all, list.query.page, rowsOf(list.query));
  return section(
    'everybody',
    `Who is on the list (${all.length})`,
    html`${bullets(shown)}
${pagesNav({ page, pages, list: 'the list' }, (number) => `${addressOf(list, number)}#everybody`)}`,
  );
}

export function bulkPage(view: CohortView, bulk: Bulk): string {
  const { message, total, done, given, handedOutAt } = bulk;
  const left = total - given;
  return pageOfCohort(
    message.subject,
    view,
    html`<h1>${message.subject}</h1>
${
  handedOutAt
    ? banner(
        'done',
        html`<p>${status('done', 'On its way')}
to ${counted(given, 'applicant')} since ${phraseInstant(handedOutAt, view.advisor.profile.zone)}. Each gets it once, within an hour;
in the morning if it is night there; and later if they are still asked whether the plan is theirs.</p>
${left > 0 ? html`<p>${counted(left, 'applicant')} on the list have left the cohort or can no longer be emailed.</p>` : ''}`,
      )
    : html`<section aria-label="Progress" aria-live="polite">
<progress max="${total}" value="${done}" aria-label="Applicants done">${done} of ${total}</progress>
<p>Sending: ${done} of ${counted(total, 'applicant')}. You can leave this page.
Sending continues, even after a restart, and no one gets it twice.</p></section>`
}
<section aria-label="The message">${message.paragraphs.map((text) => html`<p>${text}</p>`)}</section>`,
  );
}

/** Earlier messages to a cohort, the newest first. */
function sentList({ advisor, cohort, sent = [] }: MessageList): Html | string {
  if (sent.length === 0) return '';
  return section(
    'sent',
    'Sent before',
    bullets(
      sent.map(
        ({ id, at, message, given, total }) =>
          html`<a class="target" href="${cohortPaths(cohort.id).messageAt(id)}">${message.subject}</a>
<span class="quiet">${message.from}, ${phraseInstant(at, advisor.profile.zone)}, to ${given} of ${counted(total, 'applicant')}</span>`,
      ),
    ),
  );
}
