/** Every mail that left, newest first: when, to whom, about what. */
import { html } from 'hono/html';
import { EASTERN, type Instant } from '../../../shared/time/instant.ts';
import { phraseInstant } from '../../../shared/time/phrase.ts';
import type { Html } from '../../../shared/web/html.ts';
import { demoPage } from './frame.ts';
import { mailAt, OUTBOX_PATH, outboxOf } from './paths.ts';

export interface OutboxRow {
  readonly seq: number;
  readonly at: Instant;
  readonly to: string;
  readonly subject: string;
}

export interface OutboxView {
  readonly rows: readonly OutboxRow[];
  /** Where older mails begin, where there are any. */
  readonly next?: number | undefined;
  /** Only this person's mails. */
  readonly person?: { readonly id: string; readonly name: string } | undefined;
  readonly now: Instant;
}

export function outboxPage({ rows, next, person, now }: OutboxView): string {
  return demoPage(
    'Outbox',
    OUTBOX_PATH,
    now,
    html`<h1>Outbox${person ? `: ${person.name}` : ''}</h1>
<p>Every mail as it would arrive, newest first. ${person ? html`<a href="${OUTBOX_PATH}">Show everybody’s mails</a>` : 'The links in them work.'}</p>
${rows.length > 0 ? table(rows) : html`<p>No mail here yet. Mails leave in the morning of each person’s own zone: move the clock to see the next ones.</p>`}
${next ? html`<p><a class="button" href="${outboxOf(person?.id, next)}">Older mails</a></p>` : ''}`,
  );
}

function table(rows: readonly OutboxRow[]): Html {
  return html`<section><table class="mails">
<thead><tr><th scope="col">Subject</th><th scope="col">To</th><th scope="col">Sent</th></tr></thead>
<tbody>
${rows.map(
  ({ seq, at, to, subject }) => html`<tr><th scope="row"><a class="target" href="${mailAt(seq)}">${subject}</a></th><td>${to}</td><td>${phraseInstant(at, EASTERN)}</td></tr>
`,
)}</tbody></table></section>`;
}
