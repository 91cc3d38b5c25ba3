/** A posted form as its fields in order, or nothing when the body is no form. Its size is bounded before. */
import type { Context } from 'hono';

export async function formBody(c: Context): Promise<[string, string][] | undefined> {
  const [type] = (c.req.header('content-type') ?? '').split(';');
  if (type?.trim().toLowerCase() !== 'application/x-www-form-urlencoded') return undefined;
  return [...new URLSearchParams(await c.req.text())];
}
