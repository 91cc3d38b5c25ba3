/** The frame of every page. One stylesheet; no script is required, and nothing comes from another company. */
import { type Html, html, raw, written } from '#shared/base/html.ts';
import {
  GUIDE_PATH,
  PROGRAMS_PATH,
  SHORTLIST_PATH,
  START_PATH,
  STYLE_PATH,
} from '#shared/base/links/urls.ts';
import { link } from '../components.ts';

/** The places of one reader's pages, in the header. */
export interface Navigation {
  readonly home: string;
  readonly places: readonly { readonly label: string; readonly path: string }[];
  /** The label of the place that the page is. */
  readonly here?: string;
  /** Who reads, and how to leave. */
  readonly reader?: Html;
}

/** What is open to everyone. */
const PUBLIC: Navigation = {
  home: '/',
  places: [
    { label: 'Start', path: START_PATH },
    { label: 'Where to rotate', path: SHORTLIST_PATH },
    { label: 'Programs', path: PROGRAMS_PATH },
    { label: 'Guide', path: GUIDE_PATH },
  ],
};

/** @returns the whole document */
export function page(title: string, body: Html, navigation: Navigation = PUBLIC): string {
  return written(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Away Rotations</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(ICON)}">
<link rel="stylesheet" href="${STYLE_PATH}">
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header><a class="brand" href="${navigation.home}"><svg viewBox="0 0 24 24" aria-hidden="true">${raw(MARK)}</svg>Away Rotations</a>
${places(navigation)}${navigation.reader ?? ''}</header>
<main id="content" tabindex="-1">
${body}
</main>
<footer><p>We keep statuses, dates, and names. We keep no documents, letters, or medical results.</p>
<p class="screen">${link('/', 'About')} · ${link(GUIDE_PATH, 'Rules and sources')} · ${link(SHORTLIST_PATH, 'Shortlist')} ·
${link(PROGRAMS_PATH, 'Programs')}</p></footer>
</body>
</html>
`);
}

/** Away and back: from a filled dot to an open one, as on a plan's track. */
const MARK =
  '<g fill="none" stroke="currentColor" stroke-width="2.5"><path d="M5 17C6 7 14 4 17.5 7"/><circle cx="19" cy="9" r="3"/></g><circle cx="5" cy="18" r="4" fill="currentColor"/>';
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" color="#0b5f66">${MARK}</svg>`;

function places({ places, here }: Navigation): Html {
  return html`<nav aria-label="Main">${places.map(
    ({
      label,
      path,
    }) => html`<a href="${path}"${label === here ? html` aria-current="page"` : ''}>${label}</a>
`,
  )}</nav>`;
}

/** A page with one message. Each text is a paragraph. */
export function message(title: string, ...parts: readonly (Html | string | undefined)[]): string {
  const body = parts.map((part) =>
    typeof part === 'string' ? html`<p>${part.replaceAll('\n', ' ')}</p>` : part,
  );
  return page(title, html`<div class="card"><h1>${title}</h1>${body}</div>`);
}

/** @param asked from 1; beyond the last page, the last one */
export function pageOf<Row>(
  rows: readonly Row[],
  asked: number,
  rowsPerPage: number,
): { readonly page: number; readonly pages: number; readonly shown: readonly Row[] } {
  const pages = Math.max(1, Math.ceil(rows.length / rowsPerPage));
  const page = Math.min(Math.max(1, Math.trunc(asked)), pages);
  return { page, pages, shown: rows.slice((page - 1) * rowsPerPage, page * rowsPerPage) };
}

/** @param list names the list where a page holds more than one */
export function pagesNav(
  { page, pages, list }: { readonly page: number; readonly pages: number; readonly list?: string },
  hrefOf: (page: number) => string,
): Html | '' {
  if (pages <= 1) return '';
  const previous = page > 1 && html` · ${link(hrefOf(page - 1), 'Previous')}`;
  const next = page < pages && html` · ${link(hrefOf(page + 1), 'Next')}`;
  return html`<nav class="screen" aria-label="${list ? `Pages of ${list}` : 'Pages'}">
<p>Page ${page} of ${pages}${previous || ''}${next || ''}</p></nav>`;
}
