/** Pages that are made from the world: every request is answered by the app of the world as it is then. */
import { Hono } from 'hono';

export function presentApp(present: () => Promise<Hono>): Hono {
  const app = new Hono();
  app.all('*', async (c) => (await present()).fetch(c.req.raw, c.env));
  return app;
}
