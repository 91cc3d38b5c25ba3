/** The frame of a page that says one thing. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { page } from './layout.ts';

/** @param body what is said, and at most one way on */
export function message(title: string, body: Html): string {
  return page(title, html`<div class="card"><h1>${title}</h1>${body}</div>`);
}
