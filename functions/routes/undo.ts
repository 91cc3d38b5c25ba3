/** `/undo/<token>`: takes one update from outside back. The link came with the answer to whoever sent it. */
import { type Context, Hono } from 'hono';
import { readLink } from '#shared/base/links/link.ts';
import { undoPath } from '#shared/base/links/urls.ts';
import { canUndo, withTimePassed } from '#shared/people/applicant/accept.ts';
import type { Applicant, HistoryEntry } from '#shared/people/person/applicant.ts';
import {
  foreignUndoPage,
  takenBackPage,
  tooLatePage,
  undoPage,
} from '#shared/views/pages/undo-pages.ts';
import { update } from '../update.ts';
import type { WebDeps } from './web-deps.ts';

export function undoRoutes(deps: WebDeps): Hono {
  const routes = new Hono();
  const path = undoPath(':token');

  routes.get(path, async (c) => {
    const found = await updateMeant(deps, c);
    if (!found) return c.html(foreignUndoPage(), 404);
    if (found.isTakenBack) return c.html(takenBackPage(found.entry));
    if (!found.isOpen) return c.html(tooLatePage(found.entry), 409);
    return c.html(undoPage(found.entry, undoPath(c.req.param('token') ?? '')));
  });

  routes.post(path, async (c) => {
    const found = await updateMeant(deps, c);
    if (!found) return c.html(foreignUndoPage(), 404);
    const { applicant, entry } = found;
    if (found.isTakenBack) return c.html(takenBackPage(entry));
    if (!found.isOpen) return c.html(tooLatePage(entry), 409);
    const answer = await update(deps, applicant.id, {
      id: deps.newId(),
      by: 'sender',
      ...(entry.through && { through: entry.through }),
      // Under the revision at which this update was the latest: another one in between is never taken back instead.
      revision: applicant.revision,
      event: { type: 'undone' },
    });
    return answer.answer === 'accepted'
      ? c.html(takenBackPage(entry))
      : c.html(tooLatePage(entry), 409);
  });

  return routes;
}

interface Meant {
  readonly applicant: Applicant;
  readonly entry: HistoryEntry;
  readonly isTakenBack: boolean;
  readonly isOpen: boolean;
}

async function updateMeant(deps: WebDeps, c: Context): Promise<Meant | undefined> {
  const now = deps.clock.now();
  const reading = await readLink(deps.linkKeys, c.req.param('token') ?? '', now);
  if (reading.state === 'foreign' || reading.link.purpose !== 'undo') return undefined;
  const { personId, about, epoch } = reading.link;
  const kept = await deps.store.read('applicant', personId);
  const entry = kept?.history.find(({ id }) => id === about);
  if (!kept || !entry || kept.linkEpoch !== epoch) return undefined;
  const applicant = withTimePassed(kept, now, deps.worldFor(kept.cohortId));
  return {
    applicant,
    entry,
    isTakenBack: applicant.accepted.some(({ id, takenBack }) => id === about && takenBack === true),
    isOpen:
      reading.state === 'valid' && applicant.undo?.updateId === about && canUndo(applicant, now),
  };
}
