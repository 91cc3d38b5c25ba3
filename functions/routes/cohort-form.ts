/** `/forms/<cohort>`: a school's own way in. Who has a plan in that cohort is emailed a link; nobody is told who has one. */
import { Hono } from 'hono';
import { cohortFormPath } from '#shared/base/links/urls.ts';
import { addressSchema, idSchema } from '#shared/base/text.ts';
import {
  cohortFormPage,
  linkAskedPage,
  notFoundPage,
  wrongTypePage,
} from '#shared/views/pages/message-pages.ts';
import { formBody } from './form-body.ts';
import { askFor, personOfAddress } from './new-link.ts';
import type { WebDeps } from './web-deps.ts';

export function cohortFormRoutes(deps: WebDeps): Hono {
  const routes = new Hono();

  routes.get(cohortFormPath(':cohortId'), (c) => {
    const { success, data } = idSchema.safeParse(c.req.param('cohortId'));
    return success ? c.html(cohortFormPage(cohortFormPath(data))) : c.html(notFoundPage(), 404);
  });

  routes.post(cohortFormPath(':cohortId'), async (c) => {
    const cohort = idSchema.safeParse(c.req.param('cohortId'));
    if (!cohort.success) return c.html(notFoundPage(), 404);
    const entries = await formBody(c);
    if (!entries) return c.html(wrongTypePage(), 415);
    const address = addressSchema.safeParse(Object.fromEntries(entries).address);
    if (!address.success) {
      const message = 'This is not an email address. Enter it as name@place.';
      return c.html(cohortFormPage(cohortFormPath(cohort.data), message), 422);
    }
    await askFor(deps, await personIn(deps, cohort.data, address.data));
    return c.html(linkAskedPage());
  });

  return routes;
}

async function personIn(
  deps: WebDeps,
  cohortId: string,
  address: string,
): Promise<string | undefined> {
  const personId = await personOfAddress(deps, address);
  const applicant = personId && (await deps.store.read('applicant', personId));
  return applicant && applicant.cohortId === cohortId ? personId : undefined;
}
