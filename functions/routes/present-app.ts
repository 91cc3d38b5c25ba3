/** Pages that are made from the world: an app made from the world as it is at that moment answers each request. */
import { Hono } from 'hono';

export function presentApp(present: () => Promise<Hono>): Hono {
  const app = new Hono();
  app.all('*', async (c) => (await present()).fetch(c.req.raw, c.env));
  return app;
}
