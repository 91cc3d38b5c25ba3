/** Posted forms, read in one way for every route. A body that no form of these pages sends is refused. */
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import * as z from 'zod';
import { messagePage } from '#shared/views/pages/message-pages.ts';
import { formSentences } from '#shared/words/form-refusals.ts';

export type Reads<Form> = (c: Context) => Promise<Form | Response>;

export type Entries = readonly (readonly [string, string])[];

/** These fields and no others, each once. The answer judges what a person typed. */
export function fields<Form>(schema: z.ZodType<Form>): Reads<Form> {
  return async (c) => {
    const entries = await anyFields(c);
    if (entries instanceof Response) return entries;
    const values = Object.fromEntries(entries);
    const parsed = schema.safeParse(values);
    const isDoubled = Object.keys(values).length < entries.length;
    return parsed.success && !isDoubled ? parsed.data : c.html(messagePage('wrong-type'), 400);
  };
}

/** These texts and no others, each once or not at all. */
export function texts(names: readonly string[]): Reads<Readonly<Record<string, string>>> {
  return fields(
    z.record(
      z.string().refine((name) => names.includes(name)),
      z.string(),
    ),
  );
}

export const noFields = fields(z.strictObject({}));

/** A form whose fields depend on what it reports: its entries in their order. */
export async function anyFields(c: Context): Promise<Entries | Response> {
  return (await formBody(c)) ?? c.html(messagePage('wrong-type'), 415);
}

export async function oneFile(c: Context): Promise<File | Response> {
  const file = (await c.req.parseBody().catch(() => undefined))?.file;
  return file instanceof File ? file : c.html(messagePage('wrong-type'), 415);
}

/** Our own buttons, or what RFC 8058 has email systems post, in either encoding and possibly among other fields. Nothing else stops email. */
export async function oneClick(c: Context): Promise<Wish | Response> {
  return (await wishIn(c)) ?? c.html(messagePage('wrong-type'), 400);
}

type Wish = 'stop' | 'resume';

export async function wishIn(c: Context): Promise<Wish | undefined> {
  const form: Readonly<Record<string, unknown>> = await c.req.parseBody().catch(() => ({}));
  if (form.action === 'resume' || form.action === 'stop') return form.action;
  return form['List-Unsubscribe'] === 'One-Click' ? 'stop' : undefined;
}

/** The fields in their order; undefined if the body is not a form. */
export async function formBody(c: Context): Promise<[string, string][] | undefined> {
  const [type] = (c.req.header('content-type') ?? '').split(';');
  if (type?.trim().toLowerCase() !== 'application/x-www-form-urlencoded') return undefined;
  return [...new URLSearchParams(await wholeBody(c))];
}

/** An interrupted request is not a fault of this server: it must not raise an alarm. */
async function wholeBody(c: Context): Promise<string> {
  try {
    return await c.req.text();
  } catch (error) {
    if (error instanceof Error && error.name === 'BodyLimitError') throw error;
    throw new HTTPException(400, { message: formSentences.interrupted });
  }
}
