/** Whether an advisor has the Monday brief. Sign-in links that they ask for come either way. */
import { CONFLICT_RETRIES_MAX } from '../../shared/limits.ts';
import { type Reach, reachWished } from '../../shared/person/person.ts';
import type { Store } from '../../shared/store/store.ts';
import type { Clock } from '../../shared/time/clock.ts';

/** @returns how they are reached now: a bounce or a complaint stays what it is */
export async function wishBrief(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  advisorId: string,
  wish: 'ok' | 'unsubscribed',
): Promise<Reach> {
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const advisor = await store.read('advisor', advisorId);
    if (!advisor) return wish;
    const reach = reachWished(advisor.reach, wish);
    if (reach === advisor.reach) return reach;
    if ((await store.write({ ...advisor, reach, dueAt: clock.now() })).written) return reach;
  }
  throw new Error('An advisor could not be written: too many writers at once.');
}
