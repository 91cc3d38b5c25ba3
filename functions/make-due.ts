/** Asks for a look at somebody by the next sweep, whatever they were waiting for. */
import { CONFLICT_RETRIES_MAX } from '#shared/base/limits.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { DueRow, Store } from '#shared/store/store.ts';

/**
 * True when they were set due; false for who is due already, or gone. Who won a race may have noted a mail's fate or an
 * execution's wait, and not looked at the plan: so it is tried again. Throws after too many lost races.
 */
export async function makeDue(
  store: Store,
  { kind, id }: Pick<DueRow, 'kind' | 'id'>,
  now: Instant,
): Promise<boolean> {
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const item = await store.read(kind, id);
    if (!item || !('dueAt' in item) || item.dueAt <= now) return false;
    if ((await store.write({ ...item, dueAt: now })).written) return true;
  }
  throw new Error('A person could not be set due: too many writers at once.');
}
