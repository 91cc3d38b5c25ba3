/** The outbox: every sent email, newest first, and one of them in HTML and plain text. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { LINK_DAYS } from '#shared/base/limits.ts';
import { EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
import type { EmailParts } from '../email-parts.ts';
import { demoPage } from './frame.ts';
import { emailAt, emailHtmlAt, emailRawAt, OUTBOX_PATH, outboxOf } from './paths.ts';

interface OutboxRow {
  readonly seq: number;
  readonly at: Instant;
  readonly to: string;
  readonly subject: string;
}

interface OutboxView {
  readonly rows: readonly OutboxRow[];
  /** Where older emails start, if there are any. */
  readonly next?: number | undefined;
  /** Only this person's emails. */
  readonly person?: { readonly id: string; readonly name: string } | undefined;
  readonly now: Instant;
}

export function outboxPage({ rows, next, person, now }: OutboxView): string {
  return demoPage(
    'Outbox',
    OUTBOX_PATH,
    now,
    html`<h1>Outbox${person ? `: ${person.name}` : ''}</h1>
<p>Every email as it would arrive, newest first. ${person ? html`<a href="${OUTBOX_PATH}">Show everybody’s emails</a>` : `Their links work for ${LINK_DAYS} days, as in a real mailbox.`}</p>
${rows.length > 0 ? list(rows) : html`<p>There is no email here yet. Emails are sent in the morning of each person’s own time zone: move the clock to see the next ones.</p>`}
${next ? html`<p><a class="button" href="${outboxOf(person?.id, next)}">Older emails</a></p>` : ''}`,
  );
}

function list(rows: readonly OutboxRow[]): Html {
  return html`<section aria-label="Emails"><ul class="list">
${rows.map(
  ({
    seq,
    at,
    to,
    subject,
  }) => html`<li><a class="target" href="${emailAt(seq)}"><strong>${subject}</strong></a>
<p class="quiet">to ${to}, ${phraseInstant(at, EASTERN)}</p></li>
`,
)}</ul></section>`;
}

export interface EmailView {
  readonly seq: number;
  readonly personId: string;
  readonly to: string;
  readonly subject: string;
  readonly at: Instant;
  /** The reader's own. */
  readonly zone: string;
  readonly parts: EmailParts;
  readonly now: Instant;
}

export function emailPage({ seq, personId, to, subject, at, zone, parts, now }: EmailView): string {
  return demoPage(
    subject,
    OUTBOX_PATH,
    now,
    html`<h1>${subject}</h1>
<p>To ${to}, sent ${phraseInstant(at, zone)}. <a href="${outboxOf(personId)}">All emails to this person</a></p>
<section><h2>As most email programs show it</h2>
<iframe class="email" title="The email’s HTML" src="${emailHtmlAt(seq)}" sandbox="allow-top-navigation-by-user-activation"></iframe></section>
<section><h2>As plain text</h2><pre tabindex="0">${parts.text}</pre></section>
<section><details><summary>Headers</summary><pre tabindex="0">${parts.headers}</pre></details>
<p><a class="target" href="${emailRawAt(seq)}" download="email-${seq}.eml">Download the whole message</a></p></section>`,
  );
}
