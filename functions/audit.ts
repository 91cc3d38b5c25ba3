/** Records who takes what out of a cohort, before they get it. */
import { type AuditEntry, newAudit, withEntry } from '#shared/cohort/audit.ts';
import { type ChangePorts, change } from './change.ts';

/**
 * Throws after too many lost races: what is not recorded is not delivered.
 * @param hasRoom judged by what is recorded already; false writes nothing
 */
export async function note(
  ports: ChangePorts,
  cohortId: string,
  entry: AuditEntry,
  hasRoom: (entries: readonly AuditEntry[]) => boolean = () => true,
): Promise<boolean> {
  return change(ports, 'audit', cohortId, async (existing = newAudit(cohortId)) => {
    if (!hasRoom(existing.entries)) return { answer: false };
    const { audit, part } = withEntry(existing, entry);
    // After a crash it may exist already, with the same entries.
    if (part) await ports.store.write(part);
    return { write: audit, answer: true };
  });
}
