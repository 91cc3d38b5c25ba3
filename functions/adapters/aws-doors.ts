/** How AWS calls a part: with an HTTP request, or with an event and its context. */
import type { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import { presentApp } from '../routes/present-app.ts';

export function http(pages: () => Promise<Hono>): ReturnType<typeof handle> {
  return handle(presentApp(pages));
}

export function called<Event extends readonly unknown[], Answer>(
  part: () => Promise<(...event: Event) => Promise<Answer>>,
): (...event: Event) => Promise<Answer> {
  return async (...event) => (await part())(...event);
}
