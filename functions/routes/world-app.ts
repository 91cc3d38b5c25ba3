/** Pages that are made from the world: every request is answered by the app of the world as it is then. */
import { Hono } from 'hono';
import type { WorldFor } from '#shared/world/world.ts';
import { ofWorld, type WorldOf } from '../present-world.ts';

export function worldApp(worldOf: WorldOf, make: (worldFor: WorldFor) => Hono): Hono {
  const present = ofWorld(worldOf, make);
  const app = new Hono();
  app.all('*', async (c) => (await present()).fetch(c.req.raw, c.env));
  return app;
}
