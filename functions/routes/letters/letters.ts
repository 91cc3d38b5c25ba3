/** `/l/<token>`: the letters of whoever holds them, without an account. GET shows, POST acts. */
import { Hono } from 'hono';
import { afterUpdate, letterPaths } from '#shared/base/links/urls.ts';
import { lettersPage } from '#shared/views/pages/letters/letters-page.ts';
import { packetPage } from '#shared/views/pages/letters/packet-page.ts';
import { WRITER_ZONES } from '#shared/views/pages/letters/zone-section.ts';
import { foreignLinkPage, wrongTypePage } from '#shared/views/pages/message-pages.ts';
import { change } from '../../change.ts';
import { formBody } from '../form-body.ts';
import type { WebDeps } from '../web-deps.ts';
import { answerLetter } from './answer-letter.ts';
import { letterHeld, lettersView, openLetters } from './open-letters.ts';

export function letterRoutes(deps: WebDeps): Hono {
  const routes = new Hono();

  routes.get('/l/:token', async (c) => {
    const link = await openLetters(deps, c, c.req.param('token'));
    if (!link.opened) return link.response;
    return c.html(lettersPage(await lettersView(deps, link, c.req.query('done'))));
  });

  routes.post('/l/:token', async (c) => {
    const link = await openLetters(deps, c, c.req.param('token'));
    if (!link.opened) return link.response;
    const entries = await formBody(c);
    if (!entries) return c.html(wrongTypePage(), 415);
    const { zone } = Object.fromEntries(entries);
    const known = WRITER_ZONES.find((each) => each === zone);
    if (!known) {
      const errors = [{ field: 'zone', message: 'The time zone is not one of the choices.' }];
      const problem = { letterId: '', form: 'zone', errors, values: {} };
      return c.html(lettersPage(await lettersView(deps, link), problem), 422);
    }
    await setZone(deps, link.writer.id, known);
    return c.redirect(afterUpdate(letterPaths(link.token).page, 'zone'), 303);
  });

  routes.get('/l/:token/:applicantId/:letterId', async (c) => {
    const { token, applicantId, letterId } = c.req.param();
    const link = await openLetters(deps, c, token);
    if (!link.opened) return link.response;
    const held = await letterHeld(deps, link.writer, applicantId, letterId);
    return held
      ? c.html(packetPage(held.applicant.facts, held, letterPaths(token).page))
      : c.html(foreignLinkPage(), 404);
  });

  routes.post('/l/:token/:applicantId/:letterId', async (c) => {
    const { token, applicantId, letterId } = c.req.param();
    const link = await openLetters(deps, c, token);
    if (!link.opened) return link.response;
    const held = await letterHeld(deps, link.writer, applicantId, letterId);
    if (!held) return c.html(foreignLinkPage(), 404);
    const entries = await formBody(c);
    if (!entries) return c.html(wrongTypePage(), 415);
    const answer = await answerLetter(deps, link.writer, held, entries);
    if (answer.answer === 'recorded') {
      return c.redirect(afterUpdate(letterPaths(token).page, answer.updateId), 303);
    }
    return c.html(lettersPage(await lettersView(deps, link), answer.problem), answer.status);
  });

  return routes;
}

async function setZone(deps: WebDeps, writerId: string, zone: string): Promise<void> {
  await change(deps, 'writer', writerId, (writer, now) =>
    writer && writer.zone !== zone ? { write: { ...writer, zone, dueAt: now } } : {},
  );
}
