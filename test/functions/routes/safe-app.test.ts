import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { safeApp, sameSite } from '#functions/routes/safe-app.ts';

const AT_HOME = 'http://127.0.0.1:8080';

/** How a form from a page of this origin is answered, and what is logged. */
async function posted(origin: string): Promise<{ status: number; logged: string[] }> {
  const logged: string[] = [];
  const deps = {
    baseUrl: AT_HOME,
    newId: () => 'e1',
    log: (_: 'error', event: string) => void logged.push(event),
  };
  const app = safeApp(deps, 'failed').use(sameSite(AT_HOME));
  app.route(
    '/',
    new Hono().post('/', (c) => c.text('done')),
  );
  const { status } = await app.request(AT_HOME, {
    method: 'POST',
    body: new URLSearchParams({ a: 'b' }),
    headers: { origin },
  });
  return { status, logged };
}

test.each([AT_HOME, 'http://localhost:8080'])(
  'on one machine %s is our own page',
  async (origin) => {
    expect(await posted(origin)).toEqual({ status: 200, logged: [] });
  },
);

test.each(['null', 'no url at all', 'https://evil.example', 'https://localhost.evil.example'])(
  'a form from %s is another site’s, and no failure of ours',
  async (origin) => {
    expect(await posted(origin)).toEqual({ status: 403, logged: [] });
  },
);
