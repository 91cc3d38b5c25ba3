/** `/a/<token>/share` shows a self-begun plan to a school's advisors; `/join/<token>` is the invitation an advisor gives out. */
import * as z from 'zod';
import { joinPath, pagePaths, tokenOfInvitation } from '#shared/base/links/urls.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { isSelfBegun, sharedWith, takenOut } from '#shared/people/applicant/sharing.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { notFoundPage } from '#shared/views/pages/message-pages.ts';
import { invitationPage, type NotShared, sharePage } from '#shared/views/pages/share-pages.ts';
import { change } from '../change.ts';
import { plansAt } from '../plans-at.ts';
import { fields, noFields } from './forms.ts';
import { invitationOf } from './open-invitation.ts';
import type { WebDeps } from './web-deps.ts';
import { opens, type WebRoute } from './web-route.ts';

export function sharingRoutes(deps: WebDeps): WebRoute[] {
  const { share, takeOut } = pagePaths(':token');
  return [
    opens('invitation').get(joinPath(':token'), (c, invitation) =>
      c.html(invitationPage(invitation, deps.baseUrl + c.req.path)),
    ),
    opens('plan').get(share, async (c, { applicant, token }) =>
      isSelfBegun(applicant)
        ? c.html(sharePage(await viewOf(deps, applicant, token)))
        : c.html(notFoundPage(), 404),
    ),
    opens('fresh-plan').post(
      share,
      fields(z.strictObject({ invitation: z.string().max(2000) })),
      async (c, { applicant, token }, { invitation }) => {
        const done = await shareWith(deps, applicant, tokenOfInvitation(invitation));
        if (done.ok) return c.redirect(pagePaths(token).share, 303);
        const problem = done.failure;
        return c.html(sharePage({ ...(await viewOf(deps, applicant, token)), problem }), 422);
      },
    ),
    opens('plan').post(takeOut, noFields, async (c, { applicant, token }) => {
      if (!isSelfBegun(applicant)) return c.html(notFoundPage(), 404);
      const { id } = applicant;
      await change(deps, 'applicant', id, (applicant, now) =>
        applicant?.shared ? { write: takenOut(applicant, now) } : {},
      );
      deps.log('info', 'plan-taken-out', { personId: id });
      await deps.wake({ kind: 'applicant', id });
      return c.redirect(pagePaths(token).share, 303);
    }),
  ];
}

async function shareWith(
  deps: WebDeps,
  { id, facts }: Applicant,
  token: string,
): Promise<Result<true, NotShared>> {
  const invitation = await invitationOf(deps, token);
  if (!invitation) return failure('no-invitation');
  const cohortId = invitation.cohort.id;
  const others = (await plansAt(deps, facts.profile.address)).filter((other) => other !== id);
  const held = await Promise.all(others.map((other) => deps.store.read('applicant', other)));
  if (held.some((other) => other?.cohortId === cohortId && !other.erased)) {
    return failure('known-there');
  }
  const done = await change<'applicant', Result<true, NotShared>>(
    deps,
    'applicant',
    id,
    (applicant, now) => {
      if (!applicant) return { answer: failure('no-invitation') };
      const shared = sharedWith(applicant, cohortId, now);
      return shared.ok ? { write: shared.value, answer: success(true) } : { answer: shared };
    },
  );
  if (done.ok) {
    deps.log('info', 'plan-shared', { personId: id });
    await deps.wake({ kind: 'applicant', id });
  }
  return done;
}

async function viewOf({ store }: WebDeps, applicant: Applicant, token: string) {
  const cohort = applicant.shared && (await store.read('cohort', applicant.cohortId));
  return { paths: pagePaths(token), ...(cohort && { cohort }) };
}
