/** The frame of every page. No script, no third party, one stylesheet. */
import { html } from 'hono/html';
import { type Html, written } from '#shared/base/html.ts';
import { STYLE_PATH } from '#shared/base/links/urls.ts';

/** @returns the whole document */
export function page(title: string, body: Html): string {
  return written(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Away Rotations</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${STYLE_PATH}">
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>Away Rotations</header>
<main id="content" tabindex="-1">
${body}
</main>
<footer><p>We keep statuses, dates, and names. We keep no documents, letters, or medical results.</p></footer>
</body>
</html>
`);
}

/** A page with one message. */
export function message(title: string, body: Html): string {
  return page(title, html`<div class="card"><h1>${title}</h1>${body}</div>`);
}

/** @param list names the list where a page holds more than one */
export function pagesNav(
  { page, pages, list }: { readonly page: number; readonly pages: number; readonly list?: string },
  hrefOf: (page: number) => string,
): Html | '' {
  if (pages <= 1) return '';
  return html`<nav class="screen" aria-label="${list ? `Pages of ${list}` : 'Pages'}">
<p>Page ${page} of ${pages}${page > 1 ? html` · <a class="target" href="${hrefOf(page - 1)}">Previous</a>` : ''}${page < pages ? html` · <a class="target" href="${hrefOf(page + 1)}">Next</a>` : ''}</p></nav>`;
}
