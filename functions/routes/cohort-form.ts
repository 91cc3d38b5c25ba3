/** `/forms/<cohort>`: a school's own entrance. A person with a plan in that cohort is emailed a link; nobody learns who has one. */
import * as z from 'zod';
import { cohortFormPath } from '#shared/base/links/urls.ts';
import { addressSchema, idSchema } from '#shared/base/text.ts';
import { cohortFormPage, linkAskedPage, notFoundPage } from '#shared/views/pages/message-pages.ts';
import { askForPlan, personOfAddress } from './ask-link.ts';
import { fields, WRONG_ADDRESS } from './forms.ts';
import type { WebDeps } from './web-deps.ts';
import { type WebRoute, webRoute } from './web-route.ts';

export function cohortFormRoutes(deps: WebDeps): WebRoute[] {
  const path = cohortFormPath(':cohortId');
  return [
    webRoute({
      method: 'GET',
      path,
      of: 'anybody',
      answer: (c) => {
        const id = idSchema.safeParse(c.req.param('cohortId'));
        return id.success
          ? c.html(cohortFormPage(cohortFormPath(id.data)))
          : c.html(notFoundPage(), 404);
      },
    }),
    webRoute({
      method: 'POST',
      path,
      of: 'anybody',
      form: fields(
        z.strictObject({ address: z.string(), want: z.literal('once').exactOptional() }),
      ),
      answer: async (c, _, { address }) => {
        const id = idSchema.safeParse(c.req.param('cohortId'));
        if (!id.success) return c.html(notFoundPage(), 404);
        const parsed = addressSchema.safeParse(address);
        if (!parsed.success) {
          return c.html(cohortFormPage(cohortFormPath(id.data), WRONG_ADDRESS), 422);
        }
        await askForPlan(deps, await personIn(deps, id.data, parsed.data));
        return c.html(linkAskedPage());
      },
    }),
  ];
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
