/** The gallery: every email the product can send, made from the demo's people, in light and dark. Nothing is sent. */
import { Hono } from 'hono';
import { html } from '#shared/base/html.ts';
import { PAGE_ROWS_MAX } from '#shared/base/limits.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
import type { Store } from '#shared/store/store.ts';
import { DEMO_COHORT } from './demo/cast.ts';
import type { DemoDeps } from './demo-deps.ts';
import { galleryEmails } from './gallery/emails.ts';
import type { Gallery, GalleryEmail } from './gallery/gallery-email.ts';
import { demoPage, EMAIL_CSP } from './pages/frame.ts';
import { GALLERY_PATH, galleryAt, galleryHtmlAt } from './pages/paths.ts';

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
    c.header('Content-Security-Policy', EMAIL_CSP);
    c.header('Cache-Control', 'no-store');
    const { html } = found.email;
    return c.html(c.req.query('scheme') === 'dark' ? asDark(html) : asLight(html));
  });

  return app;

  async function emailOf(id: string): Promise<GalleryEmail | undefined> {
    return (await emails()).find((each) => each.id === id);
  }

  async function emails(): Promise<GalleryEmail[]> {
    const world = (await worldOf())(DEMO_COHORT);
    return galleryEmails({ ...(await peopleIn(store)), world, now: clock.now(), baseUrl });
  }
}

export async function peopleIn(store: Store): Promise<Pick<Gallery, 'applicants' | 'writers'>> {
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

function galleryPage(emails: readonly GalleryEmail[], now: Instant): string {
  return demoPage(
    'Emails',
    GALLERY_PATH,
    now,
    html`<h1>Every email</h1>
<p>One email for each rule and each other occasion, made from the people of this demo, some of them on another day or in another situation.
None of these emails is sent, and their links are placeholders.</p>
<section aria-label="Emails"><ul class="list">
${emails.map(
  (
    each,
  ) => html`<li><a class="target" href="${galleryAt(each.id)}"><strong>${each.email.subject}</strong></a>
<p class="quiet">${aboutOf(each)}, to ${each.to}</p></li>
`,
)}</ul></section>`,
  );
}

const SCHEMES = ['light', 'dark'] as const;
const WIDTHS = [600, 320] as const;

function galleryEmailPage(of: GalleryEmail, now: Instant): string {
  const { id, email, to, zone, at } = of;
  return demoPage(
    email.subject,
    GALLERY_PATH,
    now,
    html`<h1>${email.subject}</h1>
<p>${aboutOf(of)}. To ${to}, ${phraseInstant(at, zone)}. <a href="${GALLERY_PATH}">All emails</a></p>
${SCHEMES.map(
  (scheme) => html`<section><h2>In ${scheme} mode</h2><div class="beside">${WIDTHS.map(
    (width) =>
      html`<iframe class="email w${width}" title="${scheme}, ${width} pixels wide" src="${galleryHtmlAt(id, scheme)}" sandbox></iframe>
`,
  )}</div></section>
`,
)}<section><h2>As plain text</h2><pre tabindex="0">${email.text}</pre></section>
${email.calendar ? html`<section><h2>Calendar file</h2><pre tabindex="0">${email.calendar}</pre></section>` : ''}`,
  );
}

function aboutOf({ stream, rule }: GalleryEmail): string {
  return rule ? `Rule “${rule}”, ${stream}` : `Kind “${stream}”`;
}
