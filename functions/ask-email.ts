/** How people get an email they ask for: the request is written to their item, and a visit sends it at once. */
import type { Instant } from '#shared/base/time/instant.ts';
import { LINK_BOUNDS, type RequestBounds, withRequest } from '#shared/people/mailing/requested.ts';
import { isDeleted, isOnlyTyped } from '#shared/people/person/applicant.ts';
import type { PersonKind, Who } from '#shared/people/person/person.ts';
import type { ItemOf } from '#shared/store/items.ts';
import { type ChangePorts, change } from './change.ts';
import { livingPlan } from './join-plans.ts';

export interface AskDeps extends ChangePorts {
  /** Asks for a visit now, since a request cannot wait for the sweep. The sweep comes in any case. */
  wake(who: Who): Promise<void>;
}

/** False for a stranger, or where none is to come now. A person already due is queued again: the process that made them due may have died. `ask`: undefined to refuse. */
export async function askForEmail<Kind extends PersonKind>(
  deps: AskDeps,
  kind: Kind,
  id: string,
  ask: (person: ItemOf<Kind>, now: Instant) => ItemOf<Kind> | undefined,
): Promise<boolean> {
  const isDue = await change(deps, kind, id, (person, now) => {
    const asked = person && ask(person, now);
    return asked ? { write: asked, answer: asked.dueAt <= now } : { answer: false };
  });
  if (isDue) await deps.wake({ kind, id });
  return isDue;
}

/** False for a stranger, or if enough links are on their way or were just sent. */
export async function askForPlan(
  deps: AskDeps & { newId(): string },
  personId: string | undefined,
  stream: 'link' | 'sign-in' = 'link',
  bounds: RequestBounds = LINK_BOUNDS,
): Promise<boolean> {
  const named = personId && (await deps.store.read('applicant', personId));
  if (!named) return false;
  const { id } = await livingPlan(deps.store, named);
  return askForEmail(deps, 'applicant', id, (applicant, at) => {
    if (isDeleted(applicant) || isOnlyTyped(applicant)) return undefined;
    const asked = applicant.pending ? 'confirm' : stream;
    return withRequest(applicant, { id: deps.newId(), stream: asked, at }, bounds);
  });
}
