/** The frame of the demo's pages: where one is, what time it is there, and that nothing leaves. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
import { page } from '#shared/views/pages/layout.ts';
import { CLOCK_PATH, GALLERY_PATH, HOME_PATH, OUTBOX_PATH } from './paths.ts';
import { DEMO_STYLE_PATH } from './style.ts';

const PLACES = [
  { path: HOME_PATH, label: 'People' },
  { path: OUTBOX_PATH, label: 'Outbox' },
  { path: CLOCK_PATH, label: 'Clock' },
  { path: GALLERY_PATH, label: 'Mails' },
] as const;

export type Place = (typeof PLACES)[number]['path'];

export function demoPage(title: string, place: Place, now: Instant, body: Html): string {
  return page(
    title,
    html`<link rel="stylesheet" href="${DEMO_STYLE_PATH}">
<nav class="demo" aria-label="Demo"><ul>
${PLACES.map(
  ({
    path,
    label,
  }) => html`<li><a class="target" href="${path}"${path === place ? html` aria-current="page"` : ''}>${label}</a></li>
`,
)}</ul></nav>
<p class="quiet">Demo on this machine: the people are made up and no email leaves. Its clock says ${phraseInstant(now, EASTERN)}.</p>
${body}`,
  );
}
