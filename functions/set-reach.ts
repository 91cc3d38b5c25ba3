/** What somebody wishes of their mails, written to their own item. */
import { CONFLICT_RETRIES_MAX } from '#shared/base/limits.ts';
import type { Clock } from '#shared/base/time/clock.ts';
import { type PersonKind, type Reach, reachWished } from '#shared/people/person/person.ts';
import type { Store } from '#shared/store/store.ts';
import { writePerson } from './store/write-person.ts';

/** @returns how they are reached now: a bounce or a complaint stays what it is */
export async function setReach(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  kind: PersonKind,
  id: string,
  wish: 'ok' | 'unsubscribed',
): Promise<Reach> {
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const person = await store.read(kind, id);
    if (!person) return wish;
    const reach = reachWished(person.reach, wish);
    if (reach === person.reach) return reach;
    const now = clock.now();
    if ((await writePerson(store, { ...person, reach, dueAt: now }, now)).written) return reach;
  }
  throw new Error('A person could not be written: too many writers at once.');
}
