/** The gallery: every email the product can send, made from the demo's people, in light and dark. Nothing is sent. */
import { Hono } from 'hono';
import { PAGE_ROWS_MAX } from '#shared/base/limits.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Store } from '#shared/store/store.ts';
import { DEMO_COHORT } from './demo/cast.ts';
import type { DemoDeps } from './demo-deps.ts';
import { galleryEmails } from './gallery/emails.ts';
import type { GalleryEmail, GalleryPeople } from './gallery/gallery-email.ts';
import { galleryEmailPage, galleryPage } from './pages/gallery-page.ts';
import { GALLERY_PATH, galleryAt } from './pages/paths.ts';

/** The email may use its own colors and nothing else: no script, no image, no request. */
const MAIL_CSP = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
const PEOPLE_MAX = 50;
const END_OF_TIME: Instant = '9999-12-31T23:59:59.999Z';

export function galleryRoutes({ store, clock, worldOf, baseUrl }: DemoDeps): Hono {
  const app = new Hono();

  app.get(GALLERY_PATH, async (c) => c.html(galleryPage(await emails(), clock.now())));

  app.get(galleryAt(':id'), async (c) => {
    const email = await emailOf(c.req.param('id') ?? '');
    return email ? c.html(galleryEmailPage(email, clock.now())) : c.notFound();
  });

  app.get(`${galleryAt(':id')}/html`, async (c) => {
    const found = await emailOf(c.req.param('id') ?? '');
    if (!found) return c.notFound();
    c.header('Content-Security-Policy', MAIL_CSP);
    c.header('Cache-Control', 'no-store');
    const { html } = found.email;
    return c.html(c.req.query('scheme') === 'dark' ? asDark(html) : asLight(html));
  });

  return app;

  async function emailOf(id: string): Promise<GalleryEmail | undefined> {
    return (await emails()).find((each) => each.id === id);
  }

  async function emails(): Promise<GalleryEmail[]> {
    return galleryEmails(
      await peopleIn(store),
      (await worldOf())(DEMO_COHORT),
      clock.now(),
      baseUrl,
    );
  }
}

/** The demo's applicants and their letter writers. */
export async function peopleIn(store: Store): Promise<GalleryPeople> {
  const { rows } = await store.cohort(DEMO_COHORT, PEOPLE_MAX);
  const applicants = await Promise.all(rows.map(({ id }) => store.read('applicant', id)));
  const due = await store.due(END_OF_TIME, PAGE_ROWS_MAX);
  const writers = await Promise.all(
    due.rows.filter(({ kind }) => kind === 'writer').map(({ id }) => store.read('writer', id)),
  );
  return {
    applicants: applicants.flatMap((each) => each ?? []),
    writers: writers.flatMap((each) => each ?? []),
  };
}

const DARK = '(prefers-color-scheme: dark)';

// The gallery shows both schemes side by side, whatever its own reader's browser prefers.
function asDark(html: string): string {
  return html.replaceAll(DARK, 'all');
}

function asLight(html: string): string {
  return html.replaceAll(DARK, 'not all').replace('content="light dark"', 'content="light"');
}
