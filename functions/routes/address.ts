/** `/a/<token>/address`: a new email address is asked for. `/move/<token>`: it is proved, or the old one takes the plan back. */
import * as z from 'zod';
import type { Link } from '#shared/base/links/link.ts';
import { movePath, pagePaths } from '#shared/base/links/urls.ts';
import { addressSchema } from '#shared/base/text.ts';
import { askedToMove, movedTo, moveOf } from '#shared/people/applicant/moving.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import {
  addressPage,
  moveAskedPage,
  movedPage,
  moveOverPage,
  movePage,
} from '#shared/views/pages/address-pages.ts';
import { formSentences } from '#shared/words/form-refusals.ts';
import { change } from '../change.ts';
import { withoutLinks } from '../end-links.ts';
import { joinAddress, leaveAddress } from '../plans-at.ts';
import { fields, noFields } from './forms.ts';
import { viewFor } from './open-plan.ts';
import type { WebDeps } from './web-deps.ts';
import { opens, type WebRoute } from './web-route.ts';

export function addressRoutes(deps: WebDeps): WebRoute[] {
  const { address: path } = pagePaths(':token');
  const moving = movePath(':token');
  return [
    opens('fresh-plan').get(path, async (c, visitor) =>
      c.html(addressPage(await viewFor(deps, visitor))),
    ),
    opens('fresh-plan').post(
      path,
      fields(z.strictObject({ address: z.string() })),
      async (c, visitor, { address }) => {
        const parsed = addressSchema.safeParse(address);
        if (!parsed.success) {
          const view = await viewFor(deps, visitor);
          return c.html(addressPage(view, formSentences.noAddress), 422);
        }
        const { id } = visitor.applicant;
        const known = await deps.store.read('address', hashAddress(parsed.data, deps.pepper));
        const isHarmed = known?.reach === 'complained' || known?.reach === 'bounced';
        await change(deps, 'applicant', id, (applicant, now) =>
          applicant && !isHarmed
            ? { write: askedToMove(applicant, parsed.data, deps.newId(), now) }
            : {},
        );
        await deps.wake({ kind: 'applicant', id });
        return c.html(moveAskedPage());
      },
    ),
    opens('move').get(moving, (c, { token, isBack }) => c.html(movePage(movePath(token), isBack))),
    opens('move').post(moving, noFields, async (c, { link }) =>
      (await move(deps, link)) ? c.html(movedPage()) : c.html(moveOverPage(), 410),
    ),
  ];
}

/** The new address first: a crash before the person is written leaves it one pointer, which the next press finds. */
async function move(deps: WebDeps, link: Link): Promise<boolean> {
  const { personId: id } = link;
  const person = await deps.store.read('applicant', id);
  const wanted = person && moveOf(person, link, deps.clock.now());
  if (!person || !wanted) return false;
  const { facts } = person;
  const profile = { ...facts.profile, address: wanted.to };
  await joinAddress(deps, { ...person, facts: { ...facts, profile }, reach: 'ok' });
  const isMoved = await change(deps, 'applicant', id, (applicant, now) => {
    const open = applicant && moveOf(applicant, link, now);
    return applicant && open
      ? { write: movedTo(withoutLinks(applicant), open, deps.newId(), now), answer: true }
      : { answer: false };
  });
  if (!isMoved) return false;
  await leaveAddress(deps, hashAddress(facts.profile.address, deps.pepper), id);
  deps.log('info', 'address-changed', { personId: id });
  await deps.wake({ kind: 'applicant', id });
  return true;
}
