/** `/a/<token>/r/<rotationId>`: one rotation of the link's own person. */
import type { Context } from 'hono';
import { afterUpdate, pagePaths } from '#shared/base/links/urls.ts';
import { reportedTo } from '#shared/cohort/report/rotators.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { refusals } from '#shared/plan/facts/refusals.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isFinished } from '#shared/plan/facts/stages.ts';
import { nothingHerePage } from '#shared/views/pages/message-pages.ts';
import { rotationPage } from '#shared/views/pages/rotation-page.ts';
import { refusalWords } from '#shared/words/refusals.ts';
import { schoolmatesOf } from '../whole-cohort.ts';
import { answerForm } from './answer-form.ts';
import { anyFields } from './forms.ts';
import { viewFor } from './open-plan.ts';
import type { WebDeps } from './web-deps.ts';
import { opens, type WebRoute } from './web-route.ts';

export function rotationRoutes(deps: WebDeps): WebRoute[] {
  const path = pagePaths(':token').rotation(':rotationId');
  return [
    opens('plan').get(path, async (c, visitor) => {
      const view = await viewFor(deps, visitor, c.req.query('done'));
      const rotation = rotationOf(view.applicant, idIn(c));
      return rotation
        ? c.html(
            rotationPage(
              { ...view, reported: await reportedOf(deps, visitor.applicant, rotation) },
              rotation,
              c.req.query('do'),
            ),
          )
        : c.html(noRotation(visitor.token), 404);
    }),
    opens('plan').post(path, anyFields, (c, visitor, entries) => {
      const { applicant, token } = visitor;
      const rotationId = idIn(c);
      if (!rotationOf(applicant, rotationId)) return c.html(noRotation(token), 404);
      const paths = pagePaths(token);
      return answerForm(deps, c, visitor, entries, {
        rotationId,
        // An undo may have taken the rotation off the plan.
        accepted: (changed, updateId) =>
          afterUpdate(
            rotationOf(changed, rotationId) ? paths.rotation(rotationId) : paths.plan,
            updateId,
          ),
        refused: async (now, problem) => {
          const view = await viewFor(deps, now);
          const rotation = rotationOf(view.applicant, rotationId);
          return rotation ? rotationPage(view, rotation, problem.form, problem) : noRotation(token);
        },
      });
    }),
  ];
}

/** What rotators from the reader's school reported about a host that is still ahead. */
async function reportedOf(
  { store }: WebDeps,
  { cohortId }: Applicant,
  { stage, host: { institutionId } }: Rotation,
): Promise<string[]> {
  if (!institutionId || isFinished(stage) || stage === 'closed') return [];
  return reportedTo(await schoolmatesOf(store, cohortId), institutionId);
}

function idIn(c: Context): string {
  return c.req.param('rotationId') ?? '';
}

function rotationOf({ facts }: Applicant, rotationId: string): Rotation | undefined {
  return facts.rotations.find(({ id }) => id === rotationId);
}

function noRotation(token: string): string {
  return nothingHerePage(
    'rotation',
    refusalWords(refusals.unknownRotation()),
    pagePaths(token).plan,
  );
}
