import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';

/** @param list names the list where a page holds more than one */
export function pagesNav(
  { page, pages, list }: { readonly page: number; readonly pages: number; readonly list?: string },
  hrefOf: (page: number) => string,
): Html | '' {
  if (pages <= 1) return '';
  return html`<nav aria-label="${list ? `Pages of ${list}` : 'Pages'}"><p>Page ${page} of ${pages}${page > 1 ? html` · <a class="target" href="${hrefOf(page - 1)}">Previous</a>` : ''}${page < pages ? html` · <a class="target" href="${hrefOf(page + 1)}">Next</a>` : ''}</p></nav>`;
}
