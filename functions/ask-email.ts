/** How people get an email they ask for: the request is written to their item, and a visit sends it at once. */
import type { Instant } from '#shared/base/time/instant.ts';
import type { PersonKind, Who } from '#shared/people/person/person.ts';
import type { ItemOf } from '#shared/store/items.ts';
import { type ChangePorts, change } from './change.ts';

export interface AskDeps extends ChangePorts {
  /** Asks for a visit now, since a request cannot wait for the sweep. The sweep comes in any case. */
  wake(who: Who): Promise<void>;
}

/**
 * Nothing for a stranger. A person who is already due is queued again: the process that made them due may have died first.
 *
 * @param ask the person with the request; the same person while an email is on its way; undefined to refuse
 */
export async function askForEmail<Kind extends PersonKind>(
  deps: AskDeps,
  kind: Kind,
  id: string,
  ask: (person: ItemOf<Kind>, now: Instant) => ItemOf<Kind> | undefined,
): Promise<void> {
  const isDue = await change(deps, kind, id, (person, now) => {
    const asked = person && ask(person, now);
    return asked ? { write: asked, answer: asked.dueAt <= now } : { answer: false };
  });
  if (isDue) await deps.wake({ kind, id });
}
