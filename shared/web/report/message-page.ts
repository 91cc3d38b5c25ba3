/** Writing to a list: the form, the preview with exactly what leaves and who gets it, and how far it is. */
import { html } from 'hono/html';
import type { Advisor } from '../../access/advisor.ts';
import type { Cohort } from '../../cohort/cohort.ts';
import type { Addressee, Bulk, Message, Recipients } from '../../cohort/message.ts';
import type { Html } from '../../html.ts';
import { MESSAGE_CHARACTERS_MAX, MESSAGE_PARAGRAPHS_MAX } from '../../limits.ts';
import { cohortPath } from '../../links/advisor-paths.ts';
import { messagePath } from '../../links/report-paths.ts';
import { textOf } from '../../mail/layout.ts';
import { wordsOfMessage } from '../../mail/message.ts';
import { phraseInstant } from '../../time/phrase.ts';
import { advisorPage } from '../advisors/frame.ts';

export interface MessagePage {
  readonly advisor: Advisor;
  readonly cohort: Pick<Cohort, 'id' | 'name'>;
  /** The report's own query, so that the list is the one that was seen. */
  readonly query: string;
  readonly recipients: Recipients;
}

export interface Draft {
  readonly subject: string;
  readonly text: string;
}

export function writeMessagePage(view: MessagePage, draft: Draft, says?: string): string {
  const { cohort, query } = view;
  return framed(
    view,
    says ? 'Nothing was sent' : 'Write to a list',
    html`<h1>Write to a list</h1>
${says ? html`<div class="problem" role="alert"><h2>Nothing was sent</h2><p>${says}</p></div>` : ''}
<p>${countWords(view.recipients)} You see the exact mail before anything leaves.</p>
<section aria-label="The message"><form method="post" action="${messagePath(cohort.id)}${query}" novalidate>
<input type="hidden" name="step" value="preview">
<div class="field"><label for="subject">Subject</label><input id="subject" name="subject" type="text" maxlength="120" value="${draft.subject}" required></div>
<div class="field"><label for="text">Message</label><p class="hint" id="text-hint">At most ${MESSAGE_PARAGRAPHS_MAX} paragraphs of ${MESSAGE_CHARACTERS_MAX} characters, parted by an empty line. Nothing private: anybody may read a mail.</p><textarea id="text" name="text" rows="8" aria-describedby="text-hint" required>${draft.text}</textarea></div>
<button>Preview</button>
</form></section>`,
  );
}

/** @param digest of the recipients shown: sending refuses another list */
export function previewPage(
  view: MessagePage,
  message: Message,
  draft: Draft,
  ids: { readonly messageId: string; readonly digest: string },
): string {
  const { cohort, query, recipients } = view;
  const [first] = [...recipients.now, ...recipients.held];
  const urls = { plan: '(a link to their plan)', unsubscribe: '(a link to stop the mails)' };
  const { subject, words } = wordsOfMessage(message, first?.name ?? '', urls);
  const fields = (step: string) =>
    html`<input type="hidden" name="step" value="${step}"><input type="hidden" name="subject" value="${draft.subject}"><input type="hidden" name="text" value="${draft.text}">`;
  return framed(
    view,
    'Preview',
    html`<h1>Preview</h1>
<p>${countWords(recipients)} Each gets a mail of their own; nobody sees who else got it.</p>
<section aria-labelledby="mail"><h2 id="mail">The mail, as ${first?.name ?? 'nobody'} gets it</h2>
<p><strong>Subject:</strong> ${subject}</p>
<pre class="mail">${textOf(words)}</pre></section>
${list('It leaves now', 'now', recipients.now)}
${list('It leaves in their morning, since it is night where they are', 'held', recipients.held)}
${list('They do not get it', 'skipped', recipients.skipped)}
<form method="post" action="${messagePath(cohort.id)}${query}">${fields('send')}
<input type="hidden" name="update" value="${ids.messageId}"><input type="hidden" name="digest" value="${ids.digest}">
<p><button>Send it to ${sendWords(recipients)}</button></p></form>
<form method="post" action="${messagePath(cohort.id)}${query}">${fields('write')}<p><button class="plain">Change the message</button></p></form>`,
  );
}

export function bulkPage(
  advisor: Advisor,
  cohort: Pick<Cohort, 'id' | 'name'>,
  bulk: Bulk,
): string {
  const { message, recipients, handedOutAt, id } = bulk;
  const count = recipients.length === 1 ? '1 applicant' : `${recipients.length} applicants`;
  return advisorPage(
    message.subject,
    advisor,
    [{ label: cohort.name, path: cohortPath(cohort.id) }],
    html`<h1>${message.subject}</h1>
${
  handedOutAt
    ? html`<div class="done" role="status"><p><span class="status done"><span aria-hidden="true">●</span> On its way</span> to ${count} since ${phraseInstant(handedOutAt, advisor.profile.zone)}. It leaves within the hour, and by night in the morning; each gets it once.</p></div>`
    : html`<div class="problem" role="alert"><p>Handing it out to ${count} broke off. Who has it gets it once; go on to reach the others.</p>
<form method="post" action="${messagePath(cohort.id, id)}"><button>Go on</button></form></div>`
}
<section aria-label="The message">${message.paragraphs.map((text) => html`<p>${text}</p>`)}</section>`,
  );
}

function framed({ advisor, cohort, query }: MessagePage, title: string, body: Html): string {
  return advisorPage(
    title,
    advisor,
    [{ label: cohort.name, path: `${cohortPath(cohort.id)}${query}` }],
    body,
  );
}

function countWords({ now, held, skipped }: Recipients): string {
  const get = now.length + held.length;
  const applicants = get === 1 ? '1 applicant gets it' : `${get} applicants get it`;
  return skipped.length === 0
    ? `${applicants}.`
    : `${applicants}, ${skipped.length} ${skipped.length === 1 ? 'does' : 'do'} not.`;
}

function sendWords({ now, held }: Recipients): string {
  const get = now.length + held.length;
  return get === 1 ? '1 applicant' : `${get} applicants`;
}

function list(
  heading: string,
  id: string,
  people: readonly (Addressee & { why?: string })[],
): Html | string {
  if (people.length === 0) return '';
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${heading} (${people.length})</h2><ul>${people.map(
    ({ name, why }) => html`<li>${name}${why ? `: ${why}` : ''}</li>
`,
  )}</ul></section>`;
}
