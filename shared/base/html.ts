/** Escaped markup, as `hono/html` makes it. Nothing here is ever awaited: a page is a plain value. */
import type { html } from 'hono/html';

export type Html = ReturnType<typeof html>;

/** The finished text. Throws on markup that waits for something: pages and emails are pure. */
export function written(markup: Html): string {
  if (markup instanceof Promise)
    throw new Error('A page holds a promise; pages are made of values.');
  return markup.toString();
}
