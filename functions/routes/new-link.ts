/** `/links`: emails a new link to the address on the plan and nowhere else, with the same answer for every address. */
import * as z from 'zod';
import { readLink } from '#shared/base/links/link.ts';
import { NEW_LINK_PATH } from '#shared/base/links/urls.ts';
import { addressSchema } from '#shared/base/text.ts';
import { writerIdOf } from '#shared/people/person/writer.ts';
import { askForLinkPage, linkAskedPage } from '#shared/views/pages/message-pages.ts';
import { askForLetters, askForPlan, personOfAddress } from './ask-link.ts';
import { fields, WRONG_ADDRESS } from './forms.ts';
import type { WebDeps } from './web-deps.ts';
import { type WebRoute, webRoute } from './web-route.ts';

export function newLinkRoutes(deps: WebDeps): WebRoute[] {
  return [
    webRoute({
      method: 'GET',
      path: NEW_LINK_PATH,
      of: 'anybody',
      answer: (c) => c.html(askForLinkPage()),
    }),
    webRoute({
      method: 'POST',
      path: NEW_LINK_PATH,
      of: 'anybody',
      form: fields(
        z.strictObject({
          address: z.string().exactOptional(),
          want: z.literal('once').exactOptional(),
          /** The old link, where its page asks for a new one. */
          token: z.string().exactOptional(),
        }),
      ),
      answer: async (c, _, { token, address, want }) => {
        if (token !== undefined) {
          const personId = await personOfToken(deps, token);
          await askForPlan(deps, personId);
          if (personId) await askForLetters(deps, personId);
          return c.html(linkAskedPage());
        }
        const parsed = addressSchema.safeParse(address);
        if (!parsed.success) return c.html(askForLinkPage(WRONG_ADDRESS), 422);
        const personId = await personOfAddress(deps, parsed.data);
        await askForPlan(deps, personId, want === 'once' ? 'sign-in' : 'link');
        // The same person may write letters, too; that page has a link of its own.
        await askForLetters(deps, writerIdOf(parsed.data, deps.pepper));
        return c.html(linkAskedPage());
      },
    }),
  ];
}

/** An expired link names its person, and so does one that still works. */
async function personOfToken(deps: WebDeps, token: string): Promise<string | undefined> {
  const reading = await readLink(deps.linkKeys, token, deps.clock.now());
  return reading.state === 'foreign' ? undefined : reading.link.personId;
}
