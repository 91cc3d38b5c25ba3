/** Asks for a look at somebody by the next sweep, whatever they were waiting for. */
import type { Instant } from '#shared/base/time/instant.ts';
import type { DueRow } from '#shared/store/store.ts';
import { type ChangePorts, change } from './change.ts';

/**
 * True when they were set due; false for whoever is due already, or gone. Who won a race may have noted an email's fate or an
 * execution's wait, and not looked at the plan: so it is tried again.
 */
export async function makeDue(
  ports: ChangePorts,
  { kind, id }: Pick<DueRow, 'kind' | 'id'>,
  now: Instant,
): Promise<boolean> {
  return change(ports, kind, id, (item) =>
    item && 'dueAt' in item && item.dueAt > now
      ? { write: { ...item, dueAt: now }, answer: true }
      : { answer: false },
  );
}
