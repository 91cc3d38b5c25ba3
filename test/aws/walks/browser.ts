/** A browser at the deployed advisors' pages: keeps its cookie, sends forms and files, follows where it is sent. */
import { expect } from 'vitest';
import { call } from './lambda.ts';
import { httpEvent } from './people.ts';

/** What AWS hands a function at most, and takes from it. */
const PAYLOAD_BYTES_MAX = 6_291_556;

interface Answer {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly cookies?: readonly string[];
  readonly body?: string;
}

export interface Browser {
  /** A page that is there. @returns its HTML */
  get(path: string): Promise<string>;
  /** Where a link leads. */
  follow(path: string): Promise<string>;
  /** Sends a form that is taken. @returns where it leads */
  post(path: string, fields?: Record<string, string>): Promise<string>;
  /** Sends a form and sees the page that answers it. */
  submit(path: string, fields: Record<string, string>): Promise<string>;
  /** Sends a file in a form that is taken. @returns where it leads */
  upload(path: string, text: string): Promise<string>;
  status(path: string): Promise<number>;
}

export function openBrowser(): Browser {
  let cookie: string | undefined;

  async function ask(
    method: string,
    path: string,
    body?: { readonly type: string; readonly bytes: Uint8Array },
  ): Promise<Answer> {
    const [rawPath = '', rawQueryString = ''] = path.split('?');
    const plain = httpEvent(method, rawPath) as { headers: Record<string, string> };
    const event = {
      ...plain,
      rawQueryString,
      ...(cookie && { cookies: [cookie] }),
      ...(body && {
        headers: { ...plain.headers, 'content-type': body.type },
        // As API Gateway hands over what it does not know to be text.
        isBase64Encoded: true,
        body: Buffer.from(body.bytes).toString('base64'),
      }),
    };
    expect(JSON.stringify(event).length).toBeLessThan(PAYLOAD_BYTES_MAX);
    const answer = (await call('AdvisorsFunction', event)) as Answer;
    expect(JSON.stringify(answer).length).toBeLessThan(PAYLOAD_BYTES_MAX);
    cookie = answer.cookies?.[0]?.split(';')[0] ?? cookie;
    return answer;
  }

  async function form(path: string, fields: Record<string, string>): Promise<Answer> {
    const bytes = new TextEncoder().encode(new URLSearchParams(fields).toString());
    return ask('POST', path, { type: 'application/x-www-form-urlencoded', bytes });
  }

  return {
    get: async (path) => seen(path, await ask('GET', path)),
    follow: async (path) => led(path, await ask('GET', path)),
    post: async (path, fields = {}) => led(path, await form(path, fields)),
    submit: async (path, fields) => seen(path, await form(path, fields)),
    upload: async (path, text) => {
      const data = new FormData();
      data.set('file', new File([text], 'sheet.csv', { type: 'text/csv' }));
      const sent = new Response(data);
      const type = sent.headers.get('content-type') ?? '';
      return led(path, await ask('POST', path, { type, bytes: await sent.bytes() }));
    },
    status: async (path) => (await ask('GET', path)).statusCode,
  };
}

function seen(path: string, { statusCode, body = '' }: Answer): string {
  expect([path, statusCode, body]).toEqual([path, 200, body]);
  return body;
}

function led(path: string, { statusCode, headers, body = '' }: Answer): string {
  const { location = '' } = headers;
  expect([path, statusCode, location !== '', body]).toEqual([path, 303, true, body]);
  return location;
}
