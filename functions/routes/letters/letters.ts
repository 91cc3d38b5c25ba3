/** `/l/<token>`: the letters of one letter writer, without an account. GET shows, POST acts. */
import * as z from 'zod';
import { afterUpdate, letterPaths } from '#shared/base/links/urls.ts';
import { lettersPage, WRITER_ZONES } from '#shared/views/pages/letters/letters-page.ts';
import { packetPage } from '#shared/views/pages/letters/packet-page.ts';
import { change } from '../../change.ts';
import { anyFields, fields } from '../forms.ts';
import type { WebDeps } from '../web-deps.ts';
import { type WebRoute, webRoute } from '../web-route.ts';
import { answerLetter } from './answer-letter.ts';
import { lettersView } from './open-letters.ts';

export function letterRoutes(deps: WebDeps): WebRoute[] {
  const { page: path, packet } = letterPaths(':token');
  const onePath = packet({ applicantId: ':applicantId', letterId: ':letterId' });
  return [
    webRoute({
      method: 'GET',
      path,
      of: 'letters',
      answer: async (c, visitor) =>
        c.html(lettersPage(await lettersView(deps, visitor, c.req.query('done')))),
    }),
    webRoute({
      method: 'POST',
      path,
      of: 'letters',
      form: fields(z.strictObject({ zone: z.string() })),
      answer: async (c, visitor, { zone }) => {
        const known = WRITER_ZONES.find((each) => each === zone);
        if (!known) {
          const errors = [{ field: 'zone', message: 'The time zone is not one of the choices.' }];
          const problem = { letterId: '', form: 'zone', errors, values: {} };
          return c.html(lettersPage(await lettersView(deps, visitor), problem), 422);
        }
        await setZone(deps, visitor.writer.id, known);
        return c.redirect(afterUpdate(letterPaths(visitor.token).page, 'zone'), 303);
      },
    }),
    webRoute({
      method: 'GET',
      path: onePath,
      of: 'letter',
      answer: (c, { held, token }) =>
        c.html(packetPage(held.applicant.facts, held, letterPaths(token).page)),
    }),
    webRoute({
      method: 'POST',
      path: onePath,
      of: 'letter',
      form: anyFields,
      answer: async (c, visitor, entries) => {
        const answer = await answerLetter(deps, visitor, entries);
        return answer.answer === 'recorded'
          ? c.redirect(afterUpdate(letterPaths(visitor.token).page, answer.updateId), 303)
          : c.html(lettersPage(await lettersView(deps, visitor), answer.problem), answer.status);
      },
    }),
  ];
}

async function setZone(deps: WebDeps, writerId: string, zone: string): Promise<void> {
  await change(deps, 'writer', writerId, (writer, now) =>
    writer && writer.zone !== zone ? { write: { ...writer, zone, dueAt: now } } : {},
  );
}
