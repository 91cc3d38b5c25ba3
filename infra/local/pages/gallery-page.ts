/** The gallery of emails: the list, and one email at two widths, in light and dark, with its plain text. */
import { html } from 'hono/html';
import type { Instant } from '#shared/base/time/instant.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
import type { GalleryEmail } from '../gallery/gallery-email.ts';
import { demoPage } from './frame.ts';
import { GALLERY_PATH, galleryAt, galleryHtmlAt } from './paths.ts';

export function galleryPage(emails: readonly GalleryEmail[], now: Instant): string {
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

export function galleryEmailPage(of: GalleryEmail, now: Instant): string {
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
