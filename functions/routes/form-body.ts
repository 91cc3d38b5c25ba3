/** A posted form as its fields in order, or nothing when the body is no form. Its size is bounded before. */
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';

export async function formBody(c: Context): Promise<[string, string][] | undefined> {
  const [type] = (c.req.header('content-type') ?? '').split(';');
  if (type?.trim().toLowerCase() !== 'application/x-www-form-urlencoded') return undefined;
  return [...new URLSearchParams(await wholeBody(c))];
}

/** A body that breaks off is the sender's trouble, not ours: it must not ring an alarm. */
async function wholeBody(c: Context): Promise<string> {
  try {
    return await c.req.text();
  } catch (error) {
    if (error instanceof Error && error.name === 'BodyLimitError') throw error;
    throw new HTTPException(400, { message: 'The request broke off. Nothing was changed.' });
  }
}
