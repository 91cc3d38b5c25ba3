/** The frame of the demo's pages: navigation, the demo's time, and a reminder that nothing is sent. */
import { type Html, html } from '#shared/base/html.ts';
import { EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
import { page } from '#shared/views/pages/layout.ts';
import { CLOCK_PATH, GALLERY_PATH, OUTBOX_PATH, PEOPLE_PATH } from './paths.ts';

export const DEMO_STYLE_PATH = '/demo.css';

const PLACES = [
  { path: PEOPLE_PATH, label: 'People' },
  { path: OUTBOX_PATH, label: 'Outbox' },
  { path: CLOCK_PATH, label: 'Clock' },
  { path: GALLERY_PATH, label: 'Emails' },
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
<p class="quiet">A demo on this machine: the people are invented and no email is sent. Its time is ${phraseInstant(now, EASTERN)}.</p>
${body}`,
  );
}

/** An email may use its own colors and nothing else: no script, no image, no request. */
export const EMAIL_CSP = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

export const DEMO_STYLE_SHEET = `
nav.demo ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; list-style: none; padding: 0; margin: 0 0 .5rem; }
nav.demo [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
.row { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin: 0 0 1rem; }
.row .field { margin: 0; flex: 1 1 12rem; max-width: 19rem; }
.clock { font-size: 1.25rem; font-weight: 600; }
progress { width: 100%; height: 1rem; accent-color: var(--act); }
iframe.email { display: block; width: 100%; height: 44rem; border: 1px solid var(--line); border-radius: 6px; background: #fff; }
iframe.w600 { width: 600px; max-width: 100%; height: 40rem; }
iframe.w320 { width: 320px; max-width: 100%; height: 40rem; }
.beside { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start; }
.beside > * { min-width: 0; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: .85rem/1.45 ui-monospace, Consolas, monospace; margin: 0; }
`.trimStart();
