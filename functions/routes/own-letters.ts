/** `/a/<token>/r/plan`: letters from outside the rotations, and the packet for every writer. Comes before the rotations. */
import { afterUpdate, pagePaths } from '#shared/base/links/urls.ts';
import { OWN_LETTERS } from '#shared/plan/facts/letter.ts';
import { refusals } from '#shared/plan/facts/refusals.ts';
import { letterOf } from '#shared/plan/letters/placed.ts';
import { packetPage } from '#shared/views/pages/letters/letters-page.ts';
import { ownLettersPage } from '#shared/views/pages/letters/own-letters-page.ts';
import { nothingHerePage } from '#shared/views/pages/message-pages.ts';
import { refusalWords } from '#shared/words/refusals.ts';
import { answerForm } from './answer-form.ts';
import { anyFields } from './forms.ts';
import { viewFor } from './open-plan.ts';
import type { WebDeps } from './web-deps.ts';
import { opens, type WebRoute } from './web-route.ts';

export function ownLetterRoutes(deps: WebDeps): WebRoute[] {
  const path = pagePaths(':token').rotation(OWN_LETTERS);
  return [
    opens('plan').get(path, async (c, visitor) => {
      const view = await viewFor(deps, visitor, c.req.query('done'));
      return c.html(ownLettersPage(view, c.req.query('do')));
    }),
    opens('plan').post(path, anyFields, (c, visitor, entries) =>
      answerForm(deps, c, visitor, entries, {
        rotationId: OWN_LETTERS,
        accepted: (_, updateId) =>
          afterUpdate(pagePaths(visitor.token).rotation(OWN_LETTERS), updateId),
        refused: async (now, problem) =>
          ownLettersPage(await viewFor(deps, now), problem.form, problem),
      }),
    ),
    opens('plan').get(
      pagePaths(':token').packet(':letterId'),
      (c, { applicant: { facts }, token }) => {
        const placed = letterOf(facts, c.req.param('letterId') ?? '');
        const { rotation, plan } = pagePaths(token);
        return placed
          ? c.html(packetPage(facts, placed, rotation(OWN_LETTERS)))
          : c.html(nothingHerePage('rotation', refusalWords(refusals.unknownLetter()), plan), 404);
      },
    ),
  ];
}
