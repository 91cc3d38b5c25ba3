/** Records who takes what out of a cohort, before they get it. */
import { type AuditEntry, newAudit, withEntry } from '#shared/cohort/audit.ts';
import { type ChangePorts, change } from './change.ts';

/** Throws after too many lost races: what is not recorded is not delivered. */
export async function note(ports: ChangePorts, cohortId: string, entry: AuditEntry): Promise<void> {
  await change(ports, 'audit', cohortId, async (existing = newAudit(cohortId)) => {
    const { audit, part } = withEntry(existing, entry);
    // After a crash it may exist already, with the same entries.
    if (part) await ports.store.write(part);
    return { write: audit };
  });
}
