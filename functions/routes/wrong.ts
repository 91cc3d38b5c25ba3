/** `/wrong`: anyone can report a wrong line about a host or program, in a sentence and without an account. */
import type { Context } from 'hono';
import * as z from 'zod';
import { WRONG_PATH, wrongPath } from '#shared/base/links/urls.ts';
import { takeOne } from '#shared/people/applicant/requester-tally.ts';
import { messagePage } from '#shared/views/pages/message-pages.ts';
import { doubtPage, wrongPage } from '#shared/views/pages/wrong-pages.ts';
import {
  doubtSentenceSchema,
  NO_DOUBTS,
  subjectName,
  withDoubt,
} from '#shared/world/corrections/doubts.ts';
import { changeTo } from '../change.ts';
import { texts } from './forms.ts';
import { requesterOf } from './requester.ts';
import type { WebDeps } from './web-deps.ts';
import { opens, type WebRoute } from './web-route.ts';

const aboutSchema = z.object({ subject: z.string(), line: z.string().min(1).max(120) });

export function wrongRoutes(deps: WebDeps): WebRoute[] {
  return [
    opens('anybody').get(WRONG_PATH, (c) => {
      const about = aboutOf(deps, c.req.query());
      return about ? c.html(wrongPage(about)) : c.html(messagePage('not-found'), 404);
    }),
    opens('anybody').post(
      WRONG_PATH,
      texts(['subject', 'line', 'sentence']),
      (c, _, values: Readonly<Record<string, string>>) => raise(deps, c, values),
    ),
    opens('anybody').get(wrongPath(':id'), async (c) => {
      const { doubts } = (await deps.store.read('doubts', 'all')) ?? NO_DOUBTS;
      const doubt = doubts.find(({ id }) => id === c.req.param('id'));
      const name = doubt && subjectName(doubt.subject, deps.worldFor());
      return doubt && name ? c.html(doubtPage(doubt, name)) : c.html(messagePage('not-found'), 404);
    }),
  ];
}

async function raise(
  deps: WebDeps,
  c: Context,
  values: Readonly<Record<string, string>>,
): Promise<Response> {
  const about = aboutOf(deps, values);
  if (!about) return c.html(messagePage('not-found'), 404);
  const sentence = doubtSentenceSchema.safeParse(values.sentence ?? '');
  if (!sentence.success) {
    const error = `Your sentence ${sentence.error.issues[0]?.message ?? 'is missing'}.`;
    return c.html(wrongPage({ ...about, error, sentence: values.sentence ?? '' }), 422);
  }
  const requester = requesterOf(deps, c);
  const isCounted = await changeTo(deps, 'sign-ups', 'doubts', (tally, now) =>
    takeOne('doubts', tally, requester, now),
  );
  const id = deps.newId();
  const { subject, line } = about;
  const isKept =
    isCounted &&
    (await changeTo(deps, 'doubts', 'all', (item = NO_DOUBTS, at) =>
      withDoubt(item, { id, at, subject, line, sentence: sentence.data }),
    ));
  deps.log(isKept ? 'info' : 'warn', 'line-doubted', { reason: isKept ? 'kept' : 'too-many' });
  return isKept ? c.redirect(wrongPath(id), 303) : c.html(messagePage('too-many-doubts'), 429);
}

function aboutOf({ worldFor }: WebDeps, values: Readonly<Record<string, string>>) {
  const about = aboutSchema.safeParse(values);
  const name = about.success && subjectName(about.data.subject, worldFor());
  return about.success && name ? { ...about.data, name } : undefined;
}
