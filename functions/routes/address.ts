/** `/a/<token>/address`: a new email address is asked for. `/move/<token>`: it is proved, or the old one takes the plan back. */

import * as z from 'zod';
import { movePath, pagePaths } from '#shared/base/links/urls.ts';
import { addressSchema } from '#shared/base/text.ts';
import { mayMove, whyNotTo } from '#shared/people/applicant/moving.ts';
import { addressPage, movePage } from '#shared/views/pages/address-pages.ts';
import { emailedPage, messagePage } from '#shared/views/pages/message-pages.ts';
import { formSentences } from '#shared/words/form-refusals.ts';
import { askToMove, moveAddress } from '../move-address.ts';
import { fields, noFields } from './forms.ts';
import { isFresh, viewFor } from './open-plan.ts';
import type { WebDeps } from './web-deps.ts';
import { opens, type WebRoute } from './web-route.ts';

export function addressRoutes(deps: WebDeps): WebRoute[] {
  const { address: path } = pagePaths(':token');
  const moving = movePath(':token');
  return [
    opens('plan').get(path, async (c, visitor) =>
      c.html(addressPage(await viewFor(deps, visitor), isFresh(deps, visitor))),
    ),
    opens('plan').post(
      path,
      fields(z.strictObject({ address: z.string() })),
      async (c, visitor, { address }) => {
        const parsed = addressSchema.safeParse(address);
        const by = isFresh(deps, visitor) ? 'fresh' : 'link';
        const { applicant } = visitor;
        const why = parsed.success
          ? (whyNotTo(parsed.data, applicant, deps.clock.now()) ??
            (mayMove(applicant, by) ? undefined : 'addressComplained'))
          : 'noAddress';
        if (!parsed.success || why) {
          const view = await viewFor(deps, visitor);
          const error = formSentences[why ?? 'noAddress'];
          return c.html(addressPage(view, isFresh(deps, visitor), error, address), 422);
        }
        await askToMove(deps, applicant.id, parsed.data, by);
        return c.html(emailedPage('move-asked', deps));
      },
    ),
    opens('move').get(moving, (c, { token, isBack }) => c.html(movePage(movePath(token), isBack))),
    opens('move').post(moving, noFields, async (c, { link }) =>
      (await moveAddress(deps, link))
        ? c.html(emailedPage('moved', deps))
        : c.html(messagePage('move-over'), 410),
    ),
  ];
}
