/** `/a/<token>/share` shows a plan that an applicant started to a school's advisors; `/join/<token>` is the invitation an advisor gives out. */
import type { Context } from 'hono';
import * as z from 'zod';
import { joinPath, pagePaths, tokenOfInvitation } from '#shared/base/links/urls.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { idSchema } from '#shared/base/text.ts';
import { withTimePassed } from '#shared/people/applicant/accept.ts';
import { isSelfBegun, sharedWith, takenOut } from '#shared/people/applicant/sharing.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { joinFacts } from '#shared/plan/moves/join-facts.ts';
import { messagePage } from '#shared/views/pages/message-pages.ts';
import {
  invitationPage,
  joinPage,
  type NotShared,
  sharePage,
} from '#shared/views/pages/share-pages.ts';
import { change } from '../change.ts';
import { joinPlans, planThere } from '../join-plans.ts';
import { fields, noFields } from './forms.ts';
import { invitationOf } from './open-link.ts';
import { type PlanVisitor, viewFor } from './open-plan.ts';
import type { WebDeps } from './web-deps.ts';
import { opens, type WebRoute } from './web-route.ts';

export function sharingRoutes(deps: WebDeps): WebRoute[] {
  const { share, join, takeOut } = pagePaths(':token');
  return [
    opens('invitation').get(joinPath(':token'), (c, invitation) =>
      c.html(invitationPage(invitation, deps.baseUrl + c.req.path)),
    ),
    opens('plan').get(share, async (c, visitor) =>
      isSelfBegun(visitor.applicant)
        ? c.html(await shownTo(deps, visitor))
        : c.html(messagePage('not-found'), 404),
    ),
    opens('fresh-plan').post(
      share,
      fields(z.strictObject({ invitation: z.string().max(2000) })),
      async (c, visitor, { invitation }) => {
        const { applicant, token } = visitor;
        const invited = await invitationOf(deps, tokenOfInvitation(invitation));
        if (!invited) return c.html(await shownTo(deps, visitor, 'no-invitation'), 422);
        const there = await planThere(deps, applicant, invited.cohort.id);
        if (there && there.id !== applicant.joined?.id) {
          return joinForm(deps, c, visitor, invitation, false);
        }
        const done = await shareWith(deps, applicant, invited.cohort.id);
        if (done.ok) return c.redirect(pagePaths(token).share, 303);
        return c.html(await shownTo(deps, visitor, done.failure), 422);
      },
    ),
    opens('fresh-plan').post(
      join,
      fields(
        z.strictObject({
          invitation: z.string().max(2000),
          update: idSchema,
          own: z.coerce.number().int(),
          other: z.coerce.number().int(),
        }),
      ),
      async (c, visitor, { invitation, update: updateId, ...seen }) => {
        const { applicant, token } = visitor;
        const to = pagePaths(token).share;
        const invited = await invitationOf(deps, tokenOfInvitation(invitation));
        if (!invited) return c.html(await shownTo(deps, visitor, 'no-invitation'), 422);
        const other = await planThere(deps, applicant, invited.cohort.id);
        if (!other) return c.redirect(to, 303);
        const done = await joinPlans(deps, applicant, other, { ...seen, updateId });
        if (done.ok) {
          deps.log('info', 'plans-joined', { personId: applicant.id });
          return c.redirect(to, 303);
        }
        return done.failure === 'changed'
          ? joinForm(deps, c, visitor, invitation, true)
          : c.html(await shownTo(deps, visitor, done.failure), 422);
      },
    ),
    opens('fresh-plan').post(takeOut, noFields, async (c, { applicant, token }) => {
      if (!isSelfBegun(applicant)) return c.html(messagePage('not-found'), 404);
      const { id, joined } = applicant;
      await change(deps, 'applicant', id, (applicant, now) =>
        applicant?.shared ? { write: takenOut(applicant, now) } : {},
      );
      deps.log('info', 'plan-taken-out', { personId: id });
      await deps.wake({ kind: 'applicant', id });
      if (joined) await deps.wake({ kind: 'applicant', id: joined.id });
      return c.redirect(pagePaths(token).share, 303);
    }),
  ];
}

async function shareWith(
  deps: WebDeps,
  { id }: Applicant,
  cohortId: string,
): Promise<Result<true, NotShared>> {
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

/** The page that shows both plans, as time has moved them until now. */
async function joinForm(
  deps: WebDeps,
  c: Context,
  visitor: PlanVisitor,
  invitation: string,
  hasChanged: boolean,
): Promise<Response> {
  const invited = await invitationOf(deps, tokenOfInvitation(invitation));
  const there = invited && (await planThere(deps, visitor.applicant, invited.cohort.id));
  if (!invited || !there) return c.html(messagePage('not-found'), 404);
  const now = deps.clock.now();
  const passed = (plan: Applicant) => withTimePassed(plan, now, deps.worldFor(plan.cohortId));
  const [own, other] = [passed(visitor.applicant), passed(there)];
  const joined = joinFacts(own.facts, other.facts);
  if (!joined.ok) return c.html(await shownTo(deps, visitor, joined.failure), 422);
  const { cohort } = invited;
  const shown = { cohort, own, other, joined: joined.value, invitation, hasChanged };
  return c.html(joinPage(await viewFor(deps, visitor), shown), hasChanged ? 409 : 200);
}

async function shownTo(deps: WebDeps, visitor: PlanVisitor, problem?: NotShared): Promise<string> {
  const { shared, joined, undo, cohortId } = visitor.applicant;
  const cohort = shared && (await deps.store.read('cohort', cohortId));
  const isJoining = joined !== undefined && undo?.updateId === joined.updateId;
  return sharePage(await viewFor(deps, visitor), { cohort, problem, isJoining });
}
