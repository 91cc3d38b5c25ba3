/** Escaped markup. Pages are plain values: nothing in them is awaited. */
import { html, raw } from 'hono/html';

export { html, raw };

export type Html = ReturnType<typeof html>;

/** Throws on markup with a promise inside: pages and emails are pure. */
export function written(markup: Html): string {
  if (markup instanceof Promise)
    throw new Error('A page contains a promise; pages are made of plain values.');
  return markup.toString();
}
