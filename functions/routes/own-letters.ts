/** `/a/<token>/r/plan`: letters that no rotation gave, and the packet for every writer. Stands before the rotations. */
import { Hono } from 'hono';
import { afterUpdate, pagePaths } from '#shared/base/links/urls.ts';
import { OWN_LETTERS } from '#shared/plan/facts/letter.ts';
import { refusals } from '#shared/plan/facts/refusals.ts';
import { letterOf } from '#shared/plan/letters/placed.ts';
import { askOwnForm, ownLetterForms, packetForms } from '#shared/views/forms/letter-forms.ts';
import { ownLettersPage } from '#shared/views/pages/letters/own-letters-page.ts';
import { packetPage } from '#shared/views/pages/letters/packet-page.ts';
import { noRotationPage } from '#shared/views/pages/message-pages.ts';
import { refusalWords } from '#shared/words/refusals.ts';
import { answerForm } from './answer-form.ts';
import { openLink, viewFor } from './open-link.ts';
import type { WebDeps } from './web-deps.ts';

const PATH = `/a/:token/r/${OWN_LETTERS}`;

export function ownLetterRoutes(deps: WebDeps): Hono {
  const routes = new Hono();

  routes.get(PATH, async (c) => {
    const token = c.req.param('token');
    const link = await openLink(deps, c, token);
    if (!link.opened) return link.response;
    const view = await viewFor(deps, link.applicant, token, c.req.query('done'));
    return c.html(ownLettersPage(view, c.req.query('do')));
  });

  routes.post(PATH, async (c) => {
    const token = c.req.param('token');
    const link = await openLink(deps, c, token);
    if (!link.opened) return link.response;
    return answerForm(deps, c, {
      applicant: link.applicant,
      rotationId: OWN_LETTERS,
      forms: ({ facts }) => {
        const ask = askOwnForm(facts);
        return [...ownLetterForms(facts), ...(ask ? [ask] : []), ...packetForms(facts)];
      },
      accepted: (_, updateId) => afterUpdate(pagePaths(token).rotation(OWN_LETTERS), updateId),
      refused: async (applicant, problem, status) =>
        c.html(
          ownLettersPage(await viewFor(deps, applicant, token), problem.form, problem),
          status,
        ),
    });
  });

  routes.get('/a/:token/packet/:letterId', async (c) => {
    const { token, letterId } = c.req.param();
    const link = await openLink(deps, c, token);
    if (!link.opened) return link.response;
    const placed = letterOf(link.applicant.facts, letterId);
    const paths = pagePaths(token);
    return placed
      ? c.html(packetPage(link.applicant.facts, placed, paths.rotation(OWN_LETTERS)))
      : c.html(noRotationPage(refusalWords(refusals.unknownLetter()), paths.plan), 404);
  });

  return routes;
}
