/** Writes down who took what out of a cohort, before they have it. */

import { CONFLICT_RETRIES_MAX } from '#shared/base/limits.ts';
import { type AuditEntry, newAudit, withEntry } from '#shared/cohort/audit.ts';
import type { Store } from '#shared/store/store.ts';

/** Throws after too many lost races: what is not written down is not handed out. */
export async function note(store: Store, cohortId: string, entry: AuditEntry): Promise<void> {
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const standing = (await store.read('audit', cohortId)) ?? newAudit(cohortId);
    const { audit, part } = withEntry(standing, entry);
    // Put again after a crash it is there already, with the same entries.
    if (part) await store.write(part);
    if ((await store.write(audit)).written) return;
  }
  throw new Error('An export could not be written down: too many writers at once.');
}
