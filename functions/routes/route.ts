/** A table of routes: each row says whose link or session it takes, what its form may hold, and who answers. Also the headers of files. */
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { FORM_BYTES_MAX } from '#shared/base/limits.ts';
import { messagePage } from '#shared/views/pages/message-pages.ts';
import { oneClick, type Reads } from './forms.ts';
import { sameSite } from './safe-app.ts';

type Answer<Visitor, Form> = (
  c: Context,
  visitor: Visitor,
  form: Form,
) => Promise<Response> | Response;

/** A body that may be larger than a form's, and the page for one that is larger still. */
interface Body {
  readonly bytesMax: number;
  tooLarge(): string;
}

export interface Route<Of extends string = string> {
  readonly of: Of;
  readonly method: 'GET' | 'POST';
  /** As Hono matches it. */
  readonly path: string;
  readonly form?: Reads<unknown>;
  readonly body?: Body;
  answer(c: Context, visitor: unknown, form: unknown): Promise<Response> | Response;
}

/** Makes the rows of one kind of visitor; there is no other way to make one, and no POST without a form. */
export function rowsOf<Of extends object, Visitor>(of: Of) {
  return {
    get: (path: string, answer: Answer<Visitor, undefined>) =>
      ({ ...of, method: 'GET', path, answer }) as const,
    post: <Form>(path: string, form: Reads<Form>, answer: Answer<Visitor, Form>, body?: Body) =>
      ({ ...of, method: 'POST', path, form, answer, ...(body && { body }) }) as const,
  };
}

const FORM_BODY = { bytesMax: FORM_BYTES_MAX, tooLarge: () => messagePage('too-large') };

/** Serves a table: size and site are checked first, then the visitor, then the form; only then is the row asked for its answer. */
export function serve<Row extends Route>(
  app: Hono,
  routes: readonly Row[],
  baseUrl: string,
  visitor: (route: Row, c: Context) => Promise<unknown>,
): void {
  const own = sameSite(baseUrl);
  for (const route of routes) {
    const { bytesMax, tooLarge } = route.body ?? FORM_BODY;
    const bounded = bodyLimit({ maxSize: bytesMax, onError: (c) => c.html(tooLarge(), 413) });
    app.on(route.method, route.path, bounded);
    // Email systems post a one-click unsubscribe without an origin.
    if (route.form !== oneClick) app.on(route.method, route.path, own);
    app.on(route.method, route.path, async (c) => {
      const asking = await visitor(route, c);
      if (asking instanceof Response) return asking;
      const form = await route.form?.(c);
      return form instanceof Response ? form : route.answer(c, asking, form);
    });
  }
}

export const MEDIA_TYPES = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  calendar: 'text/calendar; charset=utf-8',
} as const;

/** Of a file that the browser keeps. */
export function fileHeaders(
  name: string,
  mediaType: string = MEDIA_TYPES.csv,
): Record<string, string> {
  return { 'Content-Type': mediaType, 'Content-Disposition': `attachment; filename="${name}"` };
}
