/** `/links`: asks for a new link. It is emailed at once, to the address on the plan and nowhere else. */
import { Hono } from 'hono';
import { SIGN_INS_PER_DAY_MAX, SIGN_INS_PER_HOUR_MAX } from '#shared/base/limits.ts';
import { readLink } from '#shared/base/links/link.ts';
import { NEW_LINK_PATH } from '#shared/base/links/urls.ts';
import { addressSchema } from '#shared/base/text.ts';
import { type RequestBounds, withRequest } from '#shared/people/mailing/requested.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import { writerIdOf } from '#shared/people/person/writer.ts';
import { askForLinkPage, linkAskedPage, wrongTypePage } from '#shared/views/pages/message-pages.ts';
import { askForEmail } from '../ask-email.ts';
import { formBody } from './form-body.ts';
import { askForLetters } from './letters/ask-link.ts';
import type { WebDeps } from './web-deps.ts';

/** More is somebody pressing a button. */
const BOUNDS: Readonly<Record<'link' | 'sign-in', RequestBounds>> = {
  link: { perHour: 3, perDay: 6 },
  'sign-in': { perHour: SIGN_INS_PER_HOUR_MAX, perDay: SIGN_INS_PER_DAY_MAX },
};

/** The page that emails a new link, with the same answer for every address. */
export function newLinkRoutes(deps: WebDeps): Hono {
  const routes = new Hono();

  routes.get(NEW_LINK_PATH, (c) => c.html(askForLinkPage()));

  routes.post(NEW_LINK_PATH, async (c) => {
    const entries = await formBody(c);
    if (!entries) return c.html(wrongTypePage(), 415);
    const { token, address, want } = Object.fromEntries(entries);
    if (token !== undefined) {
      const personId = await personOfToken(deps, token);
      await askFor(deps, personId);
      if (personId) await askForLetters(deps, personId);
      return c.html(linkAskedPage());
    }
    const parsed = addressSchema.safeParse(address);
    if (!parsed.success) {
      return c.html(askForLinkPage('This is not an email address. Enter it as name@place.'), 422);
    }
    await askFor(
      deps,
      await personOfAddress(deps, parsed.data),
      want === 'once' ? 'sign-in' : 'link',
    );
    // Somebody may write letters, too; their page has a link of its own.
    await askForLetters(deps, writerIdOf(parsed.data, deps.pepper));
    return c.html(linkAskedPage());
  });

  return routes;
}

/** An expired link names its person, and so does one that still works. */
async function personOfToken(deps: WebDeps, token: string): Promise<string | undefined> {
  const reading = await readLink(deps.linkKeys, token, deps.clock.now());
  return reading.state === 'foreign' ? undefined : reading.link.personId;
}

/** Whose address it is, where it is anybody's. */
export async function personOfAddress(deps: WebDeps, address: string): Promise<string | undefined> {
  const item = await deps.store.read('address', hashAddress(address, deps.pepper));
  return item?.personId;
}

/** Nothing for a stranger, or while enough links are on their way or have just left. */
export async function askFor(
  deps: WebDeps,
  personId: string | undefined,
  stream: 'link' | 'sign-in' = 'link',
): Promise<void> {
  if (!personId) return;
  await askForEmail(deps, 'applicant', personId, (applicant, at) =>
    applicant.erased || applicant.pending
      ? undefined
      : withRequest(applicant, { id: deps.newId(), stream, at }, BOUNDS[stream]),
  );
}
