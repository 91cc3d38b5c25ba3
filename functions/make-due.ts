/** Has the next sweep visit a person, whatever they were waiting for. */
import type { Instant } from '#shared/base/time/instant.ts';
import type { DueRow } from '#shared/store/store.ts';
import { type ChangePorts, change } from './change.ts';

/** False when they are due already, or gone. A lost race is tried again: its winner may have recorded a fate without reading the plan. */
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
