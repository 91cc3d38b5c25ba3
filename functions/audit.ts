/** Writes down who took what out of a cohort, before they have it. */

import { type AuditEntry, newAudit, withEntry } from '#shared/cohort/audit.ts';
import { type ChangePorts, change } from './change.ts';

/** Throws after too many lost races: what is not written down is not handed out. */
export async function note(ports: ChangePorts, cohortId: string, entry: AuditEntry): Promise<void> {
  await change(ports, 'audit', cohortId, async (standing = newAudit(cohortId)) => {
    const { audit, part } = withEntry(standing, entry);
    // Put again after a crash it is there already, with the same entries.
    if (part) await ports.store.write(part);
    return { write: audit };
  });
}
