/** `/undo/<token>`: undoes one update from outside. The link came with the answer to the sender. */
import { undoPath } from '#shared/base/links/urls.ts';
import { undoPage } from '#shared/views/pages/message-pages.ts';
import { update } from '../update.ts';
import { noFields } from './forms.ts';
import type { WebDeps } from './web-deps.ts';
import { opens, type WebRoute } from './web-route.ts';

export function undoRoutes(deps: WebDeps): WebRoute[] {
  const path = undoPath(':token');
  return [
    opens('undo').get(path, (c, { entry, token, isTakenBack }) =>
      c.html(
        isTakenBack ? undoPage('taken-back', entry) : undoPage('open', entry, undoPath(token)),
      ),
    ),
    opens('undo').post(path, noFields, async (c, { applicant, entry, isTakenBack }) => {
      if (isTakenBack) return c.html(undoPage('taken-back', entry));
      const answer = await update(deps, applicant.id, {
        id: deps.newId(),
        by: 'sender',
        ...(entry.through && { through: entry.through }),
        // Under the revision at which this update was the latest, so that a later update is never undone instead.
        revision: applicant.revision,
        event: { type: 'undone' },
      });
      return answer.answer === 'accepted'
        ? c.html(undoPage('taken-back', entry))
        : c.html(undoPage('too-late', entry), 409);
    }),
  ];
}
