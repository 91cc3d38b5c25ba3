import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { page } from './layout.ts';

/** A page with one message. */
export function message(title: string, body: Html): string {
  return page(title, html`<div class="card"><h1>${title}</h1>${body}</div>`);
}
