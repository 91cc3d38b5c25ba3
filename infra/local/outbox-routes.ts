/** The outbox: every email that would have been sent, as it would have arrived. */
import { type Context, Hono } from 'hono';
import type { OutboxRow } from '#functions/adapters/sqlite-outbox.ts';
import { type Html, html } from '#shared/base/html.ts';
import { LINK_DAYS } from '#shared/base/limits.ts';
import { EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
import type { DemoDeps } from './demo-deps.ts';
import { type EmailParts, emailParts } from './email-parts.ts';
import { demoPage, EMAIL_CSP } from './pages/frame.ts';
import { emailAt, emailHtmlAt, emailRawAt, OUTBOX_PATH, outboxOf } from './pages/paths.ts';
import { LOOPBACK } from './server.ts';

const ROWS_MAX = 25;

// An email's links name the port that its server had; they must work on the current one.
const OWN_LINK = new RegExp(`http://${LOOPBACK.replaceAll('.', '\\.')}:\\d+`, 'g');

export function outboxRoutes({ store, clock, baseUrl }: DemoDeps): Hono {
  const app = new Hono();

  app.get(OUTBOX_PATH, async (c) => {
    const personId = c.req.query('person') || undefined;
    const person = personId && (await store.read('applicant', personId));
    const before = whole(c.req.query('before'));
    const { rows, next } = store.outbox.list(ROWS_MAX, before, personId);
    return c.html(
      outboxPage({
        rows,
        next,
        person: personId
          ? { id: personId, name: person ? person.facts.profile.name : 'unknown person' }
          : undefined,
        now: clock.now(),
      }),
    );
  });

  app.get(emailPathOf(''), async (c) => {
    const email = emailOf(c);
    if (!email) return c.notFound();
    const person = await store.read('applicant', email.personId);
    return c.html(
      emailPage({
        ...email,
        parts: partsOf(email.raw),
        zone: person?.facts.profile.zone ?? 'UTC',
        now: clock.now(),
      }),
    );
  });

  app.get(emailPathOf('/html'), (c) => {
    const email = emailOf(c);
    if (!email) return c.notFound();
    c.header('Content-Security-Policy', EMAIL_CSP);
    c.header('Cache-Control', 'no-store');
    // A link in the email opens in the window, not in the frame.
    return c.html(partsOf(email.raw).html.replace('<head>', '<head><base target="_top">'));
  });

  app.get(emailPathOf('/raw'), (c) => {
    const email = emailOf(c);
    if (!email) return c.notFound();
    c.header('Cache-Control', 'no-store');
    return c.body(email.raw, 200, { 'Content-Type': 'message/rfc822' });
  });

  return app;

  function emailOf(c: Context) {
    const seq = whole(c.req.param('seq'));
    return seq === undefined ? undefined : store.outbox.get(seq);
  }

  function partsOf(raw: string) {
    const parts = emailParts(raw);
    return {
      headers: parts.headers,
      text: parts.text.replaceAll(OWN_LINK, baseUrl),
      html: parts.html.replaceAll(OWN_LINK, baseUrl),
    };
  }
}

function emailPathOf(part: '' | '/html' | '/raw'): string {
  return `${OUTBOX_PATH}/:seq${part}`;
}

function whole(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

interface OutboxView {
  readonly rows: readonly OutboxRow[];
  /** Where older emails start, if there are any. */
  readonly next?: number | undefined;
  /** Only this person's emails. */
  readonly person?: { readonly id: string; readonly name: string } | undefined;
  readonly now: Instant;
}

function outboxPage({ rows, next, person, now }: OutboxView): string {
  return demoPage(
    'Outbox',
    OUTBOX_PATH,
    now,
    html`<h1>Outbox${person ? `: ${person.name}` : ''}</h1>
<p>Every email as it would arrive, newest first.
${person ? html`<a href="${OUTBOX_PATH}">Show everybody’s emails</a>` : `Their links work for ${LINK_DAYS} days, as in a real mailbox.`}</p>
${
  rows.length > 0
    ? list(rows)
    : html`<p>There is no email here yet.
Emails are sent in the morning of each person’s own time zone: move the clock to see the next ones.</p>`
}
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

interface EmailView extends OutboxRow {
  /** The reader's own. */
  readonly zone: string;
  readonly parts: EmailParts;
  readonly now: Instant;
}

function emailPage({ seq, personId, to, subject, at, zone, parts, now }: EmailView): string {
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
