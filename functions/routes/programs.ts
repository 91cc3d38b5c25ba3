/** `/programs`: the directory, searched by GET, and a page for each program and host. */
import { Hono } from 'hono';
import { QUERY_CHARACTERS_MAX } from '#shared/base/limits.ts';
import { PROGRAMS_PATH } from '#shared/base/links/urls.ts';
import { problemsOf } from '#shared/base/rows.ts';
import { type Clock, dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { messagePage } from '#shared/views/pages/message-pages.ts';
import { directoryPage } from '#shared/views/pages/programs/directory-page.ts';
import { hostPage, programPage } from '#shared/views/pages/programs/entry-page.ts';
import { searchDirectory, searchSchema } from '#shared/world/search.ts';
import type { World } from '#shared/world/world.ts';

export function programRoutes(deps: { readonly clock: Clock; readonly world: World }): Hono {
  const { clock, world } = deps;
  const today = () => dayIn(EASTERN, clock.now());
  const routes = new Hono();

  routes.get(PROGRAMS_PATH, (c) => {
    const { search, searchParams } = new URL(c.req.url);
    if (search.length > QUERY_CHARACTERS_MAX) return c.html(messagePage('too-large'), 414);
    const isKnown = (name: string) => Object.hasOwn(searchSchema.shape, name);
    const unknown = [...searchParams.keys()].filter((name) => !isKnown(name));
    const filled = [...searchParams].filter(
      ([name, value]) => isKnown(name) && value.trim() !== '',
    );
    const values = Object.fromEntries(filled);
    const parsed = searchSchema.safeParse(values, { reportInput: true });
    if (!parsed.success) {
      const errors = problemsOf(parsed.error.issues).map((message) => ({
        field: message.split(' ')[0] ?? '',
        message: `${message}.`,
      }));
      return c.html(
        directoryPage({ values, unknown, problem: { form: 'search', errors, values } }),
        422,
      );
    }
    return c.html(directoryPage({ values, unknown, result: searchDirectory(parsed.data, world) }));
  });

  routes.get(`${PROGRAMS_PATH}/hosts/:id`, (c) => {
    const host = world.host(c.req.param('id'));
    return host ? c.html(hostPage(host, world, today())) : c.html(messagePage('not-found'), 404);
  });

  routes.get(`${PROGRAMS_PATH}/:code`, (c) => {
    const program = world.program(c.req.param('code'));
    return program
      ? c.html(programPage(program, world, today()))
      : c.html(messagePage('not-found'), 404);
  });

  return routes;
}
