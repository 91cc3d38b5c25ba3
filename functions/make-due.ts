/** Has the next sweep visit a person, whatever they were waiting for. */
import type { Instant } from '#shared/base/time/instant.ts';
import type { DueRow } from '#shared/store/store.ts';
import { type ChangePorts, change } from './change.ts';

/**
 * True when they were set due; false when they are due already, or gone. The winner of a race may have recorded an
 * email's fate or an execution's wait without reading the plan: so a lost race is tried again.
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
