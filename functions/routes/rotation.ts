/** `/a/<token>/r/<rotationId>`: one rotation of the link's own person. */
import { Hono } from 'hono';
import { afterUpdate, pagePaths } from '#shared/base/links/urls.ts';
import type { Problem } from '#shared/exchange/fields/field.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { refusals } from '#shared/plan/facts/refusals.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { rotationForms } from '#shared/views/forms/rotation-forms.ts';
import { noRotationPage } from '#shared/views/pages/message-pages.ts';
import { rotationPage } from '#shared/views/pages/rotation-page.ts';
import { refusalWords } from '#shared/words/refusals.ts';
import { answerForm } from './answer-form.ts';
import { openLink, viewFor } from './open-link.ts';
import type { WebDeps } from './web-deps.ts';

export function rotationRoutes(deps: WebDeps): Hono {
  const routes = new Hono();

  routes.get('/a/:token/r/:rotationId', async (c) => {
    const { token, rotationId } = c.req.param();
    const link = await openLink(deps, c, token);
    if (!link.opened) return link.response;
    const view = await viewFor(deps, link.applicant, token, c.req.query('done'));
    const rotation = rotationOf(view.applicant, rotationId);
    return rotation
      ? c.html(rotationPage(view, rotation, c.req.query('do')))
      : c.html(noRotation(token), 404);
  });

  routes.post('/a/:token/r/:rotationId', async (c) => {
    const { token, rotationId } = c.req.param();
    const link = await openLink(deps, c, token);
    if (!link.opened) return link.response;
    if (!rotationOf(link.applicant, rotationId)) return c.html(noRotation(token), 404);
    const paths = pagePaths(token);
    return answerForm(deps, c, {
      applicant: link.applicant,
      rotationId,
      forms: (applicant) => {
        const rotation = rotationOf(applicant, rotationId);
        return rotation ? rotationForms(rotation, applicant.facts.documents) : [];
      },
      // An undo may have taken the rotation off the plan.
      accepted: (applicant, updateId) =>
        afterUpdate(
          rotationOf(applicant, rotationId) ? paths.rotation(rotationId) : paths.plan,
          updateId,
        ),
      refused: async (applicant: Applicant, problem: Problem, status) => {
        const view = await viewFor(deps, applicant, token);
        const rotation = rotationOf(view.applicant, rotationId);
        return rotation
          ? c.html(rotationPage(view, rotation, problem.form, problem), status)
          : c.html(noRotation(token), 404);
      },
    });
  });

  return routes;
}

function rotationOf({ facts }: Applicant, rotationId: string): Rotation | undefined {
  return facts.rotations.find(({ id }) => id === rotationId);
}

function noRotation(token: string): string {
  return noRotationPage(refusalWords(refusals.unknownRotation()), pagePaths(token).plan);
}
