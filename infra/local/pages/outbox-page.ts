/** Every email that left, newest first: when, to whom, about what. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { LINK_DAYS } from '#shared/base/limits.ts';
import { EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
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
  /** Where older emails begin, where there are any. */
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
${rows.length > 0 ? list(rows) : html`<p>No email here yet. Emails leave in the morning of each person’s own zone: move the clock to see the next ones.</p>`}
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
  }) => html`<li><a class="target" href="${mailAt(seq)}"><strong>${subject}</strong></a>
<p class="quiet">to ${to}, ${phraseInstant(at, EASTERN)}</p></li>
`,
)}</ul></section>`;
}
