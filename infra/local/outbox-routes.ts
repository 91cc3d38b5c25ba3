/** The outbox: every email that would have been sent, as it would have arrived. */
import { type Context, Hono } from 'hono';
import type { DemoDeps } from './demo-deps.ts';
import { emailParts } from './email-parts.ts';
import { emailPage, outboxPage } from './pages/outbox-page.ts';
import { OUTBOX_PATH } from './pages/paths.ts';
import { LOOPBACK } from './server.ts';

const ROWS_MAX = 25;

// An email's links name the port that its server had; they must work on the current one.
const OWN_LINK = new RegExp(`http://${LOOPBACK.replaceAll('.', '\\.')}:\\d+`, 'g');

/** The email may use its own colors and nothing else: no script, no image, no request. */
const MAIL_CSP = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

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
    c.header('Content-Security-Policy', MAIL_CSP);
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
