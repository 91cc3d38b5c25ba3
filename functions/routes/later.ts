/** `/a/<token>/later?rule=&subject=`: puts one thing off to a day of the reader's choice. */
import type { Context } from 'hono';
import { afterUpdate, pagePaths } from '#shared/base/links/urls.ts';
import { withTimePassed } from '#shared/people/applicant/accept.ts';
import { refusals } from '#shared/plan/facts/refusals.ts';
import { laterPage } from '#shared/views/pages/later-page.ts';
import { nothingHerePage } from '#shared/views/pages/message-pages.ts';
import { occasionsAt } from '#shared/words/occasions.ts';
import { refusalWords } from '#shared/words/refusals.ts';
import { answerForm } from './answer-form.ts';
import { anyFields } from './forms.ts';
import { type PlanVisitor, viewFor } from './open-plan.ts';
import type { WebDeps } from './web-deps.ts';
import { opens, type WebRoute } from './web-route.ts';

export function laterRoutes(deps: WebDeps): WebRoute[] {
  const path = '/a/:token/later';
  return [
    opens('plan').get(path, async (c, visitor) => {
      const occasion = occasionOf(deps, c, visitor);
      return occasion
        ? c.html(laterPage(await viewFor(deps, visitor), occasion))
        : gone(c, visitor);
    }),
    opens('plan').post(path, anyFields, (c, visitor, entries) => {
      const occasion = occasionOf(deps, c, visitor);
      if (!occasion) return gone(c, visitor);
      return answerForm(deps, c, visitor, entries, {
        accepted: (_, updateId) => afterUpdate(pagePaths(visitor.token).plan, updateId),
        refused: async (now, problem) => laterPage(await viewFor(deps, now), occasion, problem),
      });
    }),
  ];
}

/** What the address is about, as it is for this person now; undefined once it is done. */
function occasionOf(deps: WebDeps, c: Context, { applicant }: PlanVisitor) {
  const { rule = '', subject = '' } = c.req.query();
  const world = deps.worldFor(applicant.cohortId);
  const now = deps.clock.now();
  const present = withTimePassed(applicant, now, world);
  return occasionsAt(present.facts, world, now).find(
    (occasion) => occasion.rule === rule && occasion.subject === subject,
  );
}

function gone(c: Context, { token }: PlanVisitor): Response | Promise<Response> {
  const message = refusalWords(refusals.nothingToPutOff());
  return c.html(nothingHerePage('to-put-off', message, pagePaths(token).plan), 404);
}
